// @ts-check
// The card of the selected unit: what it is, its criteria in a row with their history, where it came from, its neighbours.
import { boundaries, card as selected, declared, measure } from '../state/data.js';
import { isComputed } from '../state/network.js';
import { fullName, measureName, statusLabel, statusStyle, valueText } from '../state/display.js';
import { painted } from '../state/painted.js';
import { get, set } from '../state/state.js';
import { date, dayBefore, number, percent, say, t } from '../text.js';
import { fill, h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { reveal, swatch } from '../ui/pieces.js';

const go = code => set({ unit: code });
const fact = (name, ...what) => [h('dt', {}, name), h('dd', {}, what)];

/** A district with its type, as its boundary names it. */
function districtName({ code, name }) {
  const shape = boundaries.district.read().data?.features.find(one => one.id === code);
  return shape ? fullName(shape.properties) : name;
}

function head(unit) {
  const value = painted.read().data?.values.find(one => one.unit === unit.code);
  return [
    h('header', {}, h('h2', {}, fullName(unit)), h('button', { type: 'button', class: 'close', 'aria-label': t('card.close'), title: t('card.close'), 'data-focus': 'card-close',
      on: { click: () => go('') } }, '×')),
    h('p', { class: 'where' }, [unit.district && districtName(unit.district), t('card.area', { area: number(unit.areaKm2, 1) }), t('card.code', { code: unit.code })]
      .filter(Boolean).join(' · ')),
    value && h('p', { class: 'value' }, h('span', {}, measureName(measure())), h('b', {}, valueText(measure(), value, get().level))),
  ];
}

const flags = unit => unit.flags.length > 0 && h('ul', { class: 'flags' }, unit.flags.map(flag =>
  h('li', { title: flag.illustrative ? t('about.chip') : null, class: flag.illustrative ? 'invented' : '' }, say(flag.label))));

/** Stretches end the day before the next begins; what lasts to the end of the data is open. */
const span = ({ from, to }) => (to && dayBefore(to) < declared().lastDay ? t('card.from-to', { from: date(from), to: date(dayBefore(to)) }) : t('card.from', { from: date(from) }));

function history(cell) {
  return [h('h3', {}, `${cell.criterion}. ${say(cell.name)}`),
    cell.history.length ? h('ol', {}, cell.history.map(one => h('li', { class: one.from === cell.since ? 'now' : '' }, swatch(statusStyle(one.status)),
      h('b', {}, statusLabel(one.status)), h('span', {}, span(one))))) : h('p', {}, t('card.never')),
    h('button', { type: 'button', class: 'plain', on: { click: () => set({ measure: `criterion-${cell.criterion}` }) } }, t('card.paint')),
    isComputed(cell.criterion) && h('button', { type: 'button', class: 'ask', 'aria-expanded': String(get().why === String(cell.criterion)), 'data-focus': `why-${cell.criterion}`, on: { click: () => set({ why: String(cell.criterion) }) } }, t('why.open'))];
}

/** @param {any} answer @param {string} opened number of the criterion whose history is open */
function row(answer, opened) {
  const place = h('div', { class: 'history', id: 'cell-history', 'aria-live': 'polite' });
  const shut = button => button.setAttribute('aria-expanded', 'false');
  const list = h('ul', { class: 'cells', 'aria-label': t('card.cells') }, answer.cells.map(cell => {
    const words = `${cell.criterion}. ${say(cell.name)}: ${statusLabel(cell.status)}`;
    const button = h('button', { type: 'button', title: words, 'aria-label': words, 'aria-expanded': 'false', 'aria-controls': 'cell-history', 'data-status': cell.status,
      'data-focus': `cell-${cell.criterion}`, on: { click: () => open(cell, button) } }, swatch(statusStyle(cell.status), 24), h('span', { 'aria-hidden': 'true' }, cell.criterion));
    return h('li', {}, button);
  }));

  function open(cell, button) {
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    list.querySelectorAll('button').forEach(shut);
    opening.criterion = isOpen ? 0 : cell.criterion;
    // The reasons of one criterion do not stand under the history of another.
    if (get().why && get().why !== String(opening.criterion)) return set({ why: '' });
    if (isOpen) return fill(place);
    button.setAttribute('aria-expanded', 'true');
    return fill(place, history(cell));
  }

  const again = answer.cells.find(cell => String(cell.criterion) === opened);
  if (again) open(again, list.querySelectorAll('button')[answer.cells.indexOf(again)]);
  const known = [answer.assessed > 0 && t('card.met', { met: number(answer.met), all: number(answer.cells.length) }),
    answer.assessed < answer.cells.length && t('card.unassessed', { n: number(answer.cells.length - answer.assessed) })];
  return [h('p', { class: 'sum' }, known.filter(Boolean).join(' · ')),
  list, place, answer.recognition.map(one => h('p', { class: 'recognition' }, t(`recognition.${one.level}`), ' · ', t('card.since', { from: date(one.from) })))];
}

/** Which history is open lives with the page, not in the address. */
const opening = { criterion: 0 };

const step = one => [one.code && one.code !== get().unit ? `${one.name} (${one.code})` : one.name, one.share < 1 && ` ${percent(one.share * 100, 0)}`];

const lineage = unit => [
  unit.predecessors.length > 0 && fact(t('card.predecessors', { day: date(unit.predecessors[0].from) }), unit.predecessors.map((one, i) => [i > 0 && ', ', step(one)])),
  unit.successors.length > 0 && fact(t('card.successors', { day: date(unit.successors[0].from) }), unit.successors.map((one, i) => [i > 0 && ', ', step(one)])),
  unit.neighbours.length > 0 && fact(t('card.neighbours'), unit.neighbours.map(one => h('button', { type: 'button', class: 'plain', on: { click: () => go(one.code) } }, one.name))),
];

/** @param {...HTMLElement} more what else there is to say of a commune, such as why a criterion is met or not */
export function card(...more) {
  let shown = '';
  const host = live(h('section', { class: 'card', on: { keydown: event => event.key === 'Escape' && go('') } }), {
    needs: [selected, painted], follows: [boundaries.district], keys: ['unit', 'measure', 'level', 'why'], when: () => get().unit !== '' && (get().room !== 'targets' || get().level === 'commune'),
    draw({ unit, assessed }) {
      if (shown !== unit.code) requestAnimationFrame(() => reveal(host));
      shown = unit.code;
      return [head(unit), flags(unit), assessed ? [row(assessed, get().why || String(opening.criterion)), more] : unit.level === 'urban' && h('p', { class: 'note' }, t('card.outside')),
        h('dl', {}, lineage(unit))];
    },
  });
  return host;
}
