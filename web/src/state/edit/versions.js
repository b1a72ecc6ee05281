// @ts-check
// Two versions of one thing that grew from the same: what each changed, and one on top of the other. Values are compared as they stand in a form. No DOM.
import { parseNumber, usesComma } from '../../text.js';

/** @typedef {Record<string, string>} Fields */

/** What somebody changed. @param {Fields} base @param {Fields} mine @returns {Fields} */
export const changes = (base, mine) => Object.fromEntries(Object.entries(mine).filter(([name, value]) => value !== (base[name] ?? '')));

/** What I changed on top of what they made of it. @param {Fields} base @param {Fields} mine @param {Fields} theirs @returns {Fields} */
export const onTop = (base, mine, theirs) => ({ ...theirs, ...changes(base, mine) });

/** The fields that are not the same in both. @param {Fields} base @param {Fields} mine @param {Fields} theirs @returns {{name: string, base: string, mine: string, theirs: string, isMine: boolean}[]} */
export const differences = (base, mine, theirs) => Object.keys({ ...theirs, ...mine }).filter(name => (mine[name] ?? '') !== (theirs[name] ?? ''))
  .map(name => ({ name, base: base[name] ?? '', mine: mine[name] ?? '', theirs: theirs[name] ?? '', isMine: (mine[name] ?? '') !== (base[name] ?? '') }));

/** A value as a form shows it, numbers with the decimal sign of the language. @param {any} value */
export const shown = value => (value === null || value === undefined ? '' : typeof value === 'number' && usesComma() ? String(value).replace('.', ',') : String(value));

/** A field as it is sent: nothing typed is null; of a number what is no number stays text, for the server to tell of. @param {string} text @param {boolean} isNumber */
export function sent(text, isNumber) {
  const typed = text.trim();
  if (typed === '') return null;
  const value = parseNumber(typed);
  return isNumber && Number.isFinite(value) ? value : typed;
}
