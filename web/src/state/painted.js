// @ts-check
// What the map, the legend, the table and the files show: one answer for all of them.
import { t } from '../text.js';
import { boundaries, catalogue, earlier, measure, units, values } from './data.js';
import { isShare, isState } from './display.js';
import { joined } from './resource.js';
import { get } from './state.js';

/** Colours of a comparison; each class has a word beside it and what was lost is hatched. */
const STATES = [
  { key: 'gained', fill: '#1b7f6b', hatch: null }, { key: 'kept', fill: '#a9d3c6', hatch: null },
  { key: 'still-not', fill: '#e9e4d9', hatch: null }, { key: 'lost', fill: '#d98a5b', hatch: 'lapsed', hatchColour: '#b3261e' },
  { key: 'unknown', fill: '#efece6', hatch: 'missing', hatchColour: '#8a9299' },
];
const NUMBERS = [
  { key: 'more', fill: '#22787f', hatch: null }, { key: 'same', fill: '#e9e4d9', hatch: null },
  { key: 'less', fill: '#b5763c', hatch: null }, { key: 'unknown', fill: '#efece6', hatch: 'missing', hatchColour: '#8a9299' },
];
/** Where less is better the colours change places. */
const FALLING = NUMBERS.map(kind => ({ ...kind, fill: (NUMBERS.find(one => one.key === { more: 'less', less: 'more' }[kind.key]) ?? kind).fill }));

function moved(before, after, states) {
  if (before === null || before === undefined || after === null || after === undefined) return 'unknown';
  if (!states) return after > before ? 'more' : after < before ? 'less' : 'same';
  if (after === 1) return before === 1 ? 'kept' : 'gained';
  return before === 1 ? 'lost' : 'still-not';
}

/** @returns {any} an answer of the same shape as values, whose classes say what changed */
function change(before, after) {
  const states = isState(measure(), get().level);
  const kinds = states ? STATES : measure().direction === 'lower' ? FALLING : NUMBERS;
  const earlierOf = new Map(before.values.map(one => [one.unit, one]));
  const counts = new Map(kinds.map(kind => [kind.key, 0]));
  const found = after.values.map(one => {
    const was = earlierOf.get(one.unit)?.value ?? null;
    const key = moved(was, one.value, states);
    counts.set(key, counts.get(key) + 1);
    return { ...one, was, by: was === null || one.value === null ? null : one.value - was,
      class: kinds.findIndex(kind => kind.key === key) };
  });
  const classes = kinds.map((kind, index) => ({ index, label: t(`change.${kind.key}`), fill: kind.fill, hatch: kind.hatch, hatchColour: kind.hatchColour ?? null,
    outline: '#1d2730', status: null, key: kind.key, count: counts.get(kind.key), lower: null, upper: null }));
  return { ...after, values: found, change: { from: before.asOf, to: after.asOf, counts: Object.fromEntries(counts),
    by: isShare(measure()) ? (after.summary.mean ?? 0) - (before.summary.mean ?? 0) : (after.summary.sum ?? 0) - (before.summary.sum ?? 0), met: after.summary.met - before.summary.met },
    legend: { ...after.legend, classes: classes.filter(one => one.count > 0 || one.key !== 'unknown') } };
}

const now = joined([catalogue, values], (_, answer) => answer);
const changed = joined([catalogue, earlier, values], (_, before, after) => change(before, after));

/** @type {import('./resource.js').Resource} */
export const painted = {
  read: () => (get().since ? changed : now).read(),
  on(listener) {
    values.on(listener);
    earlier.on(listener);
    catalogue.on(listener);
  },
  retry: () => (get().since ? changed : now).retry(),
};

/** Names and districts of the units of the level shown. */
export function register() {
  const { level } = get();
  const shapes = boundaries[level].read().data;
  const details = new Map((units.read().data?.units ?? []).map(unit => [unit.code, unit]));
  return new Map((shapes?.features ?? []).map(({ id, properties }) => [id,
    { code: id, ...properties, flags: details.get(id)?.flags ?? [], centre: details.get(id)?.centre ?? null }]));
}

/** True if the legend leaves the class in view. */
export const isInView = index => get().only.length === 0 || get().only.includes(index);
