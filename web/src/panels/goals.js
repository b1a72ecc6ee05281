// @ts-check
// The general goals of the plan as tiles, each with how it went; a goal with a measure paints the map, what is added in a year as the change since before it.
import { declared, hasTrend, measure, plans, targets, trendKey, trends } from '../state/data.js';
import { doubts, placesBeside, reachedText } from '../state/display.js';
import { get, set } from '../state/state.js';
import { date, difference, number, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { segments } from '../ui/pieces.js';
import { spark } from '../ui/spark.js';
import { doubtList, stateText } from '../ui/targets.js';

const PLACES = 2;
const band = goal => [goal.low, goal.high].filter(one => one !== null).map(one => number(one, PLACES)).join('–');

const bar = goal => {
  const whole = goal.of ?? (goal.high ?? goal.low) * 1.2;
  const at = value => `${Math.min(100, Math.max(0, value / whole * 100))}%`;
  return h('div', { class: 'bar', 'aria-hidden': 'true' }, h('b', { style: `width:${at(goal.now.value)}` }),
    goal.high > goal.low && h('u', { style: `left:${at(goal.low)};width:calc(${at(goal.high)} - ${at(goal.low)})` }),
    goal.baseline?.value != null && h('i', { class: 'tick baseline', style: `left:${at(goal.baseline.value)}` }), h('i', { class: 'tick target', style: `left:${at(goal.low)}` }));
};

const isFlow = goal => goal.nature === 'flow' && !goal.each;

/** The day a flow is counted from, where the data reach back to it. */
const since = (answer, goal) => (isFlow(goal) && declared().firstDay < answer.asOf && declared().firstDay.startsWith(String(answer.plan.year - 1)) ? declared().firstDay : '');

/** How a goal stood at the end of each month: a mean, how many there are, or how many were added. */
function trend(answer, goal) {
  const days = hasTrend(goal) && trends.read().data?.get(trendKey(goal));
  if (!days || days.length < 2) return null;
  const figure = day => (goal.nature === 'mean' ? day.mean : day.met) ?? null;
  const points = days.map(day => ({ day: day.asOf, isNow: day.asOf === answer.asOf, value: figure(day) === null ? null : figure(day) - (isFlow(goal) ? figure(days[0]) ?? 0 : 0) }));
  const known = points.filter(point => point.value !== null);
  if (known.length < 2) return null;
  const [first, last] = [known[0], known[known.length - 1]];
  return spark(points, goal.low, t('goals.trend', { from: date(first.day), to: date(last.day), was: number(first.value, PLACES), is: number(last.value, PLACES) }));
}

/** How much of the target is reached; of a mean that says nothing. */
const reached = goal => goal.nature !== 'mean' && goal.progress !== null && ` · ${reachedText(goal, 0)}`;

function tile(answer, goal) {
  const hasData = goal.state !== 'no_data' && goal.now;
  const isShown = goal.measure === measure()?.id && (goal.group ?? '') === get().group && since(answer, goal) === get().since;
  const inside = [h('span', { class: 'label' }, say(goal.label)),
    h('span', { class: 'big' }, hasData && number(goal.now.value, placesBeside(goal, goal.now.value, PLACES)), h('small', {}, hasData ? [` / ${band(goal)}`, reached(goal)] : t('headline.target', { target: band(goal) }))),
    h('span', { class: `state ${goal.state}` }, stateText(goal), hasData && goal.gap > 0 && ` · ${t('headline.gap', { gap: difference(goal.gap, PLACES) })}`),
    hasData && bar(goal), hasData && trend(answer, goal), goal.baseline?.value != null && h('small', { class: 'note' }, t(goal.baseline.derived ? 'goals.baseline-derived' : 'goals.baseline', { value: number(goal.baseline.value, PLACES) })),
    goal.group ? h('small', { class: 'note' }, t('goals.group')) : goal.each && h('small', { class: 'note' }, t('goals.each'))];
  const doubted = doubts(answer, goal);
  return h('li', { 'data-goal': goal.id, 'data-state': goal.state }, goal.measure
    ? h('button', { type: 'button', 'aria-pressed': String(isShown), 'data-focus': goal.id, title: t('criteria.paint'),
      on: { click: () => set({ measure: goal.measure, group: goal.group ?? '', level: 'commune', since: since(answer, goal) }) } }, inside) : h('div', {}, inside), doubtList(doubted));
}

/** The years there are plans of; one alone is no choice. */
const years = answer => plans.read().data?.years.length > 1 && h('div', { class: 'row' }, segments(t('goals.year'), plans.read().data.years.map(year => ({ id: String(year), label: String(year) })),
  String(answer.plan.year), year => set({ asOf: yearDay(year) })));

/** The last day of a year, or the last with data in it. */
const yearDay = year => (declared().lastDay.startsWith(year) ? declared().lastDay : `${year}-12-31`);

export function goals() {
  return live(h('section', { class: 'goals' }), {
    needs: [targets], follows: [plans, trends], room: 'targets', keys: ['measure', 'group', 'since'],
    draw: answer => [years(answer), h('h2', {}, say(answer.plan.title)), h('p', { class: 'note' }, t('goals.as-of', { day: date(answer.asOf), series: t(`series.${answer.series}`) }), answer.illustrative && ` · ${t('about.chip')}`),
      answer.goals.length === 0 ? h('p', { class: 'empty' }, t('goals.empty')) : [h('h3', {}, t('goals.title')), h('ul', { class: 'tiles' }, answer.goals.map(goal => tile(answer, goal)))]],
  });
}
