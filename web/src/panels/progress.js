// @ts-check
// How the kilometres of the year grow month by month against the target, how fast they would have to, and the works behind them; of the grid, its lines by voltage.
import { targets } from '../state/data.js';
import { findTarget, gapText, limitText, placesBeside, reachedText } from '../state/display.js';
import { summary } from '../state/network.js';
import { NETWORKS } from '../state/networks.js';
import { get } from '../state/state.js';
import { date, fixed, number, say, t } from '../text.js';
import { burnUp } from '../ui/burn-up.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { stateText } from '../ui/targets.js';

const km = value => `${fixed(value, 1)}\u00a0km`;
const MONTHS = 12;
const isKnown = month => month.total !== null && month.total !== undefined;

/** How much of the year has gone, in months. @param {string} day */
function gone(day) {
  const [year, month, of] = day.split('-').map(Number);
  return month - 1 + of / new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The totals by how much of the year had gone, from nought on. */
function totals(answer) {
  const now = gone(answer.asOf);
  const ends = answer.months.filter(isKnown).map(month => ({ at: Number(month.month.slice(5)), km: month.total })).filter(point => point.at < now);
  return [{ at: 0, km: 0 }, ...ends, { at: now, km: answer.yearKm }];
}

/** What the plan has accepted by a day: whole months, and of the one that runs its part. */
function plannedBy(months, at) {
  const before = months[Math.floor(at) - 1]?.planned ?? 0;
  const after = months[Math.floor(at)]?.planned ?? before;
  return before + (after - before) * (at % 1);
}

function pace(answer, target) {
  const [at, now] = [gone(answer.asOf), answer.yearKm];
  const plan = answer.months.some(month => month.planned) ? plannedBy(answer.months, at) : null;
  return [t('progress.pace', { pace: km(now / at) }), target && target.gap > 0 && at < MONTHS && t('progress.needed', { pace: km(target.gap / (MONTHS - at)) }),
    target && target.gap > 0 && at >= MONTHS && t('progress.over'),
    plan !== null && (plan > now ? t('progress.behind', { plan: km(plan), by: km(plan - now) }) : t('progress.ahead', { plan: km(plan), by: km(now - plan) }))].filter(Boolean).join(' · ');
}

function head(answer, target) {
  return [h('p', { class: 'big' }, `${fixed(answer.yearKm, placesBeside(target, answer.yearKm, 1))}\u00a0km`, target && h('small', {}, ` / ${limitText(target, 1)}`, target.progress !== null && ` · ${reachedText(target, 1)}`)),
    target && h('p', {}, h('span', { class: `state ${target.state}` }, stateText(target)), target.gap !== null && !target.met && ` · ${gapText(target, 1)}`), h('p', { class: 'note' }, pace(answer, target))];
}

function chart(answer, target) {
  const { months } = answer;
  const forecast = gone(answer.asOf) < MONTHS ? answer.forecast : null;
  const points = totals(answer);
  const last = points[points.length - 1];
  const words = { target: target ? limitText(target, 1) : '', planned: t('progress.planned'), forecast: t('progress.forecast') };
  const label = [t('progress.so-far', { day: date(answer.asOf), km: km(last.km) }), target && t('headline.target', { target: words.target }), forecast && t('progress.may-end', { low: km(forecast.low), high: km(forecast.high) })];
  return h('figure', {}, burnUp({ totals: points, planned: months.some(month => month.planned) ? months.map(month => month.planned) : [], target: target?.low ?? null, forecast,
    monthNames: months.map(month => t('progress.month', { n: Number(month.month.slice(5)) })), words: { ...words, label: label.filter(Boolean).join('. ') } }),
  h('figcaption', { class: 'note' }, h('span', { class: 'key accepted' }, t('progress.accepted')), h('span', { class: 'key planned' }, t('progress.planned')),
    forecast && h('span', { class: 'key forecast' }, t('progress.may-end', { low: km(forecast.low), high: km(forecast.high) })),
    forecast && h('p', {}, `${t('progress.forecast')}: ${say(forecast.method)}`, forecast.backtest && ` ${t('progress.backtest', { guesses: number(forecast.backtest.guesses), km: km(forecast.backtest.meanErrorKm) })}`)));
}

const states = answer => h('table', { class: 'states' }, h('caption', {}, t('progress.works', { year: answer.asOf.slice(0, 4), day: date(answer.asOf) }), h('span', { class: 'note' }, t('progress.works.note'))),
  h('thead', {}, h('tr', {}, ['state', 'count', 'km', 'cost'].map(one => h('th', { scope: 'col', class: one === 'state' ? 'words' : '' }, t(`progress.${one}`))))),
  h('tbody', {}, answer.states.map(one => h('tr', { 'data-state': one.state }, h('th', { scope: 'row' }, t(`work.${one.state}`)), h('td', {}, number(one.count)), h('td', {}, fixed(one.km, 1)), h('td', {}, fixed(one.costMillion / 1000, 1))))));

/** Nothing is hardened on a power line: what there is of each voltage. */
const voltages = answer => h('table', { class: 'states voltages' }, h('caption', {}, t('progress.voltages')),
  h('thead', {}, h('tr', {}, h('th', { scope: 'col', class: 'words' }, t('progress.voltage')), h('th', { scope: 'col' }, t('progress.km')))),
  h('tbody', {}, answer.classes.map(one => h('tr', { 'data-class': one.class }, h('th', { scope: 'row' }, say(one.label)), h('td', {}, fixed(one.totalKm, 1))))),
  h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, t('table.whole')), h('td', {}, fixed(answer.classes.reduce((sum, one) => sum + one.totalKm, 0), 1)))));

const grid = answer => [h('h3', {}, t('progress.title.power_line')), voltages(answer), answer.states.length > 0 ? states(answer) : h('p', { class: 'note' }, t('progress.no-works'))];

export function progress() {
  return live(h('section', { class: 'progress' }), {
    needs: [summary, targets], room: 'infrastructure', keys: ['network'],
    empty: answer => !answer.months.length && t('progress.empty'),
    draw(answer, planned) {
      if (answer.kind === 'power_line') return grid(answer);
      const target = findTarget(planned, NETWORKS[answer.kind].measures[0], '');
      const isSet = target && target.low !== null;
      return [h('h3', {}, t(`progress.title.${answer.kind}`)), head(answer, isSet ? target : null), chart(answer, isSet ? target : null), answer.states.length > 0 && states(answer)];
    },
  });
}
