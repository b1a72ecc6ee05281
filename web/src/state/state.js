// @ts-check
// What is chosen. Panels never meet but here; the address bar is its mirror, back and forward included.
import { parseAddress, toAddress } from './address.js';
/** @typedef {import('./address.js').State} State */

/** @type {State} */
let current = parseAddress(location.search);
/** @type {Set<(changed: Set<string>) => void>} */
const listeners = new Set();

/** @type {(state: State) => State} */
let rule = state => state;

export const get = () => current;

/** Other choices that a choice makes pointless. @param {Partial<State>} patch @returns {Partial<State>} */
function withConsequences(patch) {
  const moved = name => name in patch && patch[name] !== current[name];
  if (moved('unit') && !('village' in patch)) return withConsequences({ village: '', ...patch });
  if (moved('measure')) return { only: [], method: '', breaks: '', ...patch };
  if (moved('level')) return { only: [], unit: '', village: '', ...patch };
  if (moved('method') || moved('classes') || moved('breaks') || Boolean(patch.since) !== Boolean(current.since) && 'since' in patch) {
    return { only: [], ...patch };
  }
  return patch;
}

/** @param {State} next */
function become(next) {
  const changed = new Set(Object.keys(next).filter(name => String(next[name]) !== String(current[name])));
  current = next;
  if (changed.size) listeners.forEach(listener => listener(changed));
}

/** From now on every state is put right by this. @param {(state: State) => State} asked */
export function obey(asked) {
  rule = asked;
  set({}, { step: false });
}

/**
 * @param {Partial<State>} patch
 * @param {{step?: boolean}} [how] step: false keeps the place in the browser's history (sliders, panning)
 */
export function set(patch, { step = true } = {}) {
  const next = rule({ ...current, ...withConsequences(patch) });
  const address = location.pathname + toAddress(next);
  if (address !== location.pathname + location.search) {
    history[step ? 'pushState' : 'replaceState'](null, '', address + location.hash);
  }
  become(next);
}

/** @param {(changed: Set<string>) => void} listener told which names changed */
export function onChange(listener) {
  listeners.add(listener);
}

/** In or out of a list, for folds and overlays. @param {'marks'|'layers'|'off'|'open'} list @param {string} word @param {boolean} isIn */
export function toggle(list, word, isIn) {
  const rest = current[list].filter(one => one !== word);
  set({ [list]: isIn ? [...rest, word] : rest }, { step: false });
}

addEventListener('popstate', () => become(rule(parseAddress(location.search))));
