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

const always = () => true;
const dated = ({ asOf, series, network }) => ({ asOf, series, kind: NETWORKS[network].kind });

export const summary = part('summary', always, dated);
export const communes = part('communes', always, dated);

export const lists = {
  near: part('near-misses', state => state.watch === 'near', ({ asOf, series, network }) => ({ asOf, series, criterion: NETWORKS[network].criterion, limit: MOST })),
  differences: part('differences', state => state.watch === 'differences', ({ asOf, network }) => ({ asOf, kind: NETWORKS[network].kind, limit: MOST })),
  late: part('works', state => state.watch === 'late', ({ asOf, network }) => ({ asOf, kind: NETWORKS[network].kind, late: true, limit: MOST })),
  'cut-off': part('cut-off', state => state.watch === 'cut-off', ({ asOf, series }) => ({ asOf, series })),
  contradictions: part('contradictions', state => state.watch === 'contradictions', ({ asOf, series }) => ({ asOf, series })),
};

/** True if the map says something of a criterion, so that it can be asked why. */
export const isComputed = criterion => (declared()?.measures ?? []).some(one => one.id === `criterion-${criterion}-computed`);

export const why = resource(
  state => (declared() && state.unit && state.why && isComputed(state.why) ? [state.unit, state.why, state.asOf, state.series].join('|') : null),
  (state, signal) => api.getWhy(state.unit, state.why, state.asOf, state.series, signal));

/** Codes of communes have five digits, those of districts fewer. */
const isCommune = code => code.length === 5;

/** The way from the trunk roads to the centre of the selected commune, or from there to a village of it. */
export const way = resource(
  state => (declared() && state.way === 'shown' && isCommune(state.unit) ? [state.village || state.unit, state.asOf, state.series].join('|') : null),
  (state, signal) => api.getNetwork(`access/${state.village || state.unit}`, { asOf: state.asOf, series: state.series }, signal));

catalogue.on(() => [summary, communes, ...Object.values(lists), why, way].forEach(one => one.retry()));
