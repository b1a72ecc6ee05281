// @ts-check
// Fields of a form with their faults below them: what was typed stays, and the faults are read out with the field.
import { get } from '../state/state.js';
import { parseNumber } from '../text.js';
import { h } from './dom.js';

/** @typedef {{parameter: string, detail: string, remedy?: string}} Fault */

/** As the server tells it. @param {Fault[]} faults */
const told = faults => h('span', { lang: 'en' }, faults.map(fault => `${fault.detail} ${fault.remedy ?? ''}`).join(' '));

/**
 * @param {{name: string, label: string, value: string, faults: Fault[], rule?: string, type: (name: string, value: string) => void,
 *          choices?: {id: string, label: string}[], kind?: string}} how
 *   rule: what the field is to be like, for who does not read the server's language, or typed what is no number; choices: a list instead of a field to type in;
 *   kind: of the field to type in
 */
export function formField({ name, label, value, faults, rule = '', type, choices, kind = 'text' }) {
  const id = `edit-${name}`;
  const found = faults.filter(fault => fault.parameter === name);
  const isNumber = kind === 'number';
  const tells = rule && (get().lang !== 'en' || isNumber && Number.isNaN(parseNumber(value)));
  const props = { id, name, 'data-focus': id, 'aria-invalid': found.length ? 'true' : null, 'aria-describedby': found.length ? `${id}-fault` : null,
    on: { [choices ? 'change' : 'input']: event => type(name, event.target.value) }, ...isNumber && { inputmode: 'decimal' } };
  return h('div', { class: `field${found.length ? ' faulty' : ''}`, 'data-field': name }, h('label', { for: id }, label),
    choices ? h('select', props, choices.map(choice => h('option', { value: choice.id, selected: choice.id === value }, choice.label)))
      : h(kind === 'area' ? 'textarea' : 'input', { ...props, ...kind !== 'area' && { type: isNumber ? 'text' : kind }, value, autocomplete: 'off' }),
    found.length > 0 && h('p', { class: 'fault', id: `${id}-fault` }, tells ? rule : told(found)));
}

/** Faults of what has no field of its own. @param {Fault[]} faults @param {string[]} names of the fields there are @param {Record<string, string>} [rules] of what has none */
export const otherFaults = (faults, names, rules = {}) => {
  const rest = faults.filter(fault => !names.includes(fault.parameter));
  return rest.length > 0 && h('ul', { class: 'faults', role: 'alert' }, rest.map(fault => h('li', { 'data-fault': fault.parameter }, fault.parameter in rules && get().lang !== 'en' ? rules[fault.parameter] : told([fault]))));
};
