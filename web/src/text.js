// @ts-check
// Sentences, numbers and dates in the language of the page.
import vi from './text/vi.js';
import en from './text/en.js';
import viNetwork from './text/network.vi.js';
import enNetwork from './text/network.en.js';
import viLayers from './text/layers.vi.js';
import enLayers from './text/layers.en.js';

const TEXTS = { vi: { ...vi, ...viNetwork, ...viLayers }, en: { ...en, ...enNetwork, ...enLayers } };
/** Adds the sentences of a part that is only sent when it is wanted. @param {Record<'vi'|'en', Record<string, string>>} more */
export const addTexts = more => Object.entries(more).forEach(([lang, texts]) => Object.assign(TEXTS[lang], texts));

const LOCALES = { vi: 'vi-VN', en: 'en-GB' };
/** @type {'vi'|'en'} */
let language = 'vi';

/** The language of the page. */
export const lang = () => language;

/** @param {'vi'|'en'} chosen */
export function useLanguage(chosen) {
  language = chosen;
}

/**
 * @param {string} key @param {Record<string, string|number>} [values] what stands for {names} in the sentence
 * @returns {string}
 */
export function t(key, values = {}) {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * What a failure says to people: in English the server's own sentence, for it speaks English; else one for the kind of failure.
 * @param {any} trouble @returns {string}
 */
export function explain({ kind, message, status }) {
  if (language === 'en' && message) return message;
  const key = `problem.${kind}`;
  return t(key in TEXTS[language] ? key : 'problem.other', { status, detail: message });
}

/** @param {{vi: string, en: string}|null|undefined} label @returns {string} */
export const say = label => (label ? label[language] : '');

/** @param {number} value @param {number} [decimals] at most so many places */
export const number = (value, decimals = 0) =>
  value.toLocaleString(LOCALES[language], { maximumFractionDigits: decimals }).replace('-', '−');

/** @param {string} text a day as people type it, dd/mm/yyyy or yyyy-mm-dd @returns {string} yyyy-mm-dd, empty if it is no day */
export function parseDay(text) {
  const parts = text.trim().match(/^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$/)?.slice(1).reverse() ?? text.trim().match(/^(\d{4})-(\d\d)-(\d\d)$/)?.slice(1);
  const iso = parts?.map((part, i) => part.padStart(i ? 2 : 4, '0')).join('-') ?? '';
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isFinite(day.getTime()) && day.toISOString().startsWith(iso) ? iso : '';
}

/** The last day before a date on which something ends. @param {string} iso */
export const dayBefore = iso => new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** @param {string} text a number as people type it in the language of the page, thousands in groups of three or in none @returns {number} NaN if it is none */
export function parseNumber(text) {
  const typed = language === 'vi' ? text.replace(/[.,]/g, sign => (sign === '.' ? ',' : '.')) : text;
  return /^[-−]?([1-9]\d{0,2}(,\d{3})+|\d+)(\.\d+)?$/.test(typed.trim()) ? Number(typed.replace(/,/g, '').replace('−', '-')) : NaN;
}

/** A number with all its places, so that columns line up. */
export const fixed = (value, decimals) => value.toLocaleString(LOCALES[language],
  { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace('-', '−');

/** A difference that is not nought never reads as nought. */
export function difference(value, decimals) {
  let places = decimals;
  while (value !== 0 && places < 6 && Math.abs(value) < 0.5 / 10 ** places) places++;
  return number(value, places);
}

/** So many places, from so many on, that a number never reads as another one. @param {number} value @param {number} other @param {number} decimals */
export function placesApart(value, other, decimals) {
  let places = decimals;
  while (value !== other && places < 6 && number(value, places) === number(other, places)) places++;
  return places;
}

/** With a sign, for changes. */
export const signed = (value, decimals = 0) => (value > 0 ? '+' : '') + number(value, decimals);

/** @param {number} value in percent */
export const percent = (value, decimals = 1) => `${number(value, decimals)}\u00a0%`;

/** @param {string|null} iso yyyy-mm-dd @returns {string} dd/mm/yyyy */
export const date = iso => (iso ? iso.split('-').reverse().join('/') : '');

/** Names in the order of the language, accents counted. */
export const byName = (one, other) => one.localeCompare(other, LOCALES[language]);

/** Letters without accents, đ included, for filters typed in a hurry. */
export const bare = text => text.toLowerCase().replace(/đ/g, 'd').normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** Decimal sign of numbers in files for people. */
export const usesComma = () => language === 'vi';
