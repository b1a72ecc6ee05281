// @ts-check
// How values read, and which target belongs to what is shown.
import { difference, fixed, number, percent, placesApart, say, signed, t } from '../text.js';
import { declared } from './data.js';

/** @returns {string} name of a measure, a criterion with its number */
export const measureName = measure => (measure.criterion ? `${measure.criterion}. ${say(measure.label)}` : say(measure.label));

/** @param {number} number of a criterion @returns {string} its number and name */
export const criterionName = number => measureName(declared().measures.find(one => one.id === `criterion-${number}`) ?? { criterion: number, label: null });

/** A group with its size; where the plan expects another, both: 19/20. */
export const groupLabel = ({ label, computed, count, expectedSize }) =>
  `${say(label)} (${number(count)}${!computed && expectedSize !== null && expectedSize !== count ? `/${number(expectedSize)}` : ''})`;

/** @returns {string} name with its type, such as Xã Đề Thám */
export const fullName = unit => `${unit.type} ${unit.name}`;

const status = code => declared().statuses.find(one => one.code === code);
export const statusLabel = code => say(status(code)?.label ?? null) || code;
/** Colour and hatch of a status, as the server gives them. */
export const statusStyle = code => status(code)?.paint ?? { fill: 'none', hatch: null };

/** A state of one commune reads as words, an area as a share or a sum. */
export const isState = (measure, level) => level === 'commune' && (measure.kind === 'status' || measure.kind === 'flag');
export const isShare = measure => measure.kind === 'share' || measure.kind === 'status' || (measure.kind === 'flag' && measure.rollUp === 'share');

/** Sums of things that are measured read with their unit. */
const isSum = measure => measure.kind === 'number' && measure.rollUp === 'sum';
const withUnit = (measure, text) => (isSum(measure) ? `${text}\u00a0${say(measure.unit)}` : text);

/** @param {any} measure @param {number} value @param {string} level */
export function numberText(measure, value, level) {
  if (isShare(measure)) return `${fixed(value * 100, Math.max(1, measure.decimals))}\u00a0%`;
  return withUnit(measure, level === 'commune' && !isSum(measure) ? number(value, measure.decimals) : fixed(value, measure.decimals));
}

/** How far a value moved: a share in points of percent. */
export const moveText = (measure, by) => (isShare(measure) ? t('ranking.points', { by: signed(by * 100, 1) }) : withUnit(measure, signed(by, measure.decimals)));

/** The figure of a whole: a sum where values add up, else the mean. */
export const wholeOf = (measure, { sum, mean }) => (isSum(measure) ? sum : mean);

const UNITS = { percent: '%', km: 'km', ha: 'ha' };
const inUnit = (target, text) => (UNITS[target.unit] ? `${text}\u00a0${UNITS[target.unit]}` : text);

/** What is wanted, as the plan words it: over 350 km, about 50 km, 15–15.5. */
export function limitText(target, decimals) {
  const band = inUnit(target, [target.low, target.high].filter(one => one !== null).map(one => number(one, decimals)).join('–'));
  return target.comparator === '>' ? t('target.over', { band }) : target.approx ? t('target.about', { band }) : band;
}

/** Compared before rounding: what falls short of a target by a trifle reads with as many places as tell the two apart. */
export const placesBeside = (target, value, decimals) => (target && target.low !== null && !target.met ? placesApart(value, target.low, decimals) : decimals);

/** How much of a target is reached; never 100 % of one that is not. */
export const reachedText = (target, decimals) => percent(target.progress, target.met ? decimals : placesApart(target.progress, 100, decimals));

/** The same of a figure of a measure. */
export const wholeText = (measure, value, target) => numberText({ ...measure, decimals: placesBeside(target, isShare(measure) ? value * 100 : value, isShare(measure) ? Math.max(1, measure.decimals) : measure.decimals) }, value, 'province');

/** What is missing; where just the threshold is reached that has to be passed, that. */
export function gapText(target, decimals) {
  if (target.gap === 0) return t('target.at');
  const gap = difference(target.gap, decimals);
  return t('headline.gap', { gap: target.unit === 'percent' ? t('ranking.points', { by: gap }) : inUnit(target, gap) });
}

/** @param {any} measure @param {any} value one of the values of an answer @param {string} level */
export function valueText(measure, value, level) {
  if (level === 'commune' && measure.kind === 'status') return statusLabel(value.status);
  if (value.value === null) return t('value.none');
  if (isState(measure, level)) return t(value.value === 1 ? 'value.yes' : 'value.no');
  return numberText(measure, value.value, level);
}

/** @returns {any} the target for a measure in a group (empty for the province), what is reached before what is added; or undefined */
export function findTarget(answer, measureId, group) {
  const fitting = [...answer.criteria, ...answer.goals, ...answer.indicators].filter(one => one.measure === measureId && (one.group ?? '') === group && !one.each
    && (one.nature !== 'flow' || answer.asOf.startsWith(answer.plan.year)));
  return fitting.find(one => one.nature !== 'flow') ?? fitting[0];
}

/** @returns {any[]} the doubts of a target, with their text */
export const doubts = (answer, target) => target.discrepancies.map(id =>
  answer.discrepancies.find(one => one.id === id)).filter(Boolean);
