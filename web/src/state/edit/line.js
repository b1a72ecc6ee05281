// @ts-check
// Lines as lists of longitude and latitude: their vertices, and metres along them on the ellipsoid of WGS 84. No DOM.

/** @typedef {number[]} Place longitude, latitude @typedef {Place[]} Line */

const A = 6378137;
const E2 = 0.00669437999014;
const RADIAN = Math.PI / 180;
const STEPS = 1e7;

/** As the server keeps it: seven decimals, about a centimetre. @param {Place} place @returns {Place} */
export const rounded = place => place.map(value => Math.round(value * STEPS) / STEPS);

export const isSame = (one, other) => one[0] === other[0] && one[1] === other[1];
/** @param {Line} one @param {Line} other */
export const isSameLine = (one, other) => one.length === other.length && one.every((place, i) => isSame(place, other[i]));

/** @param {Line} line @param {number} index @param {Place} place @returns {Line} */
export const moved = (line, index, place) => line.map((one, i) => (i === index ? place : one));
/** @param {Line} line @param {number} index of the new vertex @param {Place} place @returns {Line} */
export const inserted = (line, index, place) => [...line.slice(0, index), place, ...line.slice(index)];
/** @param {Line} line @param {number} index @returns {Line} */
export const without = (line, index) => line.filter((_, i) => i !== index);

/** Metres between two places near each other: good to a millimetre in a kilometre. @param {Place} one @param {Place} other */
export function distance(one, other) {
  const middle = (one[1] + other[1]) / 2 * RADIAN;
  const flat = 1 - E2 * Math.sin(middle) ** 2;
  const north = (other[1] - one[1]) * RADIAN * A * (1 - E2) / flat ** 1.5;
  const east = (other[0] - one[0]) * RADIAN * A * Math.cos(middle) / Math.sqrt(flat);
  return Math.hypot(north, east);
}

/** Metres from the first vertex to each. @param {Line} line @returns {number[]} */
export const chain = line => line.reduce((sums, place, i) => [...sums, i ? sums[i - 1] + distance(line[i - 1], place) : 0], /** @type {number[]} */ ([]));

/** @param {Line} line */
export const length = line => chain(line).pop() ?? 0;

const between = (one, other, t) => [one[0] + (other[0] - one[0]) * t, one[1] + (other[1] - one[1]) * t];

/** The place on a line nearest to another. @param {Line} line @param {Place} place @returns {{at: Place, metres: number}} */
export function nearestOn(line, place) {
  const sums = chain(line);
  const narrow = Math.cos(place[1] * RADIAN);
  let best = { at: line[0], metres: 0 };
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [dx, dy] = [(line[i][0] - line[i - 1][0]) * narrow, line[i][1] - line[i - 1][1]];
    const [px, py] = [(place[0] - line[i - 1][0]) * narrow, place[1] - line[i - 1][1]];
    const t = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
    const away = Math.hypot(px - t * dx, py - t * dy);
    if (away < least) {
      least = away;
      best = { at: between(line[i - 1], line[i], t), metres: sums[i - 1] + t * (sums[i] - sums[i - 1]) };
    }
  }
  return best;
}

/** True if a place lies in an area. @param {{type: string, coordinates: any}} area of GeoJSON @param {Place} place */
export function isWithin({ type, coordinates }, [x, y]) {
  let inside = false;
  for (const ring of type === 'MultiPolygon' ? coordinates.flat() : coordinates) {
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
      if (y1 > y !== y2 > y && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** The place so many metres along a line. @param {Line} line @param {number} metres @returns {Place} */
export function placeAt(line, metres) {
  const sums = chain(line);
  const found = sums.findIndex(sum => sum >= metres);
  const i = found < 0 ? line.length - 1 : Math.max(1, found);
  return between(line[i - 1], line[i], Math.min(1, Math.max(0, (metres - sums[i - 1]) / (sums[i] - sums[i - 1] || 1))));
}

/** The part of a line between two metres. @param {Line} line @param {number} from @param {number} to @returns {Line} */
export function stretch(line, from, to) {
  const sums = chain(line);
  return to > from ? [placeAt(line, from), ...line.filter((_, i) => sums[i] > from && sums[i] < to), placeAt(line, to)] : [];
}
