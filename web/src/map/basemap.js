// @ts-check
// What lies under and around the painted units: paper, towns, districts, the border with China, the neighbours.
import { s } from '../ui/dom.js';
import { dots } from '../ui/pieces.js';
import { L } from './leaflet.js';

/** Shared lines stay shared: no thinning of each on its own. */
const EXACT = { smoothFactor: 0 };
const near = (one, other) => (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2;

/** Outer ring of an area, the longest where there are several. */
function outline(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map(rings => rings[0]).sort((one, other) => other.length - one.length)[0].slice(0, -1);
}

/**
 * @param {any} province feature @param {{from: number[], to: number[], via: number[]}} border
 * @returns {number[][]} the part of the provincial line that is the border, whatever its resolution
 */
export function borderLine(province, border) {
  const ring = outline(province.geometry);
  const index = point => ring.reduce((best, vertex, i) => (near(vertex, point) < near(ring[best], point) ? i : best), 0);
  const [start, end] = [index(border.from), index(border.to)];
  const walk = (from, to) => {
    const path = [];
    for (let i = from; ; i = (i + 1) % ring.length) {
      path.push(ring[i]);
      if (i === to) return path;
    }
  };
  const [forth, back] = [walk(start, end), walk(end, start)];
  const gap = path => Math.min(...path.map(point => near(point, border.via)));
  return gap(forth) <= gap(back) ? forth : back;
}

/**
 * @param {any} map @param {{province: any, district: any, urban: any, surroundings: any}} sheets
 * @returns {{show: (overlay: string, isOn: boolean) => void, remove: () => void, bounds: any}}
 */
export function drawBasemap(map, { province, district, urban, surroundings }) {
  const still = { interactive: false, bubblingMouseEvents: false };
  const under = map.renderers.paper;
  const over = map.renderers.lines;
  const shadow = L.geoJSON(province, { ...still, ...EXACT, renderer: under, style: { stroke: true, color: '#b9b2a2', weight: 7, opacity: 0.35, fill: false } });
  const paper = L.geoJSON(province, { ...still, ...EXACT, renderer: under, style: { color: '#8d8778', weight: 1, fillColor: '#fbfaf6', fillOpacity: 1 } });
  const towns = L.geoJSON(urban, { ...still, ...EXACT, renderer: under, style: { color: '#8a8577', weight: 0.7, fillColor: 'url(#town-dots)', fillOpacity: 1, className: 'town' } });
  const line = borderLine(province.features[0], surroundings.border).map(([lon, lat]) => [lat, lon]);
  const band = L.polyline(line, { ...still, ...EXACT, renderer: under, color: '#c9a7a0', weight: 11, opacity: 0.5, lineCap: 'butt' });
  const border = L.polyline(line, { ...still, ...EXACT, renderer: over, color: '#7a2f26', weight: 1.8, dashArray: '9 3 2 3', className: 'china' });
  // A pale line under the dark one, so that districts show on dark colours too.
  const districts = L.layerGroup([['#fbfaf6', 3.2, 0.75], ['#1d2730', 1.2, 0.9]].map(([color, weight, opacity]) =>
    L.geoJSON(district, { ...still, ...EXACT, renderer: over, style: { color, weight, opacity, fill: false, className: 'district' } })));
  const layers = [shadow, band, paper, towns, districts, border];
  layers.forEach(layer => layer.addTo(map));
  const patterns = s('defs', {}, dots('town-dots'));
  under._container.prepend(patterns);
  const overlays = { districts };
  return {
    bounds: paper.getBounds(),
    remove: () => [...layers, patterns].forEach(one => one.remove()),
    show(overlay, isOn) {
      const layer = overlays[overlay];
      if (layer && map.hasLayer(layer) !== isOn) (isOn ? layer.addTo(map) : layer.remove());
    },
  };
}
