// @ts-check
// How values read, and which target belongs to what is shown.
import { fixed, number, say, t } from '../text.js';
import { declared } from './data.js';

/** @returns {string} name of a measure, a criterion with its number */
export const measureName = measure => (measure.criterion ? `${measure.criterion}. ${say(measure.label)}` : say(measure.label));

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

/** @param {any} measure @param {number} value @param {string} level */
export function numberText(measure, value, level) {
  if (isShare(measure)) return `${fixed(value * 100, Math.max(1, measure.decimals))}\u00a0%`;
  return level === 'commune' ? number(value, measure.decimals) : fixed(value, measure.decimals);
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
  const fitting = [...answer.criteria, ...answer.goals].filter(one => one.measure === measureId && (one.group ?? '') === group && !one.each);
  return fitting.find(one => one.nature !== 'flow') ?? fitting[0];
}

/** @returns {any[]} the doubts of a target, with their text */
export const doubts = (answer, target) => target.discrepancies.map(id =>
  answer.discrepancies.find(one => one.id === id)).filter(Boolean);
