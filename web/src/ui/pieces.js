// @ts-check
// Small pieces several panels use.
import { get, toggle } from '../state/state.js';
import { h, isPhone, s } from './dom.js';

/** A part that folds; which are open is in the address. @param {string} word @param {string} title @param {...any} inside */
export function fold(word, title, ...inside) {
  const details = h('details', { class: 'fold', open: get().open.includes(word), 'data-fold': word }, h('summary', { 'data-focus': `fold-${word}` }, title), ...inside);
  details.addEventListener('toggle', () => {
    if (details.open !== get().open.includes(word)) toggle('open', word, details.open);
  });
  return details;
}

/**
 * Two or more choices side by side, one of them pressed.
 * @param {string} label @param {{id: string, label: string}[]} choices @param {string} chosen @param {(id: string) => void} choose
 */
export const segments = (label, choices, chosen, choose) => h('div', { class: 'segments', role: 'group', 'aria-label': label },
  choices.map(choice => h('button', { type: 'button', 'aria-pressed': String(choice.id === chosen), 'data-focus': `${label}-${choice.id}`,
    on: { click: () => choose(choice.id) } }, choice.label)));

/** A labelled list to choose from. */
export const chooser = (id, label, choices, chosen, choose) => h('label', { class: 'field' }, h('span', {}, label),
  h('select', { id, 'data-focus': id, on: { change: event => choose(event.target.value) } },
    choices.map(choice => h('option', { value: choice.id, selected: choice.id === chosen }, choice.label))));

let swatches = 0;

/** A square of a class: its colour, and its hatch drawn over it. @param {{fill: string, hatch?: string|null, hatchColour?: string|null}} style */
export function swatch({ fill, hatch, hatchColour }, size = 16) {
  const id = `swatch-${++swatches}`;
  return s('svg', { class: 'swatch', width: size, height: size, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    hatch && s('defs', {}, hatching(id, { fill, hatch, hatchColour })),
    s('rect', { x: 0.5, y: 0.5, width: 15, height: 15, fill: hatch ? `url(#${id})` : fill, stroke: '#1d2730', 'stroke-width': 1 }));
}

/** A pattern for what lies outside the programme: no colour of any class. @param {string} id */
export const dots = id => s('pattern', { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse' }, s('rect', { width: 5, height: 5, fill: '#fbfaf6' }),
  s('circle', { cx: 2.5, cy: 2.5, r: 0.9, fill: '#8a8577' }));

/** A square of that pattern. */
export function dotted(size = 16) {
  const id = `swatch-${++swatches}`;
  return s('svg', { class: 'swatch', width: size, height: size, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, s('defs', {}, dots(id)),
    s('rect', { x: 0.5, y: 0.5, width: 15, height: 15, fill: `url(#${id})`, stroke: '#8a8577', 'stroke-width': 1 }));
}

/** A pattern for fills: lines over the colour of a class. @param {string} id @param {{fill: string, hatch?: string|null, hatchColour?: string|null}} style */
export const hatching = (id, { fill, hatch, hatchColour }) => s('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
  s('rect', { width: 6, height: 6, fill }),
  s('line', { x1: 1, y1: 0, x2: 1, y2: 6, stroke: hatchColour, 'stroke-width': hatch === 'lapsed' ? 2 : 1.2 }));

/** Brings the card into view where something was chosen further down, or below the map on a phone. */
export function reveal(host) {
  const scroller = host.parentElement;
  if (!scroller) return;
  const top = host.offsetTop - scroller.offsetTop;
  const isOut = top < scroller.scrollTop || top > scroller.scrollTop + scroller.clientHeight - 160;
  if (isPhone() || isOut) scroller.scrollTop = top;
}
