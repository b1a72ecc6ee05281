// @ts-check
// What is being drawn, over the map: the line, what somebody else made of it, the place the next vertex is caught at, and the stretch of a work.
import { L } from '../leaflet.js';

const PAPER = { color: '#fffdf9', opacity: 0.95 };
const MINE = { color: '#0b5fad', weight: 4 };
const THEIRS = { color: '#b5530f', weight: 4, dashArray: '9 6' };
const BASE = { color: '#5c6770', weight: 2, dashArray: '2 5' };
const NEXT = { color: '#0b5fad', weight: 2, dashArray: '3 6' };
const STRETCH = { color: '#7a2f26', weight: 7 };
/** The shape of the mark says what is caught: sides of a polygon by kind. */
const MARKS = { junction: 'M-9,-9H9V9H-9Z', vertex: 'M-7,-7H7V7H-7Z', line: 'M0,-10L10,0L0,10L-10,0Z', corner: 'M0,-10L10,8H-10Z', border: 'M0,-10L10,8H-10Z' };

export const toMap = ([lon, lat]) => L.latLng(lat, lon);
export const toPlace = ({ lat, lng }) => [lng, lat];

/** @param {any} map */
export function sketch(map) {
  const pane = map.createPane('edit');
  pane.style.zIndex = '470';
  pane.style.pointerEvents = 'none';
  map.createPane('catch').style.zIndex = '475';
  map.getPane('catch').style.pointerEvents = 'none';
  const renderer = L.svg({ pane: 'edit', padding: 0.4 });
  const group = L.layerGroup().addTo(map);
  const moving = L.layerGroup().addTo(map);
  const draw = (line, style, name) => {
    if (line.length < 2) return;
    const path = L.polyline(line.map(toMap), { ...style, renderer, interactive: false, smoothFactor: 0, fill: false }).addTo(group);
    path.getElement().setAttribute('data-sketch', name);
  };
  const cased = (line, style, name) => {
    draw(line, { ...PAPER, weight: style.weight + 4 }, `${name}-casing`);
    draw(line, style, name);
  };

  /** @param {any} at latitude and longitude @param {string} kind of catch */
  function mark(at, kind) {
    const icon = L.divIcon({ className: 'catch', iconSize: [24, 24], html: '' });
    const made = L.marker(at, { icon, pane: 'catch', interactive: false, keyboard: false }).addTo(moving);
    made.getElement().dataset.catch = kind;
    const path = L.SVG.create('path');
    path.setAttribute('d', MARKS[kind]);
    const picture = L.SVG.create('svg');
    picture.setAttribute('viewBox', '-12 -12 24 24');
    picture.setAttribute('aria-hidden', 'true');
    picture.append(path);
    made.getElement().append(picture);
  }

  return {
    /** @param {{line: number[][], base?: number[][], theirs?: number[][], stretch?: number[][], theirStretch?: number[][]}} what */
    show({ line, base = [], theirs = [], stretch = [], theirStretch = [] }) {
      group.clearLayers();
      draw(base, BASE, 'base');
      cased(line, MINE, 'mine');
      draw(stretch, STRETCH, 'stretch');
      if (theirStretch.length) draw(theirStretch, { ...THEIRS, weight: 7 }, 'their-stretch');
      if (theirs.length) cased(theirs, THEIRS, 'theirs');
      if (line.length === 1) L.circleMarker(toMap(line[0]), { ...MINE, radius: 5, fill: true, fillColor: '#fffdf9', fillOpacity: 1, renderer, interactive: false }).addTo(group);
    },
    /** Follows the pointer. @param {{from?: number[][], at: number[], caught: import('./snap.js').Catch|null}|null} what from: the vertices on both sides */
    point(what) {
      moving.clearLayers();
      if (!what) return;
      (what.from ?? []).forEach(place => L.polyline([toMap(place), toMap(what.at)], { ...NEXT, renderer, interactive: false, smoothFactor: 0 }).addTo(moving));
      if (what.caught) mark(toMap(what.at), what.caught.kind);
    },
  };
}
