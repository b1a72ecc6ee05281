// @ts-check
// Everything the page asks for. Boundaries come once; a change of choice asks for values only.
import * as api from '../api.js';
import { resource } from './resource.js';
import { get, obey } from './state.js';

/** So many groups can be told apart by their symbols. */
export const MOST_MARKS = 4;

export const catalogue = resource(() => 'catalogue', (_, signal) => api.getCatalogue(signal), true);

/** The declarations, once they are there. */
export const declared = () => catalogue.read().data;
const isDeclared = () => Boolean(declared());

/** The declaration of the chosen measure. */
export const measure = () => {
  const { measures } = declared();
  return measures.find(one => one.id === get().measure) ?? measures[0];
};

/** Months in a period. */
const MONTHS = { month: 1, quarter: 3, year: 12 };

/**
 * Periods end on these days; the first is the day before the year, the last that of the data.
 * @param {'month'|'quarter'|'year'} [period] @returns {string[]}
 */
export function days(period = 'month') {
  const { firstDay, lastDay } = declared();
  const found = [firstDay];
  const month = new Date(`${firstDay}T00:00:00Z`);
  for (;;) {
    const end = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + found.length + 1, 0)).toISOString().slice(0, 10);
    if (end >= lastDay) break;
    found.push(end);
  }
  return [...found.filter(day => day === firstDay || Number(day.slice(5, 7)) % MONTHS[period] === 0), ...lastDay > firstDay ? [lastDay] : []];
}

/** True for days the registers have data for; on others there are units, but nobody has assessed them yet. */
export const isWithinData = day => day >= declared().firstDay && day <= declared().lastDay;

/** Boundaries are the same on all days with data, so that one address serves them all. */
const boundaryDay = day => (isWithinData(day) ? declared().asOf : day);

const shapes = level => resource(
  state => (isDeclared() ? `${level}|${boundaryDay(state.asOf)}` : null),
  (state, signal) => api.getBoundaries(level, boundaryDay(state.asOf), declared().boundaries.v, signal), true);

/** Boundaries by level; the map keeps drawing towns and districts whatever it paints. */
export const boundaries = { commune: shapes('commune'), urban: shapes('urban'), district: shapes('district'), province: shapes('province') };

/** What lies around the province. */
export const surroundings = resource(() => 'surroundings', (_, signal) => api.getSurroundings(signal), true);

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

const isPlanned = state => isDeclared() && state.room === 'targets';
const totals = (sections, level, isWanted, group) => resource(
  state => (isDeclared() && isWanted(state) ? `${level}|${group(state)}|${state.asOf}|${state.series}` : null),
  (state, signal) => api.getTotals(level, sections, group(state), state.asOf, state.series, signal));

/** What the tables of the room of targets show; the rest would only be waited for. */
const PLANNED = 'summary,criteria';

/** Those for the whole province, for the group chosen, and by district. */
export const wholeTotals = totals(PLANNED, 'province', isPlanned, () => '');
export const groupTotals = totals(PLANNED, 'province', state => isPlanned(state) && state.group !== '', state => state.group);
export const districtTotals = totals(PLANNED, 'district', isPlanned, state => state.group);

/** What the tiles of the room of infrastructure show. */
export const networkTotals = totals('infrastructure,computed', 'province', state => state.room === 'infrastructure', () => '');

/** The group chosen, or all communes. @type {import('./resource.js').Resource} */
export const chosenTotals = {
  read: () => (get().group ? groupTotals : wholeTotals).read(),
  on: listener => [groupTotals, wholeTotals].forEach(one => one.on(listener)),
  retry: () => (get().group ? groupTotals : wholeTotals).retry(),
};

/** The years there are plans of. */
export const plans = resource(state => (isPlanned(state) ? 'plans' : null), (_, signal) => api.getPlans(signal));

/** What shows how a goal went: its measure, for the whole and not for each area by itself. */
export const hasTrend = goal => Boolean(goal.measure) && !goal.each;
export const trendKey = goal => `${goal.measure}|${goal.group ?? ''}`;
const trendKeys = () => [...new Set((targets.read().data?.goals ?? []).filter(hasTrend).map(trendKey))];

/** The measures of the goals through the months, by measure and group. */
export const trends = resource(
  state => (isPlanned(state) && targets.read().status === 'ready' ? [state.series, ...trendKeys()].join(' ') : null),
  async (state, signal) => {
    const keys = trendKeys();
    const found = await Promise.all(keys.map(key => api.getTrend(key.split('|')[0], key.split('|')[1], state.series, signal)));
    return new Map(keys.map((key, i) => [key, found[i].days]));
  });
targets.on(() => trends.retry());

/** The communes of the groups that are marked, in the order they were chosen. */
export const marked = resource(
  state => (isDeclared() && state.marks.length ? [state.asOf, state.series, ...state.marks].join('|') : null),
  async (state, signal) => {
    const found = await Promise.all(state.marks.map(group => api.getValues({ measure: declared().measures[0].id, level: 'commune', group, asOf: state.asOf, series: state.series }, signal)));
    return state.marks.map((group, i) => ({ group, units: found[i].values.map(one => one.unit) }));
  });

/** The selected unit; assessed holds its criteria, or nothing where it is no commune of the programme. */
export const card = resource(
  state => (isDeclared() && state.unit ? `${state.unit}|${state.asOf}|${state.series}` : null),
  async (state, signal) => {
    const unit = await api.getUnit(state.unit, state.asOf, signal);
    return { unit, assessed: unit.level === 'commune' ? await api.getAssessments(state.unit, state.asOf, state.series, signal) : null };
  });

/** Layers that can be drawn over the map, the lower first. */
export const LAYERS = ['command-areas', 'canals', 'roads', 'power-lines', 'works', 'substations', 'villages'];

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
    layers: state.layers.filter(id => LAYERS.includes(id)),
    feature: state.layers.includes(state.feature.split(':', 1)[0]) ? state.feature : '',
    marks: state.marks.filter(code => groups.some(one => one.id === code)).slice(0, MOST_MARKS),
  };
}

/** Once the catalogue is there every choice makes sense, and all that waits for it starts. */
catalogue.on(() => {
  if (!isDeclared()) return;
  obey(settled);
  [...Object.values(boundaries), units, values, earlier, targets, card, marked, plans, wholeTotals, groupTotals, districtTotals, networkTotals].forEach(one => one.retry());
});
