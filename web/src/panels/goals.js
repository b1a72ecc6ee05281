// @ts-check
// The general goals of the plan as tiles; a goal with a measure paints the map.
import { measure, targets } from '../state/data.js';
import { doubts } from '../state/display.js';
import { get, set } from '../state/state.js';
import { date, difference, number, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { doubtList, stateText } from '../ui/targets.js';

const PLACES = 2;
const band = goal => [goal.low, goal.high].filter(one => one !== null).map(one => number(one, PLACES)).join('–');

const bar = goal => {
  const whole = goal.of ?? (goal.high ?? goal.low) * 1.2;
  const at = value => `${Math.min(100, Math.max(0, value / whole * 100))}%`;
  return h('div', { class: 'bar', 'aria-hidden': 'true' }, h('b', { style: `width:${at(goal.now.value)}` }),
    goal.baseline?.value != null && h('i', { class: 'tick baseline', style: `left:${at(goal.baseline.value)}` }), h('i', { class: 'tick target', style: `left:${at(goal.low)}` }));
};

function tile(answer, goal) {
  const hasData = goal.state !== 'no_data' && goal.now;
  const isShown = goal.measure === measure()?.id && (goal.group ?? '') === get().group;
  const inside = [h('span', { class: 'label' }, say(goal.label)),
    h('span', { class: 'big' }, hasData && number(goal.now.value, PLACES), h('small', {}, hasData ? ` / ${band(goal)}` : t('headline.target', { target: band(goal) }))),
    h('span', { class: `state ${goal.state}` }, stateText(goal), hasData && goal.gap > 0 && ` · ${t('headline.gap', { gap: difference(goal.gap, PLACES) })}`),
    hasData && bar(goal), goal.baseline?.value != null && h('small', { class: 'note' }, t(goal.baseline.derived ? 'goals.baseline-derived' : 'goals.baseline', { value: number(goal.baseline.value, PLACES) })),
    goal.group ? h('small', { class: 'note' }, t('goals.group')) : goal.each && h('small', { class: 'note' }, t('goals.each'))];
  const doubted = doubts(answer, goal);
  return h('li', { 'data-goal': goal.id, 'data-state': goal.state }, goal.measure
    ? h('button', { type: 'button', 'aria-pressed': String(isShown), 'data-focus': goal.id, title: t('criteria.paint'),
      on: { click: () => set({ measure: goal.measure, group: goal.group ?? '', since: '' }) } }, inside) : h('div', {}, inside), doubtList(doubted));
}

export function goals() {
  return live(h('section', { class: 'goals' }), {
    needs: [targets], room: 'targets', keys: ['measure', 'group'],
    empty: answer => answer.goals.length === 0 && t('goals.empty'),
    draw: answer => [h('h2', {}, say(answer.plan.title)), h('p', { class: 'note' }, t('goals.as-of', { day: date(answer.asOf), series: t(`series.${answer.series}`) }), answer.illustrative && ` · ${t('about.chip')}`),
      h('h3', {}, t('goals.title')), h('ul', { class: 'tiles' }, answer.goals.map(goal => tile(answer, goal)))],
  });
}
