// @ts-check
// Why a criterion is met or not by the map: the rules with what was measured, what is missing and the sections that lack it, beside the official assessment.
import { catalogue } from '../state/data.js';
import { criterionName, statusLabel, statusStyle } from '../state/display.js';
import { seek } from '../state/layers.js';
import { isComputed, why as answers } from '../state/network.js';
import { get, set } from '../state/state.js';
import { difference, fixed, number, percent, placesApart, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { swatch } from '../ui/pieces.js';

/** So many sections are listed before the rest is unfolded. */
const FIRST = 8;

const amount = (value, unit) => (unit === 'villages' ? t('why.villages', { n: number(value) }) : `${fixed(value, 1)}\u00a0${unit}`);
/** What is missing is never shown as nothing. */
const lack = (value, unit) => (unit === 'villages' || value >= 0.1 ? amount(value, unit) : `${difference(value, 1)}\u00a0${unit}`);
const share = value => percent(value * 100);
/** What falls short of its threshold by a trifle does not read as the threshold. */
const beside = (value, threshold) => percent(value * 100, placesApart(value * 100, threshold * 100, 1));

/** Met, not met, or nothing there to be measured. */
const stateOf = rule => (rule.holds === null || rule.holds === undefined ? 'no_data' : rule.holds ? 'met' : 'not_met');

function bar({ value, threshold }) {
  const at = one => `${Math.min(100, Math.max(0, one * 100))}%`;
  return h('div', { class: 'bar', 'aria-hidden': 'true' }, h('b', { style: `width:${at(value)}` }), h('i', { class: 'tick target', style: `left:${at(threshold)}` }));
}

function rule(one) {
  const state = stateOf(one);
  const isMeasured = state !== 'no_data';
  return h('li', { 'data-rule': one.id, 'data-state': state }, h('p', {}, h('span', { class: `state ${state}` }, t(isMeasured ? `target.${state}` : 'why.nothing')), ' ', h('b', {}, say(one.label))),
    isMeasured && h('p', { class: 'sums' }, t('why.measured', { share: beside(one.value, one.threshold), part: amount(one.numerator, one.unit), whole: amount(one.denominator, one.unit) }), ' · ', t('why.threshold', { share: share(one.threshold) }),
      one.missing > 0 && [' · ', h('strong', {}, t('why.missing', { amount: lack(one.missing, one.unit) }))]),
    isMeasured && bar(one), h('p', { class: 'note' }, say(one.source)));
}

/** The layer on which what a rule measures is drawn. */
const LAYERS = { road_share: 'roads', lined_share: 'canals', irrigated_share: 'command-areas', powered_villages_share: 'villages' };

/** Sections lack metres, command areas hectares, villages are counted. */
const size = one => (one.lengthM !== undefined ? `${number(one.lengthM)}\u00a0m` : one.areaHa !== undefined ? `${number(one.areaHa, 1)}\u00a0ha` : '');

function lacking(answer) {
  const ruleOf = new Map(answer.rules.map(one => [one.id, one]));
  const rows = answer.lacking;
  const show = one => seek(LAYERS[ruleOf.get(one.rule)?.quantity], one.code);
  const line = one => h('tr', { on: { click: () => show(one) } }, h('th', { scope: 'row' }, h('button', { type: 'button', class: 'plain', 'data-focus': `lacking-${one.code}` }, one.name, h('small', {}, ` ${one.code}`))), h('td', { class: 'words' }, say(ruleOf.get(one.rule)?.label ?? null)), h('td', {}, size(one)));
  const table = (some, title) => h('table', {}, title && h('caption', {}, title), h('tbody', {}, some.map(line)));
  return rows.length > 0 && [table(rows.slice(0, FIRST), t('why.lacking', { n: number(rows.length) })),
    rows.length > FIRST && h('details', {}, h('summary', { 'data-focus': 'why-more' }, t('why.more', { n: number(rows.length - FIRST) })), table(rows.slice(FIRST)))];
}

/** The map and people side by side; where they differ that is said to both. */
const both = answer => [h('dl', { class: 'both' }, [['computed', answer.computed], ['official', answer.official]].map(([who, status]) => h('div', {}, h('dt', {}, t(`why.${who}`)), h('dd', {}, swatch(statusStyle(status ?? 'not_assessed'), 14), h('b', {}, statusLabel(status ?? 'not_assessed')))))),
  answer.contradiction && h('p', { class: 'contradiction' }, `⚑ ${t('why.contradiction')}`)];

export function why() {
  const close = () => set({ why: '' });
  return live(h('section', { class: 'why', 'aria-live': 'polite' }), {
    needs: [answers], follows: [catalogue], keys: ['why', 'unit'], when: () => get().why !== '' && isComputed(get().why),
    draw: answer => [h('header', {}, h('h3', {}, t('why.title', { criterion: criterionName(answer.criterion) })), h('button', { type: 'button', class: 'close', 'aria-label': t('why.close'), title: t('why.close'), 'data-focus': 'why-close', on: { click: close } }, '×')),
      h('p', { class: 'sentence' }, say(answer.sentence)), both(answer), h('ol', {}, answer.rules.map(rule)), lacking(answer),
      h('p', { class: 'note' }, t('why.note'), answer.illustrative && h('b', { class: 'mark-of' }, ` · ${t('about.chip')}`))],
    empty: answer => answer.rules.length === 0 && t('why.none'),
  });
}
