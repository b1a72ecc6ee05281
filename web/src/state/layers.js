// @ts-check
// Layers drawn over the map, what is picked of them, and how they read: the rules that draw them carry their labels.
import * as api from '../api.js';
import { say } from '../text.js';
import { LAYERS, catalogue, declared } from './data.js';
import { KIND_OF } from './networks.js';
import { edition, resource } from './resource.js';
import { get, set } from './state.js';

/** What the layers that are on hold and how they are drawn. */
export const tileLayers = resource(
  state => (declared() && state.layers.length ? [state.asOf, state.series, ...state.layers].join('|') : null),
  (state, signal) => Promise.all(LAYERS.filter(id => state.layers.includes(id)).map(async id =>
    ({ id, set: `${state.asOf} ${state.series} ${edition()}`, described: await api.getTileLayer(id, state.asOf, state.series, signal) }))));

/** What is picked on the map: a section and a work as they are on the day, with all that belongs to them in words. */
export const feature = resource(
  state => (declared() && state.feature ? `${state.feature}|${state.asOf}|${state.series}` : null),
  async (state, signal) => {
    const [layer, code] = [state.feature.split(':', 1)[0], state.feature.slice(state.feature.indexOf(':') + 1)];
    const { asOf, series } = state;
    const [{ features: [found] }, work] = await Promise.all([api.getFeatures(layer, asOf, { code }, signal),
      layer === 'works' && api.getNetwork('works', { asOf, series, code }, signal)]);
    const section = found && KIND_OF[layer] && await api.getNetwork(`sections/${KIND_OF[layer]}/${encodeURIComponent(code)}`, { asOf, series }, signal);
    return { key: state.feature, layer, asOf, series, is: found ? { ...found.properties, ...work && work.rows[0], ...section && section.properties } : null, geometry: found?.geometry };
  });

const fits = (rule, is) => Object.entries(rule.when).every(([field, wanted]) => is[field] === wanted);

/** @param {any} described @param {Record<string, any>} is attributes of a feature @returns {string[]} */
export const fittingLabels = (described, is) => (described?.rules ?? []).filter(rule => rule.label && fits(rule, is)).map(rule => say(rule.label));

/** What was chosen in a list, for the map to go there; empty once it has. */
export let sought = '';
/** Shows a section or a work on the map. @param {string} layer @param {string} code @param {string} [unit] the commune it lies in */
export function seek(layer, code, unit) {
  sought = `${layer}:${code}`;
  set({ layers: [...new Set([...get().layers, layer])], feature: sought, ...unit && { unit } });
}
/** The map is there. */
export const arrive = () => {
  sought = '';
};

const offered = new Set();
/** What may be done to what is picked, and to a work on it; filled by the part that edits. @type {{of: (layer: string, is: any) => any, ofWork: (work: any) => any, on: (listener: () => void) => void, read: any, retry: any}} */
export const tools = { of: () => null, ofWork: () => null, on: listener => offered.add(listener), read: null, retry: null };
/** @param {any} more */
export function offer(more) {
  Object.assign(tools, more);
  offered.forEach(listener => listener());
}

catalogue.on(() => [tileLayers, feature].forEach(one => one.retry()));
