// @ts-check
// The criteria of the plan as a table: what was, what is wanted, what is, printed and computed percentages side by side.
import { measure, targets } from '../state/data.js';
import { doubts } from '../state/display.js';
import { get, set } from '../state/state.js';
import { fixed, number, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { doubtList, stateText } from '../ui/targets.js';

const none = () => h('span', { class: 'none' }, t('criteria.not-set'));
const figure = value => (value === null || value === undefined ? none() : number(value, 2));
const share = value => (value === null || value === undefined ? none() : `${number(value, 2)}\u00a0%`);
/** Computed percentages with one place, which is what the plan prints, the rest in the title. */
const computed = value => (value === null || value === undefined ? none() : h('span', { title: share(value) }, `${fixed(value, 1)}\u00a0%`));

function row(answer, target) {
  const isShown = target.measure === measure()?.id && get().group === '';
  const found = doubts(answer, target);
  const paint = () => target.measure && set({ measure: target.measure, group: '', since: '' });
  return [h('tr', { class: isShown ? 'chosen' : '', 'data-target': target.id, 'data-state': target.state, on: { click: paint } },
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'plain', 'aria-pressed': String(isShown), 'data-focus': target.id }, `${Number(target.id.replace(/\D/g, ''))}. ${say(target.label)}`)),
    h('td', {}, figure(target.baseline?.value)), h('td', {}, figure(target.low)), h('td', { class: 'now' }, target.now ? figure(target.now.value) : t('target.no_data')),
    h('td', {}, target.low === null ? none() : figure(target.gap)), h('td', {}, share(target.printedPercent)), h('td', { class: target.discrepancies.length ? 'doubted' : '' }, computed(target.recomputedPercent)),
    h('td', {}, computed(target.now?.percent)), h('td', {}, h('span', { class: `state ${target.low === null ? 'no_data' : target.state}` }, target.low === null ? t('criteria.not-set') : stateText(target)))),
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
