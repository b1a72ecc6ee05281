// @ts-check
// The criteria of the plan as a table: what was, what is wanted, what is, printed and computed percentages side by side.
import { measure, targets } from '../state/data.js';
import { doubts } from '../state/display.js';
import { get, set } from '../state/state.js';
import { fixed, number, say, t } from '../text.js';
import { fill, h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { doubtTexts, stateText } from '../ui/targets.js';

const none = key => h('span', { class: 'none' }, t(`criteria.not-${key}`));
const isNone = value => value === null || value === undefined;
const figure = (value, key) => (isNone(value) ? none(key) : number(value, 2));
const share = (value, key) => (isNone(value) ? none(key) : `${number(value, 2)}\u00a0%`);

/** A share with the one place the plan prints; rounded once, from the counts. */
const computed = (count, of) => (isNone(count) || !of ? none('known') : h('span', { title: share(count / of * 100) }, `${fixed(count / of * 100, 1)}\u00a0%`));

/** What the plan adds to what, and what is still short when it is reached. */
const reach = target => (isNone(target.low) || !target.of ? null : [target.increment > 0 && !isNone(target.baseline?.value) && `${number(target.baseline.value)} + ${number(target.increment)} = ${number(target.low)}`,
  t('criteria.short', { n: number(target.of - target.low), of: number(target.of) })].filter(Boolean).join(' · '));

/** Whose doubts are open lives with the page. */
const opened = new Set();

/** Opens and shuts the line below with what is doubted about a figure. */
function doubtButton(id, found, redraw) {
  const ids = found.map(one => one.id).join(', ');
  const turn = event => {
    event.stopPropagation();
    if (!opened.delete(id)) opened.add(id);
    redraw();
  };
  return h('button', { type: 'button', class: 'flag', 'data-focus': `doubt-${id}`, 'aria-expanded': String(opened.has(id)), 'aria-label': t('criteria.doubt', { ids }), title: t('criteria.doubt', { ids }),
    on: { click: turn } }, '⚑ ', found.length === 1 ? found[0].id : number(found.length));
}

function row(answer, target, redraw) {
  const isShown = target.measure === measure()?.id && get().group === '';
  const found = doubts(answer, target);
  const paint = () => target.measure && set({ measure: target.measure, group: '', since: '' });
  const state = target.low === null ? 'not_set' : target.state;
  return [h('tr', { class: isShown ? 'chosen' : '', 'data-target': target.id, 'data-state': state, on: { click: paint } },
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'plain', 'aria-pressed': String(isShown), 'data-focus': target.id }, `${Number(target.id.replace(/\D/g, ''))}. ${say(target.label)}`)),
    h('td', {}, figure(target.baseline?.value, 'known')), h('td', { title: reach(target) }, figure(target.low, 'set'), target.increment > 0 && h('small', { class: 'plus' }, ` +${number(target.increment)}`)), h('td', { class: 'now' }, target.now ? figure(target.now.value, 'known') : t('target.no_data')),
    h('td', {}, figure(target.gap, 'set')), h('td', { class: 'words' }, h('span', { class: `state ${state}` }, stateText({ state }))),
    h('td', { class: target.discrepancies.length && !isNone(target.printedPercent) ? 'doubted' : '' }, share(target.printedPercent, 'printed')),
    h('td', {}, target.low === null ? none('set') : computed(target.low, target.of)),
    h('td', {}, computed(target.now?.value, target.of)), h('td', { class: 'words' }, found.length > 0 && doubtButton(target.id, found, redraw))),
  found.length > 0 && opened.has(target.id) && h('tr', { class: 'doubts' }, h('td', { colspan: COLUMNS.length }, doubtTexts(found)))];
}

const COLUMNS = ['name', 'baseline', 'target', 'now', 'gap', 'state', 'printed', 'computed', 'share', 'doubts'];
const WORDS = ['name', 'state', 'doubts'];

export function criteria() {
  return live(h('section', { class: 'criteria' }), {
    needs: [targets], room: 'targets', quiet: true, keys: ['measure', 'group'],
    empty: answer => answer.criteria.length === 0 && t('goals.empty'),
    draw(answer) {
      const body = h('tbody');
      const redraw = () => fill(body, answer.criteria.map(target => row(answer, target, redraw)));
      redraw();
      return [h('h3', {}, t('criteria.title')), h('p', { class: 'note' }, t('criteria.note')),
        h('div', { class: 'scroll wide', tabindex: 0, role: 'region', 'aria-label': t('criteria.title'), 'data-scroll': 'criteria' }, h('table', {},
          h('thead', {}, h('tr', {}, COLUMNS.map(column => h('th', { scope: 'col', class: WORDS.includes(column) ? 'words' : '' }, t(`criteria.${column}`))))), body))];
    },
  });
}
