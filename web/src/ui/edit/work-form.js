// @ts-check
// A work: what is done where, when and with what money. Accepting it is its last state, with the day.
import { targets } from '../../state/data.js';
import * as works from '../../state/edit/work.js';
import { get } from '../../state/state.js';
import { date, number, say, t } from '../../text.js';
import { h } from '../dom.js';
import { formField, otherFaults } from '../form.js';

const NONE = { id: '', label: '–' };
const DAYS = ['startsOn', 'dueOn', 'startedOn', 'doneOn', 'acceptedOn'];
const NUMBERS = ['fromM', 'toM', 'costMillion'];
const RULES = ['kind', 'surface', 'fromM', 'toM', 'startedOn', 'doneOn', 'acceptedOn', 'dueOn', 'costMillion'];
const OWN = ['title', 'fromM', 'toM', 'surface', 'costMillion', 'note'];
const kindOf = name => (DAYS.includes(name) ? 'date' : NUMBERS.includes(name) ? 'number' : name === 'note' ? 'area' : 'text');

function choicesOf(name, words, kind) {
  const labelled = list => [NONE, ...list.map(one => ({ id: one.code ?? one.id, label: say(one.label) }))];
  if (name === 'kind') return labelled(words.works.filter(one => one.sectionKind === null || one.sectionKind === kind));
  if (name === 'surface') return labelled(words.surfaces.filter(one => one.kind === kind));
  if (name === 'state') return works.STATES.map(id => ({ id, label: t(`work.${id}`) }));
  if (name === 'funding') return labelled(targets.read().data?.funding?.sources ?? []);
  return undefined;
}

/** @param {import('../../state/edit/work.js').Work} work @param {any} words */
export function workForm({ code, section, base, preset, fields, faults, sentence, isBusy }, words) {
  const names = works.FIELDS.filter(name => (name !== 'kind' || !code) && (name !== 'surface' || section.kind !== 'power_line'));
  const submit = event => {
    event.preventDefault();
    works.save();
  };
  return [h('h3', { tabindex: -1 }, code ? t('edit.work.change', { code }) : t('edit.work.new', { section: section.label })),
    h('p', { class: 'note' }, `${section.label === section.code ? section.code : `${section.label} (${section.code})`} · ${t('fact.metres', { value: number(section.lengthM, 1) })} · ${t('edit.work.whole')}`),
    preset && h('p', { class: 'note preset' }, t('edit.work.preset', { day: date(preset), shown: date(get().asOf) })),
    sentence && h('p', { class: 'failed', role: 'alert' }, sentence), otherFaults(faults, names),
    h('form', { class: 'editing-form', novalidate: true, on: { submit } },
      h('div', { class: 'row' }, names.map(name => formField({ name, label: t(OWN.includes(name) ? `edit.field.${name}` : `fact.${name}`), value: fields[name] ?? '', faults, type: works.type,
        rule: RULES.includes(name) ? t(name === 'surface' ? 'edit.rule.surface-left' : `edit.rule.${name}`) : '', choices: choicesOf(name, words, section.kind), kind: kindOf(name) }))),
      h('p', { class: 'tools' }, h('button', { type: 'submit', class: 'main', disabled: isBusy, 'data-focus': 'work-save' }, t('edit.save')),
        code && base?.fields.state !== 'accepted' && h('button', { type: 'button', 'data-focus': 'work-remove', disabled: isBusy, on: { click: () => confirm(t('edit.work.remove-sure', { code })) && works.remove() } }, t('edit.work.remove')),
        h('button', { type: 'button', 'data-focus': 'work-abandon', on: { click: works.abandon } }, t('edit.abandon'))))];
}
