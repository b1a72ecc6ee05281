// @ts-check
// The state as an address: a copied link shows the same thing.
import { parseDay } from '../text.js';
import { opening } from './networks.js';

/**
 * @typedef {object} State
 * @property {'map'|'targets'|'infrastructure'} room
 * @property {string} measure
 * @property {string} asOf yyyy-mm-dd, empty for the catalogue's day
 * @property {'month'|'quarter'|'year'} period how far one step of the slider goes
 * @property {'actual'|'planned'} series
 * @property {'commune'|'district'|'province'} level
 * @property {string} group empty for all communes
 * @property {string} unit code of the selected unit, empty for none
 * @property {string} method empty for the measure's own
 * @property {number} classes
 * @property {string} breaks for the manual method, separated by commas
 * @property {number[]} only classes the legend leaves in view, empty for all
 * @property {string} since the earlier day of a comparison, empty for none
 * @property {string[]} marks groups whose communes carry a symbol
 * @property {string[]} layers vector layers switched on
 * @property {string} feature what is picked of them, as layer:code, empty for nothing
 * @property {string[]} off overlays switched off
 * @property {string[]} open folds that are open
 * @property {number[]} view latitude, longitude, zoom; empty for the whole province
 * @property {'road'|'canal'|'grid'} network what the room of infrastructure is about
 * @property {'year'|'month'|'hardened'|'share'|'total'} table what its table counts
 * @property {'near'|'cut-off'|'differences'|'late'|'contradictions'} watch which of its lists is open
 * @property {string} why number of the criterion whose reasons are open on the card, empty for none
 * @property {'off'|'shown'} way whether the way to the centre of the selected commune, or to a village of it, is on the map
 * @property {string} village code of that village, empty for none
 * @property {'vi'|'en'} lang
 */

/** @type {State} */
export const START = Object.freeze({
  room: 'map', measure: 'criteria-met', asOf: '', period: 'month', series: 'actual', level: 'commune', group: '', unit: '', method: '',
  classes: 5, breaks: '', only: [], since: '', marks: [], layers: [], feature: '', off: [], open: ['ranking'], view: [],
  network: 'road', table: 'year', watch: 'near', why: '', way: 'off', village: '', lang: 'vi',
});

const CHOICES = {
  room: ['map', 'targets', 'infrastructure'], period: ['month', 'quarter', 'year'], series: ['actual', 'planned'], level: ['commune', 'district', 'province'], lang: ['vi', 'en'],
  network: ['road', 'canal', 'grid'], table: ['year', 'month', 'hardened', 'share', 'total'], watch: ['near', 'cut-off', 'differences', 'late', 'contradictions'], way: ['off', 'shown'],
};
const SHAPES = {
  measure: /^[a-z0-9-]{1,60}$/, group: /^[a-z0-9_]{1,40}$/,
  unit: /^\d{2,5}$/, method: /^[a-z-]{1,20}$/, breaks: /^[-\d.,]{1,120}$/, feature: /^[a-z-]{1,20}:.{1,60}$/, village: /^[0-9A-Za-z-]{1,20}$/, why: /^\d{1,2}$/,
};
const NUMBERS = ['only', 'view'];
const WORDS = ['layers', 'off', 'open'];
const CODES = ['marks'];
const DAYS = ['asOf', 'since'];

/** @param {string} query @returns {State} what the query says; whatever it says wrongly is left at the start value */
export function parseAddress(query) {
  const said = new URLSearchParams(query);
  /** @type {any} */
  const state = { ...START };
  for (const [name, value] of said) {
    if (CHOICES[name]?.includes(value) || SHAPES[name]?.test(value)) state[name] = value;
    if (DAYS.includes(name) && parseDay(value) === value) state[name] = value;
    if (NUMBERS.includes(name)) state[name] = value.split('_').map(Number).filter(Number.isFinite);
    if (CODES.includes(name)) state[name] = value.split('.').filter(code => SHAPES.group.test(code));
    if (WORDS.includes(name)) state[name] = value.split('_').filter(word => /^[a-z-]{1,20}$/.test(word));
  }
  const classes = Number(said.get('classes'));
  if (classes >= 3 && classes <= 9) state.classes = Math.trunc(classes);
  if (state.view.length !== 3) state.view = [];
  if (state.room === 'infrastructure' && !said.has('measure')) Object.assign(state, opening(state.network));
  return state;
}

/** @param {State} state @returns {string} the query, only what differs from the start */
export function toAddress(state) {
  const query = new URLSearchParams();
  for (const [name, start] of Object.entries(START)) {
    const written = value => (Array.isArray(value) ? value.join(CODES.includes(name) ? '.' : '_') : String(value));
    if (written(state[name]) !== written(start)) query.set(name, written(state[name]));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}
