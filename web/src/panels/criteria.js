// @ts-check
// The criteria of the plan as a table: what was, what is wanted, what is, printed and computed percentages side by side.
import { measure, targets } from '../state/data.js';
import { doubts } from '../state/display.js';
import { get, set } from '../state/state.js';
import { fixed, number, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { doubtList, stateText } from '../ui/targets.js';

const none = key => h('span', { class: 'none' }, t(`criteria.not-${key}`));
const isNone = value => value === null || value === undefined;
const figure = (value, key) => (isNone(value) ? none(key) : number(value, 2));
const share = (value, key) => (isNone(value) ? none(key) : `${number(value, 2)}\u00a0%`);

/** A share with the one place the plan prints; rounded once, from the counts. */
const computed = (count, of) => (isNone(count) || !of ? none('known') : h('span', { title: share(count / of * 100) }, `${fixed(count / of * 100, 1)}\u00a0%`));

function row(answer, target) {
  const isShown = target.measure === measure()?.id && get().group === '';
  const found = doubts(answer, target);
  const paint = () => target.measure && set({ measure: target.measure, group: '', since: '' });
  const state = target.low === null ? 'not_set' : target.state;
  return [h('tr', { class: isShown ? 'chosen' : '', 'data-target': target.id, 'data-state': state, on: { click: paint } },
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'plain', 'aria-pressed': String(isShown), 'data-focus': target.id }, `${Number(target.id.replace(/\D/g, ''))}. ${say(target.label)}`)),
    h('td', {}, figure(target.baseline?.value, 'known')), h('td', {}, figure(target.low, 'set')), h('td', { class: 'now' }, target.now ? figure(target.now.value, 'known') : t('target.no_data')),
    h('td', {}, figure(target.gap, 'set')), h('td', { class: target.discrepancies.length && !isNone(target.printedPercent) ? 'doubted' : '' }, share(target.printedPercent, 'printed')),
    h('td', {}, target.low === null ? none('set') : computed(target.low, target.of)),
    h('td', {}, computed(target.now?.value, target.of)), h('td', {}, h('span', { class: `state ${state}` }, stateText({ state })))),
  found.length > 0 && h('tr', { class: 'doubts' }, h('td', { colspan: 9 }, doubtList(found)))];
}

const COLUMNS = ['name', 'baseline', 'target', 'now', 'gap', 'printed', 'computed', 'share', 'state'];

export function criteria() {
  return live(h('section', { class: 'criteria' }), {
    needs: [targets], room: 'targets', keys: ['measure', 'group'],
    empty: answer => answer.criteria.length === 0 && t('goals.empty'),
    draw: answer => [h('h3', {}, t('criteria.title')), h('p', { class: 'note' }, t('criteria.note')),
      h('div', { class: 'scroll wide', tabindex: 0, role: 'region', 'aria-label': t('criteria.title'), 'data-scroll': 'criteria' }, h('table', {},
        h('thead', {}, h('tr', {}, COLUMNS.map(column => h('th', { scope: 'col' }, t(`criteria.${column}`))))), h('tbody', {}, answer.criteria.map(target => row(answer, target)))))],
  });
}
