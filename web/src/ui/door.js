// @ts-check
// Where the administrator's token is entered.
import { enter } from '../state/import.js';
import { t } from '../text.js';
import { h } from './dom.js';

export const door = () => h('form', { class: 'row', on: { submit: event => {
  event.preventDefault();
  enter(event.target.elements.token.value.trim());
} } }, h('label', { class: 'field' }, h('span', {}, t('import.token')), h('input', { name: 'token', type: 'password', autocomplete: 'off', required: true, minlength: 16, 'data-focus': 'token' })),
h('button', { type: 'submit' }, t('import.enter')));
