// @ts-check
// What all changes of the network have in common: they are sent as the administrator, and everything that follows from them is asked for anew.
import { administer, getNetwork } from '../../api.js';
import { forget, isTurnedAway, token } from '../administrator.js';
import { board } from '../board.js';
import { LAYER_OF } from '../networks.js';
import { renew, resource } from '../resource.js';
import { get, set } from '../state.js';
import { explain, t } from '../../text.js';
import { FIELDS } from './draft.js';
import { forgetAround } from './nearby.js';
import { shown } from './versions.js';

const path = (...parts) => parts.map(encodeURIComponent).join('/');
const CHANGED = 412;

/** What went well last. */
export const told = board({ said: '' });

/** The words that forms offer. */
export const words = resource(() => 'words', (_, signal) => getNetwork('words', {}, signal));

/**
 * @param {string} method @param {string[]} parts below the network's address @param {any} [body] @param {number} [version] that is edited
 * @param {Record<string, any>} [more] parameters
 */
export const send = (method, parts, body, version, more = {}) => administer(token(), method, `/api/network/${path(...parts)}?${new URLSearchParams(more)}`.replace(/\?$/, ''), body, version);

/** A section as it is now. @param {string} kind @param {string} code */
export async function getSection(kind, code) {
  const { properties, geometry } = await getNetwork(path('sections', kind, code), { asOf: get().asOf });
  return { version: properties.version, fields: Object.fromEntries(FIELDS[kind].map(name => [name, shown(properties[name])])), line: geometry.coordinates, lengthM: properties.lengthM,
    label: properties.name ?? code, byHand: properties.byHand, works: properties.works.map(one => one.code) };
}

/** @param {string} code */
export const getWork = code => getNetwork(path('works', code), {});

/** The map shows a section, and everything that is counted is counted anew. @param {import('./draft.js').Draft['kind']} kind @param {string} code empty if it is gone @param {string} said */
export function follow(kind, code, said) {
  told.become({ said });
  const layer = LAYER_OF[kind];
  set({ layers: [...new Set([...get().layers, layer])], feature: code ? `${layer}:${code}` : '' }, { step: false });
  forgetAround();
  renew();
}

/**
 * Does something that may be refused: faults stand at their fields, a change by somebody else meanwhile is looked up, anything else is told in a sentence.
 * @param {{now: () => any, become: (change: any) => void}} on the board that tells @param {() => Promise<any>} work @param {() => Promise<any>} lookUp the version of the other
 */
export async function attempt(on, work, lookUp) {
  if (on.now().isBusy) return;
  told.become({ said: '' });
  on.become({ isBusy: true, faults: [], sentence: '' });
  try {
    await work();
  } catch (trouble) {
    if (isTurnedAway(trouble)) forget();
    if (trouble.status !== CHANGED) on.become({ faults: trouble.faults ?? [], sentence: trouble.faults?.length ? t('edit.faulty', { n: trouble.faults.length }) : explain(trouble) });
    else await lookUp().then(theirs => on.become({ theirs }), () => on.become({ sentence: t('edit.gone') }));
  } finally {
    on.become({ isBusy: false });
  }
}
