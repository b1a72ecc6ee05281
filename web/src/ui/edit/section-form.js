// @ts-check
// What is said of the section being drawn or changed, to be stored, split or ended.
import * as drafts from '../../state/edit/draft.js';
import { nearby, placesOf } from '../../state/edit/nearby.js';
import { drawnM, end, isChanged, remove, save } from '../../state/edit/section.js';
import { number, say, t } from '../../text.js';
import { h, isPhone } from '../dom.js';
import { live } from '../live.js';
import { formField, otherFaults } from '../form.js';

const OWN = ['name', 'widthM', 'voltageKv', 'lengthReportedM'];
const RULES = ['class', 'surface', 'roadId', ...drafts.NUMBERS];
const NONE = { id: '', label: '–' };

const choicesOf = (words, kind, name) => [NONE, ...words[name === 'class' ? 'classes' : 'surfaces'].filter(one => one.kind === kind).map(one => ({ id: one.code, label: say(one.label) }))];

/** Where the line lies, as soon as that is known; the form around it is not drawn again for that. */
const places = live(h('b', { class: 'places' }), { needs: [nearby, drafts.draft], draw: () => placesOf(drafts.line()).map(name => ` · ${name}`) });

/** @param {import('../../state/edit/draft.js').Draft} draft @param {any} words */
export function sectionForm({ kind, code, fields, faults, sentence, isBusy, phase, base }, words) {
  const names = drafts.FIELDS[kind];
  const submit = event => {
    event.preventDefault();
    save();
  };
  const leave = () => (confirm(t('edit.end-sure', { code })) ? end() : undefined);
  function takeOut() {
    if (base?.works.length) drafts.draft.become({ sentence: t('edit.remove-works', { codes: base.works.join(', ') }) });
    else if (confirm(t('edit.remove-sure', { code }))) remove();
  }
  return [h('h3', { tabindex: -1 }, code ? t('edit.change', { code }) : t(`edit.new.${kind}`)),
    h('p', { class: 'note' }, t(`edit.${isPhone() ? 'tap' : 'help'}.${phase}`)),
    h('p', {}, t('fact.lengthM'), ': ', h('b', {}, t('fact.metres', { value: number(drawnM(), 1) })), places, base && drafts.isReshaped() && ` · ${t('edit.reshaped')}`),
    !code && kind !== 'power_line' && h('p', { class: 'note counted' }, t(`edit.counted.${kind}`)),
    sentence && h('p', { class: 'failed', role: 'alert' }, sentence), otherFaults(faults, names, { geometry: t('edit.rule.geometry') }),
    h('form', { class: 'editing-form', novalidate: true, on: { submit } },
      h('div', { class: 'row' }, names.map(name => formField({ name, label: t(OWN.includes(name) ? `edit.field.${name}` : `fact.${name}`), value: fields[name] ?? '', faults, type: drafts.type,
        rule: RULES.includes(name) ? t(`edit.rule.${name}`) : '', choices: name === 'class' || name === 'surface' ? choicesOf(words, kind, name) : undefined,
        kind: drafts.NUMBERS.includes(name) ? 'number' : 'text' }))),
      h('p', { class: 'tools' }, h('button', { type: 'submit', class: 'main', disabled: isBusy || phase === 'draw', 'data-focus': 'edit-save' }, t('edit.save')),
        phase === 'draw' ? null : h('button', { type: 'button', 'data-focus': 'edit-go-on', on: { click: () => drafts.turnTo('draw') } }, t('edit.bar.go-on')),
        code && h('button', { type: 'button', 'data-focus': 'edit-split', on: { click: () => (isChanged() ? drafts.draft.become({ sentence: t('edit.save-first') }) : drafts.turnTo('split')) }, title: t('edit.tip.split') }, t('edit.split')),
        code && h('button', { type: 'button', 'data-focus': 'edit-end', disabled: isBusy, title: t('edit.tip.end'), on: { click: leave } }, t('edit.end')),
        code && base?.byHand && h('button', { type: 'button', 'data-focus': 'edit-remove', disabled: isBusy, on: { click: takeOut } }, t('edit.remove')),
        h('button', { type: 'button', 'data-focus': 'edit-abandon', on: { click: drafts.abandon } }, t('edit.abandon'))))];
}
