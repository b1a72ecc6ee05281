// @ts-check
// A vector tile as the server packs it: one layer, features with attributes and geometry in steps of the tile.
import Pbf from 'pbf';

/** Steps along a side of a tile. */
export const STEPS = 4096;

/**
 * @typedef {object} Feature
 * @property {1|2|3} type point, line or area
 * @property {Record<string, any>} is attributes
 * @property {Int16Array[]} parts x and y in turn, a part each
 * @property {number[]} box west, north, east, south in steps
 */

function value(pbf, end) {
  let found = null;
  while (pbf.pos < end) {
    const tag = pbf.readVarint() >> 3;
    if (tag === 1) found = pbf.readString();
    else if (tag === 2) found = pbf.readFloat();
    else if (tag === 3) found = pbf.readDouble();
    else if (tag === 6) found = pbf.readSVarint();
    else if (tag === 7) found = pbf.readBoolean();
    else found = pbf.readVarint(true);
  }
  return found;
}

/** Commands of a geometry: 1 moves and begins a part, 2 draws, 7 closes. */
function geometry(pbf, end) {
  const parts = [];
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y] = [0, 0];
  let part = [];
  while (pbf.pos < end) {
    const command = pbf.readVarint();
    if ((command & 7) === 7) {
      part.push(part[0], part[1]);
      continue;
    }
    for (let i = command >> 3; i > 0; i--) {
      x += pbf.readSVarint();
      y += pbf.readSVarint();
      if ((command & 7) === 1) {
        part = [];
        parts.push(part);
      }
      part.push(x, y);
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return { parts: parts.map(one => Int16Array.from(one)), box };
}

function feature(pbf, end, keys, values) {
  const is = {};
  /** @type {any} */
  let [type, shape] = [0, { parts: [], box: [0, 0, 0, 0] }];
  while (pbf.pos < end) {
    const tag = pbf.readVarint() >> 3;
    const stop = tag === 3 ? 0 : pbf.readVarint() + pbf.pos;
    if (tag === 3) type = pbf.readVarint();
    else if (tag === 2) while (pbf.pos < stop) is[keys[pbf.readVarint()]] = values[pbf.readVarint()];
    else if (tag === 4) shape = geometry(pbf, stop);
    else pbf.pos = stop;
  }
  return { type, is, ...shape };
}

/** Attributes stand after the features that have them, so those are read last. */
function layer(pbf, end) {
  const [features, keys, values] = [[], [], []];
  while (pbf.pos < end) {
    const head = pbf.readVarint();
    if ((head & 7) === 0) {
      pbf.readVarint();
      continue;
    }
    const stop = pbf.readVarint() + pbf.pos;
    if (head >> 3 === 2) features.push([pbf.pos, stop]);
    else if (head >> 3 === 3) keys.push(new TextDecoder().decode(pbf.buf.subarray(pbf.pos, stop)));
    else if (head >> 3 === 4) values.push(value(pbf, stop));
    pbf.pos = stop;
  }
  return features.map(([start, stop]) => {
    pbf.pos = start;
    return feature(pbf, stop, keys, values);
  });
}

/** @param {ArrayBuffer} bytes @returns {Feature[]} */
export function decode(bytes) {
  const pbf = new Pbf(new Uint8Array(bytes));
  if (!bytes.byteLength || pbf.readVarint() >> 3 !== 3) return [];
  return layer(pbf, pbf.readVarint() + pbf.pos);
}
