// @ts-check
// Something the server is asked for, again whenever the choices it depends on change.
import { get as getState, onChange } from './state.js';

const KEPT = 40;
/** @type {Set<() => void>} */
const passing = new Set();
let editions = 0;

/** How often something was changed here. */
export const edition = () => editions;

/** Something was changed: what is wanted is asked for anew, unless it lasts. */
export function renew() {
  editions++;
  passing.forEach(again => again());
}

/**
 * @typedef {object} Reading
 * @property {'idle'|'loading'|'failed'|'ready'} status idle: nothing is wanted
 * @property {any} data while loading, what was there before
 * @property {any} trouble
 */

/** @typedef {{read: () => Reading, on: (listener: () => void) => void, retry: () => void}} Resource */

/**
 * @param {(state: import('./address.js').State) => string|null} keyOf what the answer depends on; null if none is wanted
 * @param {(state: import('./address.js').State, signal: AbortSignal) => Promise<any>} load
 * @param {boolean} [lasts] whatever is changed here
 * @returns {Resource}
 */
export function resource(keyOf, load, lasts = false) {
  /** @type {Map<string, any>} */
  const kept = new Map();
  const listeners = new Set();
  /** @type {Reading} */
  let reading = { status: 'idle', data: null, trouble: null };
  /** @type {string|null} */
  let wanted = null;
  let stop = new AbortController();

  const tell = next => {
    reading = next;
    listeners.forEach(listener => listener());
  };

  async function ask(key) {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    if (kept.has(key)) return tell({ status: 'ready', data: kept.get(key), trouble: null });
    tell({ status: 'loading', data: reading.data, trouble: null });
    try {
      const data = await load(getState(), signal);
      if (signal.aborted) return undefined;
      kept.set(key, data);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value);
      return tell({ status: 'ready', data, trouble: null });
    } catch (trouble) {
      return signal.aborted ? undefined : tell({ status: 'failed', data: null, trouble });
    }
  }

  function look() {
    const key = keyOf(getState());
    if (key === wanted) return;
    wanted = key;
    if (key === null) {
      stop.abort();
      tell({ status: 'idle', data: null, trouble: null });
    } else {
      ask(key);
    }
  }

  onChange(look);
  queueMicrotask(look);
  if (!lasts) passing.add(() => {
    kept.clear();
    if (wanted !== null) ask(wanted);
  });
  return {
    read: () => reading,
    on: listener => listeners.add(listener),
    retry: () => {
      if (wanted === null || reading.status !== 'failed') look();
      else ask(wanted);
    },
  };
}

/** A reading made of others: as far as its worst part. @param {Resource[]} parts @param {(...data: any[]) => any} join @returns {Resource} */
export function joined(parts, join) {
  return {
    read() {
      const readings = parts.map(part => part.read());
      const bad = ['failed', 'idle', 'loading'].find(status => readings.some(one => one.status === status));
      const whole = readings.every(one => one.data);
      return { status: /** @type {any} */ (bad ?? 'ready'), data: whole ? join(...readings.map(one => one.data)) : null,
        trouble: readings.find(one => one.trouble)?.trouble };
    },
    on: listener => parts.forEach(part => part.on(listener)),
    retry: () => parts.filter(part => part.read().status === 'failed').forEach(part => part.retry()),
  };
}
