// @ts-check
// A field that filters a list, after the pattern of the ARIA guide: arrows move, Enter chooses, Escape closes.
import { explain, t } from '../text.js';
import { fill, h } from './dom.js';

/** @typedef {{id: string, label: string, note?: string, section?: string}} Option */

/**
 * @param {{id: string, label: string, placeholder?: string, value?: string, clears?: boolean,
 *          find: (typed: string) => Option[]|Promise<Option[]|null>, choose: (option: Option) => void,
 *          isChosen?: (option: Option) => boolean, nothing: string}} how
 *   find: null where there is nothing to list yet; what it throws is told in the list
 *   value: what stands in the field while nobody types; clears: the field is emptied after choosing
 * @returns {HTMLElement}
 */
export function combobox({ id, label, placeholder = '', value = '', clears = false, find, choose, isChosen, nothing }) {
  /** @type {Option[]} */
  let options = [];
  let active = -1;
  let asked = 0;
  const list = h('ul', { id: `${id}-list`, role: 'listbox', 'aria-label': label, hidden: true });
  const field = h('input', { id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder, value,
    'aria-label': label, 'aria-expanded': 'false', 'aria-controls': `${id}-list`, 'aria-autocomplete': 'list', 'data-focus': id,
    on: { input: () => open(field.value), focus: () => field.select(), mousedown: grab, click: press, keydown, blur: () => setTimeout(() => close(), 120) } });

  /** The text is selected to be typed over at once; left to itself the browser would put its caret into it. */
  function grab(event) {
    if (!list.hidden) return;
    event.preventDefault();
    field.focus();
    field.select();
  }

  /** The whole list. */
  function press() {
    if (list.hidden) open('');
  }

  async function open(typed) {
    const turn = ++asked;
    let [found, said] = [/** @type {Option[]|null} */ ([]), nothing];
    try {
      found = await find(typed);
    } catch (trouble) {
      said = explain(trouble);
    }
    if (turn !== asked) return;
    if (!found) return void close(typed);
    options = found;
    active = typed ? Math.min(0, options.length - 1) : isChosen ? options.findIndex(isChosen) : -1;
    draw(said);
  }

  function draw(said) {
    let section = '';
    fill(list, options.length ? options.map((option, index) => {
      const head = option.section && option.section !== section
        ? h('li', { role: 'presentation', class: 'section' }, option.section) : null;
      section = option.section ?? '';
      return [head, h('li', { role: 'option', id: `${id}-${index}`, 'aria-selected': String(index === active), 'data-id': option.id,
        class: isChosen?.(option) ? 'chosen' : '', on: { mousedown: event => { event.preventDefault(); take(index); } } },
      h('span', {}, option.label), option.note && h('small', {}, option.note))];
    }) : h('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', class: 'nothing' }, said));
    list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    mark();
  }

  function mark() {
    list.querySelectorAll('[data-id]').forEach((item, index) => item.setAttribute('aria-selected', String(index === active)));
    if (active < 0) return field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-activedescendant', `${id}-${active}`);
    const item = list.querySelector(`#${id}-${active}`);
    // Only the list scrolls, or the field would leave the window.
    if (item) list.scrollTop = Math.min(item.offsetTop, Math.max(list.scrollTop, item.offsetTop + item.offsetHeight - list.clientHeight));
    return undefined;
  }

  function close(typed = value) {
    asked++;
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
    field.value = typed;
  }

  function take(index) {
    const option = options[index];
    if (!option) return;
    if (!clears) value = option.label;
    close();
    choose(option);
  }

  function keydown(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in steps) {
      event.preventDefault();
      if (list.hidden) return void open('');
      active = Math.min(options.length - 1, Math.max(0, active + steps[event.key]));
      mark();
    } else if (event.key === 'Enter' && !list.hidden) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      close();
    }
    return undefined;
  }

  return h('div', { class: 'combobox' }, field, list);
}
