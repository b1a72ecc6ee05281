// @ts-check
// Two people changed the same thing: both versions side by side, field by field, and on the map; the one who came second chooses.
import { length } from '../../state/edit/line.js';
import { differences } from '../../state/edit/versions.js';
import { date, number, say, t } from '../../text.js';
import { h } from '../dom.js';

const OWN = ['name', 'title', 'fromM', 'toM', 'note'];

/** A value as people read it. */
function readable(words, kind, name, value) {
  if (value === '') return '–';
  if (name === 'state') return t(`work.${value}`);
  if (/On$/.test(name)) return date(value);
  const word = [...words.classes, ...words.surfaces, ...words.works].find(one => one.code === value && (one.kind === undefined || one.kind === kind));
  return word && ['class', 'surface', 'kind'].includes(name) ? say(word.label) : value;
}

const labelOf = (name, isWork) => t(name === 'line' ? 'edit.line' : OWN.includes(name) || isWork && name === 'surface' ? `edit.field.${name}` : `fact.${name}`);
const metres = line => t('edit.drawn', { n: number(line.length), m: number(length(line), 1) });

/**
 * @param {{kind: string, base: any, fields: Record<string, string>, line?: number[][], theirs: any, isBusy: boolean, words: any, takeTheirs: () => void, putOnTop: () => void}} how
 */
export function conflict({ kind, base, fields, line, theirs, isBusy, words, takeTheirs, putOnTop }) {
  const isMoved = line && (line.join() !== theirs.line.join());
  const rows = [...isMoved ? [{ name: 'line', base: metres(base.line), mine: metres(line), theirs: metres(theirs.line), isMine: line.join() !== base.line.join() }] : [],
    ...differences(base.fields, fields, theirs.fields).map(({ name, isMine, ...values }) =>
      ({ name, isMine, base: readable(words, kind, name, values.base), mine: readable(words, kind, name, values.mine), theirs: readable(words, kind, name, values.theirs) }))];
  return [h('h3', { tabindex: -1 }, t('edit.conflict')), h('p', { role: 'alert', class: 'failed' }, t('edit.conflict.note')),
    rows.length === 0 ? h('p', {}, t('edit.conflict.same')) : h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': t('edit.conflict') }, h('table', { class: 'versions' },
      h('thead', {}, h('tr', {}, h('td', {}), ['base', 'mine', 'theirs'].map(one => h('th', { scope: 'col', class: one }, t(`edit.conflict.${one}`))))),
      h('tbody', {}, rows.map(row => h('tr', { 'data-differs': row.name }, h('th', { scope: 'row' }, labelOf(row.name, !line)), h('td', {}, row.base), h('td', { class: row.isMine ? 'mine' : '' }, row.mine),
        h('td', { class: row.theirs !== row.base ? 'theirs' : '' }, row.theirs)))))),
    h('p', { class: 'note' }, t('edit.conflict.choice')),
    h('p', { class: 'tools' }, h('button', { type: 'button', disabled: isBusy, 'data-focus': 'take-theirs', on: { click: takeTheirs } }, t('edit.conflict.take')),
      h('button', { type: 'button', class: 'main', disabled: isBusy, 'data-focus': 'put-on-top', on: { click: putOnTop } }, t('edit.conflict.put')))];
}
