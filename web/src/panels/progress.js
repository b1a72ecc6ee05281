// @ts-check
// How the kilometres of the year grow month by month against the target, how fast they would have to, and the works behind them.
import { summary } from '../state/network.js';
import { gapText, limitText } from '../state/display.js';
import { get } from '../state/state.js';
import { date, fixed, number, say, t } from '../text.js';
import { burnUp } from '../ui/burn-up.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { stateText } from '../ui/targets.js';

const km = value => `${fixed(value, 1)}\u00a0km`;
const isKnown = month => month.total !== null && month.total !== undefined;

/** How much of the year has gone, in months. @param {string} day */
function gone(day) {
  const [year, month, of] = day.split('-').map(Number);
  return month - 1 + of / new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The totals by how much of the year had gone, from nought on. */
function totals(answer) {
  const now = gone(answer.asOf);
  return [{ at: 0, km: 0 }, ...answer.months.filter(isKnown).map(month => ({ at: Math.min(now, Number(month.month.slice(5))), km: month.total }))];
}

/** What the plan has accepted by a day: whole months, and of the one that runs its part. */
function plannedBy(months, at) {
  const before = months[Math.floor(at) - 1]?.planned ?? 0;
  const after = months[Math.floor(at)]?.planned ?? before;
  return before + (after - before) * (at % 1);
}

function pace(answer) {
  const { target } = answer;
  const [at, now] = [gone(answer.asOf), target?.now ?? totals(answer).at(-1)?.km ?? 0];
  const plan = answer.months.some(month => month.planned) ? plannedBy(answer.months, at) : null;
  return [t('progress.pace', { pace: km(now / at) }), target && target.gap > 0 && at < 12 && t('progress.needed', { pace: km(target.gap / (12 - at)) }),
    target && target.gap > 0 && at >= 12 && t('progress.over'),
    plan !== null && (plan > now ? t('progress.behind', { plan: km(plan), by: km(plan - now) }) : t('progress.ahead', { plan: km(plan), by: km(now - plan) }))].filter(Boolean).join(' · ');
}

function head(answer) {
  const { target } = answer;
  const now = target?.now ?? totals(answer).at(-1)?.km ?? 0;
  return [h('p', { class: 'big' }, km(now), target && h('small', {}, ` / ${limitText(target, 1)}`, target.progress !== null && ` · ${number(target.progress, 1)}\u00a0%`)),
    target && h('p', {}, h('span', { class: `state ${target.state}` }, stateText(target)), target.gap !== null && !target.met && ` · ${gapText(target, 1)}`), h('p', { class: 'note' }, pace(answer))];
}

function chart(answer) {
  const { forecast, target, months } = answer;
  const points = totals(answer);
  const last = points[points.length - 1];
  const words = { target: target ? limitText(target, 1) : '', planned: t('progress.planned'), forecast: t('progress.forecast') };
  const label = [t('progress.so-far', { day: date(answer.asOf), km: km(last.km) }), target && t('headline.target', { target: words.target }), forecast && t('progress.may-end', { low: km(forecast.low), high: km(forecast.high) })];
  return h('figure', {}, burnUp({ totals: points, planned: months.some(month => month.planned) ? months.map(month => month.planned) : [], target: target?.low ?? null, forecast,
    monthNames: months.map(month => t('progress.month', { n: Number(month.month.slice(5)) })), words: { ...words, label: label.filter(Boolean).join('. ') } }),
  h('figcaption', { class: 'note' }, h('span', { class: 'key accepted' }, t('progress.accepted')), h('span', { class: 'key planned' }, t('progress.planned')),
    forecast && h('span', { class: 'key forecast' }, t('progress.may-end', { low: km(forecast.low), high: km(forecast.high) })),
    forecast && h('p', {}, `${t('progress.forecast')}: ${say(forecast.method)}`, forecast.backtest && ` ${t('progress.backtest', { months: number(forecast.backtest.months), km: km(forecast.backtest.meanErrorKm) })}`)));
}

const states = answer => h('table', { class: 'states' }, h('caption', {}, t('progress.works')),
  h('thead', {}, h('tr', {}, ['state', 'count', 'km', 'cost'].map(one => h('th', { scope: 'col', class: one === 'state' ? 'words' : '' }, t(`progress.${one}`))))),
  h('tbody', {}, answer.states.map(one => h('tr', { 'data-state': one.state }, h('th', { scope: 'row' }, t(`work.${one.state}`)), h('td', {}, number(one.count)), h('td', {}, fixed(one.km, 1)), h('td', {}, fixed(one.costMillion / 1000, 1))))));

export function progress() {
  return live(h('section', { class: 'progress' }), {
    needs: [summary], room: 'infrastructure', keys: ['network'], when: () => get().network !== 'grid',
    empty: answer => !answer.months.length && t('progress.empty'),
    draw: answer => [h('h3', {}, t(`progress.title.${answer.kind}`)), head(answer), chart(answer), answer.states.length > 0 && states(answer)],
  });
}
