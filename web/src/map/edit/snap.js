// @ts-check
// Where a drawn point is caught: by ends, vertices and lines of the network and by boundaries, within so many pixels. Caught points are those of the
// server to the last decimal. No DOM.

import { mercator } from '../mercator.js';

/** @typedef {number[]} Place longitude, latitude */
/** @typedef {{line: Place[], name: string, code: string, isBorder: boolean, box: number[]}} Path */
/** @typedef {{kind: 'junction'|'vertex'|'line'|'corner'|'border', at: Place, name: string}} Catch */

const STEPS = 1e7;
/** A junction wins over a vertex that is nearer by less than so many pixels. */
const LEAD = 3;

/** Pixels of the web map at a zoom. @param {number} zoom @returns {(place: Place) => number[]} */
export function pixels(zoom) {
  const world = 256 * 2 ** zoom;
  return place => mercator(place).map(one => one * world);
}

const boxOf = line => line.reduce(([w, s, e, n], [lon, lat]) => [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)], [180, 90, -180, -90]);

const linesOf = ({ type, coordinates }) => ({ LineString: [coordinates], MultiLineString: coordinates, Polygon: coordinates, MultiPolygon: coordinates.flat() }[type] ?? []);

/** @param {any[]} features of GeoJSON @param {boolean} isBorder areas, of which the edge is meant @returns {Path[]} */
export const paths = (features, isBorder) => features.filter(one => one.geometry).flatMap(({ geometry, properties }) => linesOf(geometry).map(line =>
  ({ line, name: properties.name ?? properties.code, code: properties.code, isBorder, box: boxOf(line) })));

/** Which of two catches is the better. */
const rank = ({ kind, away }) => (kind === 'junction' ? away - LEAD : away);

function pointOf(path, i) {
  if (path.isBorder) return 'corner';
  return i === 0 || i === path.line.length - 1 ? 'junction' : 'vertex';
}

/**
 * @param {Path[]} around @param {Place} place @param {{zoom: number, reach: number}} how reach: pixels
 * @returns {Catch|null}
 */
export function snap(around, place, { zoom, reach }) {
  const toPixels = pixels(zoom);
  const [x, y] = toPixels(place);
  const pad = reach * 360 / (256 * 2 ** zoom);
  let point = null;
  let edge = null;
  for (const path of around) {
    const [w, s, e, n] = path.box;
    if (place[0] < w - pad || place[0] > e + pad || place[1] < s - pad || place[1] > n + pad) continue;
    let before = null;
    path.line.forEach((vertex, i) => {
      const [px, py] = toPixels(vertex);
      const away = Math.hypot(px - x, py - y);
      const found = { kind: pointOf(path, i), at: vertex, name: path.name, away };
      if (away <= reach && (!point || rank(found) < rank(point))) point = found;
      if (before) {
        const [dx, dy] = [px - before[0], py - before[1]];
        const t = Math.max(0, Math.min(1, ((x - before[0]) * dx + (y - before[1]) * dy) / (dx * dx + dy * dy || 1)));
        const aside = Math.hypot(x - before[0] - t * dx, y - before[1] - t * dy);
        if (aside <= reach && (!edge || aside < edge.away)) {
          const from = path.line[i - 1];
          edge = { kind: path.isBorder ? 'border' : 'line', name: path.name, away: aside,
            at: [0, 1].map(k => Math.round((from[k] + (vertex[k] - from[k]) * t) * STEPS) / STEPS) };
        }
      }
      before = [px, py];
    });
  }
  const best = point ?? edge;
  return best && { kind: best.kind, at: best.at, name: best.name };
}
