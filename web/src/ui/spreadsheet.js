// @ts-check
// Tables for people's spreadsheets: to the clipboard and as files.
import { number, t, usesComma } from '../text.js';
import { h } from './dom.js';

const cell = value => (value === null || value === undefined ? '' : typeof value === 'number' && usesComma() ? String(value).replace('.', ',') : String(value));
const quoted = text => (/[";,\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/**
 * Tabs between cells, as spreadsheets take them from the clipboard.
 * @param {any[][]} rows the first is the head @param {HTMLElement} said where it is said how it went
 */
export async function copy(rows, said) {
  try {
    await navigator.clipboard.writeText(rows.map(row => row.map(cell).join('\t')).join('\n'));
    said.textContent = t('ranking.copied', { n: number(rows.length - 1) });
  } catch {
    said.textContent = t('ranking.refused');
  }
}

/** @param {Blob} content @param {string} name */
export function save(content, name) {
  const url = URL.createObjectURL(content);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * UTF-8 with its mark, so that letters come right. In Vietnamese semicolons between cells and decimal commas, as Excel
 * expects there; in English commas and decimal points.
 * @param {any[][]} rows @param {string} name
 */
export const saveCsv = (rows, name) => save(new Blob(['\ufeff', rows.map(row => row.map(one => quoted(cell(one))).join(usesComma() ? ';' : ',')).join('\r\n'), '\r\n'],
  { type: 'text/csv;charset=utf-8' }), name);
