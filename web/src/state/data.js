// @ts-check
// Everything the page asks for. Boundaries come once; a change of choice asks for values only.
import * as api from '../api.js';
import { resource } from './resource.js';
import { get, obey } from './state.js';

export const catalogue = resource(() => 'catalogue', (_, signal) => api.getCatalogue(signal));

/** The declarations, once they are there. */
export const declared = () => catalogue.read().data;
const isDeclared = () => Boolean(declared());

/** The declaration of the chosen measure. */
export const measure = () => {
  const { measures } = declared();
  return measures.find(one => one.id === get().measure) ?? measures[0];
};

/** Months end on these days; the first is the day before the year. @returns {string[]} */
export function days() {
  const { firstDay, lastDay } = declared();
  const found = [firstDay];
  const month = new Date(`${firstDay}T00:00:00Z`);
  for (;;) {
    const end = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + found.length + 1, 0)).toISOString().slice(0, 10);
    if (end >= lastDay) break;
    found.push(end);
  }
  return lastDay > firstDay ? [...found, lastDay] : found;
}

/** True for days the registers have data for; on others there are units, but nobody has assessed them yet. */
export const isWithinData = day => day >= declared().firstDay && day <= declared().lastDay;

/** Boundaries are the same on all days with data, so that one address serves them all. */
const boundaryDay = day => (isWithinData(day) ? declared().asOf : day);

const shapes = level => resource(
  state => (isDeclared() ? `${level}|${boundaryDay(state.asOf)}` : null),
  (state, signal) => api.getBoundaries(level, boundaryDay(state.asOf), declared().boundaries.v, signal));

/** Boundaries by level; the map keeps drawing towns and districts whatever it paints. */
export const boundaries = { commune: shapes('commune'), urban: shapes('urban'), district: shapes('district'), province: shapes('province') };

/** The boundaries of the level shown. @type {import('./resource.js').Resource} */
export const areas = {
  read: () => boundaries[get().level].read(),
  on: listener => Object.values(boundaries).forEach(one => one.on(listener)),
  retry: () => boundaries[get().level].retry(),
};

export const units = resource(
  state => (isDeclared() ? `${state.asOf}` : null),
  (state, signal) => api.getUnits('commune', state.asOf, signal));

const askedKey = state => ['measure', 'level', 'group', 'series', 'method', 'classes', 'breaks', 'lang'].map(name => state[name]).join('|');

export const values = resource(
  state => (isDeclared() ? `${state.asOf}|${askedKey(state)}` : null),
  (state, signal) => api.getValues(state, signal));

/** The same on the earlier day, while two days are compared. */
export const earlier = resource(
  state => (isDeclared() && state.since ? `${state.since}|${askedKey(state)}` : null),
  (state, signal) => api.getValues({ ...state, asOf: state.since }, signal));

export const targets = resource(
  state => (isDeclared() ? `${state.asOf}|${state.series}` : null),
  (state, signal) => api.getTargets(state.asOf, state.series, signal));

/** The selected unit; assessed holds its criteria, or nothing where it is no commune of the programme. */
export const card = resource(
  state => (isDeclared() && state.unit ? `${state.unit}|${state.asOf}|${state.series}` : null),
  async (state, signal) => {
    const unit = await api.getUnit(state.unit, state.asOf, signal);
    return { unit, assessed: unit.level === 'commune' ? await api.getAssessments(state.unit, state.asOf, state.series, signal) : null };
  });

/** A day left out becomes the catalogue's, what the catalogue does not know its first; only an earlier day can be compared with. */
function settled(state) {
  const { measures, groups } = declared();
  const asOf = state.asOf || declared().asOf;
  return {
    ...state,
    asOf,
    since: state.since < asOf ? state.since : '',
    measure: measures.some(one => one.id === state.measure) ? state.measure : measures[0].id,
    group: groups.some(one => one.id === state.group) ? state.group : '',
  };
}

/** Once the catalogue is there every choice makes sense, and all that waits for it starts. */
catalogue.on(() => {
  if (!isDeclared()) return;
  obey(settled);
  [...Object.values(boundaries), units, values, earlier, targets, card].forEach(one => one.retry());
});
