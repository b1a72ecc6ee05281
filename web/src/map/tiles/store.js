// @ts-check
// Tiles that were asked for: what is no longer wanted is broken off, what was read is kept for a while.
import { decode } from './decode.js';

const KEPT = 160;

/**
 * @typedef {{layer: string, set: string, z: number, x: number, y: number}} Place set: the day and series the tile is of
 */

const keyOf = ({ layer, set, z, x, y }) => `${layer} ${set} ${z}/${x}/${y}`;

/**
 * @param {(place: Place, signal: AbortSignal) => Promise<ArrayBuffer>} load
 * @param {() => void} arrived something came or failed
 */
export function tileStore(load, arrived) {
  /** @type {Map<string, import('./decode.js').Feature[]>} */
  const read = new Map();
  const loading = new Map();
  const failed = new Set();

  async function ask(place, key) {
    const stop = new AbortController();
    loading.set(key, stop);
    try {
      const features = decode(await load(place, stop.signal));
      if (stop.signal.aborted) return;
      read.set(key, features);
      if (read.size > KEPT) read.delete(read.keys().next().value);
    } catch {
      if (stop.signal.aborted) return;
      failed.add(key);
    }
    loading.delete(key);
    arrived();
  }

  return {
    /** From now on these are wanted and no others. @param {Place[]} places */
    want(places) {
      const keys = new Map(places.map(place => [keyOf(place), place]));
      loading.forEach((stop, key) => {
        if (keys.has(key)) return;
        stop.abort();
        loading.delete(key);
      });
      failed.forEach(key => keys.has(key) || failed.delete(key));
      keys.forEach((place, key) => {
        if (!read.has(key) && !loading.has(key) && !failed.has(key)) ask(place, key);
      });
    },
    /** @param {Place} place @returns {import('./decode.js').Feature[]|undefined} */
    find(place) {
      const key = keyOf(place);
      const features = read.get(key);
      if (!features) return failed.has(key) ? [] : undefined;
      read.delete(key);
      read.set(key, features);
      return features;
    },
    isBusy: () => loading.size > 0,
    hasFailed: () => failed.size > 0,
    forgive: () => failed.clear(),
  };
}
