// @ts-check
// Steps that can be taken back and taken again. No DOM.

/** @template T @typedef {{past: T[], now: T, future: T[]}} History */

/** @template T @param {T} now @returns {History<T>} */
export const begin = now => ({ past: [], now, future: [] });

/** @template T @param {History<T>} history @param {T} next @returns {History<T>} */
export const step = ({ past, now }, next) => ({ past: [...past, now], now: next, future: [] });

/** @template T @param {History<T>} history @returns {History<T>} the same where there is nothing to take back */
export const undo = history => (history.past.length === 0 ? history
  : { past: history.past.slice(0, -1), now: history.past[history.past.length - 1], future: [history.now, ...history.future] });

/** @template T @param {History<T>} history @returns {History<T>} the same where nothing was taken back */
export const redo = history => (history.future.length === 0 ? history
  : { past: [...history.past, history.now], now: history.future[0], future: history.future.slice(1) });
