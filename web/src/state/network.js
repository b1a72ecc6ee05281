// @ts-check
// What the room of infrastructure asks for, and the why of a criterion on the card.
import * as api from '../api.js';
import { catalogue, declared } from './data.js';
import { NETWORKS } from './networks.js';
import { resource } from './resource.js';

/** So many lines of a list are shown; the answer says how many there are. */
const MOST = 50;

const isThere = state => Boolean(declared()) && state.room === 'infrastructure';

/** Asked for once the room is open and the part is wanted. */
const part = (what, isWanted, asked) => resource(
  state => (isThere(state) && isWanted(state) ? JSON.stringify(asked(state)) : null),
  (state, signal) => api.getNetwork(what, asked(state), signal));

/** Lengths are counted through the year on roads and canals. */
const isCounted = state => state.network !== 'grid';
const dated = ({ asOf, series, network }) => ({ asOf, series, kind: network });

export const summary = part('summary', isCounted, dated);
export const communes = part('communes', isCounted, dated);

export const lists = {
  near: part('near-misses', state => state.watch === 'near', ({ asOf, series, network }) => ({ asOf, series, criterion: NETWORKS[network].criterion, limit: MOST })),
  differences: part('differences', state => state.watch === 'differences' && isCounted(state), ({ asOf, network }) => ({ asOf, kind: network, limit: MOST })),
  late: part('works', state => state.watch === 'late' && isCounted(state), ({ asOf, network }) => ({ asOf, kind: network, late: true, limit: MOST })),
  contradictions: part('contradictions', state => state.watch === 'contradictions', ({ asOf, series }) => ({ asOf, series })),
};

/** True if the map says something of a criterion, so that it can be asked why. */
export const isComputed = criterion => (declared()?.measures ?? []).some(one => one.id === `criterion-${criterion}-computed`);

export const why = resource(
  state => (declared() && state.unit && state.why && isComputed(state.why) ? [state.unit, state.why, state.asOf, state.series].join('|') : null),
  (state, signal) => api.getWhy(state.unit, state.why, state.asOf, state.series, signal));

/** Codes of communes have five digits, those of districts fewer. */
const isCommune = code => code.length === 5;

/** The way from the trunk roads to the centre of the selected commune. */
export const way = resource(
  state => (declared() && state.way === 'shown' && isCommune(state.unit) ? [state.unit, state.asOf, state.series].join('|') : null),
  (state, signal) => api.getNetwork(`access/${state.unit}`, { asOf: state.asOf, series: state.series }, signal));

catalogue.on(() => [summary, communes, ...Object.values(lists), why, way].forEach(one => one.retry()));
