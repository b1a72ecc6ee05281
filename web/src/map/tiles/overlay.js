// @ts-check
// Vector tiles over the map: one canvas for all layers, drawn at the exact zoom, so that lines stay sharp and names never collide.
import { L } from '../leaflet.js';
import { STEPS } from './decode.js';
import { drawLabels } from './labels.js';
import { drawHalo, drawTiles } from './paint.js';
import { pick } from './pick.js';
import { tileStore } from './store.js';
import { growth, painter } from './style.js';

/** So much of the window is drawn around it, for dragging. */
const PAD = 0.2;
/** Tiles are 512 pixels at their own zoom. */
const SIZE = 512;
const TOLERANCE = 5;
const FINGER = 14;

/**
 * @param {any} map
 * @param {{load: (place: any, signal: AbortSignal) => Promise<ArrayBuffer>, covered: () => number[][], drawn: (state: {busy: boolean, failed: boolean, features: number}) => void}} how
 *   covered: boxes of the window that something lies over, names of the map among them
 */
export function overlay(map, { load, covered, drawn }) {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  map.getPane('network').append(canvas);
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const store = tileStore(load, () => due());
  /** @type {{id: string, set: string, described: any, paintOf: any, shown: any[]}[]} */
  let layers = [];
  let [chosen, isDue] = ['', false];
  /** What is on the canvas. @type {{layer: string, names: any, tiles: any[]}[]} */
  let scene = [];
  let corner = L.point(0, 0);

  const tileZoom = ({ minzoom, maxzoom }) => Math.max(minzoom, Math.min(maxzoom, Math.round(map.getZoom()) - 1));

  /** Tiles that cover the canvas. */
  function cover({ id, set, described }) {
    if (Math.round(map.getZoom()) - 1 < described.minzoom) return [];
    const z = tileZoom(described);
    const side = SIZE / 2 * 2 ** (map.getZoom() - z);
    const origin = map.getPixelOrigin();
    const size = map.getSize();
    const from = corner.add(origin).divideBy(side).floor();
    const to = corner.add(origin).add(size.multiplyBy(1 + 2 * PAD)).divideBy(side).floor();
    const places = [];
    for (let x = Math.max(0, from.x); x <= Math.min(2 ** z - 1, to.x); x++) {
      for (let y = Math.max(0, from.y); y <= Math.min(2 ** z - 1, to.y); y++) places.push({ layer: id, set, z, x, y });
    }
    return places;
  }

  /** A tile as it lies on the canvas, its features grouped by paint. */
  function placed(layer, place, features) {
    const side = SIZE / 2 * 2 ** (map.getZoom() - place.z);
    const origin = map.getPixelOrigin();
    const groups = new Map();
    for (const feature of features) {
      const paint = layer.paintOf(feature.is);
      if (!groups.has(paint)) groups.set(paint, []);
      groups.get(paint).push(feature);
    }
    return { left: place.x * side - origin.x - corner.x, top: place.y * side - origin.y - corner.y, scale: side / STEPS, groups };
  }

  /** Until a new day or zoom has all its tiles the old ones stay. */
  function choose(layer, wanted) {
    const isThere = place => store.find(place) !== undefined;
    const isSame = layer.shown.length > 0 && wanted.length > 0 && layer.shown[0].set === wanted[0].set && layer.shown[0].z === wanted[0].z;
    if (wanted.every(isThere) || isSame || layer.shown.length === 0) layer.shown = wanted;
    return layer.shown.filter(isThere);
  }

  function fitCanvas() {
    const size = map.getSize();
    corner = map.containerPointToLayerPoint(size.multiplyBy(-PAD)).round();
    const sharp = Math.min(2, devicePixelRatio || 1);
    const [wide, high] = [size.x * (1 + 2 * PAD), size.y * (1 + 2 * PAD)].map(Math.ceil);
    if (canvas.width !== Math.ceil(wide * sharp) || canvas.height !== Math.ceil(high * sharp)) {
      canvas.width = Math.ceil(wide * sharp);
      canvas.height = Math.ceil(high * sharp);
      canvas.style.width = `${wide}px`;
      canvas.style.height = `${high}px`;
    }
    L.DomUtil.setPosition(canvas, corner);
    ctx.setTransform(sharp, 0, 0, sharp, 0, 0);
    ctx.clearRect(0, 0, wide, high);
  }

  function draw() {
    isDue = false;
    fitCanvas();
    const wanted = layers.map(cover);
    store.want(wanted.flat());
    const factor = growth(map.getZoom());
    scene = layers.map((layer, i) => ({ layer: layer.id, names: layer.described.names, tiles: choose(layer, wanted[i]).map(place => placed(layer, place, store.find(place))) }));
    scene.forEach(({ tiles }) => drawTiles(ctx, tiles, factor));
    const ringed = find(chosen);
    if (ringed.length) drawHalo(ctx, ringed, factor);
    ringed.forEach(({ at, feature, paint }) => drawTiles(ctx, [{ ...at, groups: new Map([[paint, [feature]]]) }], factor));
    const shift = map.getSize().multiplyBy(PAD);
    drawLabels(ctx, scene, Math.round(map.getZoom()) - 1, covered().map(([left, top, right, bottom]) => [left + shift.x, top + shift.y, right + shift.x, bottom + shift.y]));
    drawn({ busy: store.isBusy(), failed: store.hasFailed(), features: scene.reduce((sum, { tiles }) => sum + tiles.reduce((n, { groups }) => n + [...groups.values()].flat().length, 0), 0) });
  }

  /** Every piece of a feature on the canvas. @param {string} key layer:code */
  const find = key => scene.filter(({ layer }) => key.startsWith(`${layer}:`)).flatMap(({ layer, tiles }) => tiles.flatMap(at => [...at.groups].flatMap(([paint, group]) =>
    group.filter(one => `${layer}:${one.is.code}` === key).map(feature => ({ at, feature, paint })))));

  function due() {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(draw);
  }

  map.on('moveend zoomend viewreset resize', due);
  return {
    /** @param {{id: string, set: string, described: any}[]} wanted the lower first */
    show(wanted) {
      layers = wanted.map(one => ({ ...one, paintOf: painter(one.described), shown: layers.find(old => old.id === one.id)?.shown ?? [] }));
      due();
    },
    /** Rings one feature. @param {string} key layer:code, empty for none */
    ring(key) {
      chosen = key;
      due();
    },
    /** @param {{x: number, y: number}} point of the window @param {boolean} [isFinger] @returns {{layer: string, is: any}|null} */
    at(point, isFinger = false) {
      const shift = map.getSize().multiplyBy(PAD);
      const offset = map.containerPointToLayerPoint(shift.multiplyBy(-1)).subtract(corner);
      return pick(scene, point.x + shift.x + offset.x, point.y + shift.y + offset.y, isFinger ? FINGER : TOLERANCE);
    },
    retry() {
      store.forgive();
      due();
    },
    redraw: due,
  };
}
