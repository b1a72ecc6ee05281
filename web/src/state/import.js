// @ts-check
// Files being imported by the administrator. The token is kept for this window alone and sent to this server alone.
import { administer } from '../api.js';
import { forget, isTurnedAway, keep, token as kept } from './administrator.js';
import { board } from './board.js';
import { renew } from './resource.js';
import { explain } from '../text.js';

const PAUSE = 700;
const SHOWN = 2000;

/** @typedef {{isOpen: boolean, token: string, layers: any[], imports: any[], one: any, features: any[], issues: any[], at: number[]|null, sentence: string, isBusy: boolean}} Desk */

/** What stands on the desk. */
export const desk = board(/** @type {Desk} */ ({ isOpen: location.hash === '#import', token: kept(), layers: [], imports: [], one: null, features: [], issues: [],
  at: null, sentence: '', isBusy: false }));
const { become, now } = desk;

/** Asks the server as the administrator; a failure stands on the desk as its sentence. */
async function ask(work) {
  become({ isBusy: true, sentence: '' });
  try {
    await work();
  } catch (trouble) {
    if (isTurnedAway(trouble)) forget();
    become({ sentence: explain(trouble), ...isTurnedAway(trouble) && { token: '', imports: [], one: null, features: [], issues: [] } });
  } finally {
    become({ isBusy: false });
  }
}

const send = (method, path, body) => administer(now().token, method, path, body);

async function look() {
  const [layers, imports] = await Promise.all([send('GET', '/api/import-layers'), send('GET', '/api/imports?limit=30')]);
  become({ layers: layers.rows, imports: imports.rows });
}

/** One import with its issues and what it would do; waits while it is being checked. */
async function follow(id) {
  let one = await send('GET', `/api/imports/${id}`);
  while (one.state === 'uploaded' && now().isOpen) {
    become({ one, features: [], issues: [], at: null });
    await new Promise(done => setTimeout(done, PAUSE));
    one = await send('GET', `/api/imports/${id}`);
  }
  const gone = one.state === 'rejected';
  const [features, issues] = gone ? [{ features: [] }, { features: [] }]
    : await Promise.all([send('GET', `/api/imports/${id}/features.geojson?limit=${SHOWN}`), send('GET', `/api/imports/${id}/issues.geojson?limit=${SHOWN}`)]);
  // What the file lacks is only worth drawing where it is to end.
  const drawn = features.features.filter(({ geometry, properties }) => geometry && (properties.state !== 'missing' || one.choices.closeFrom));
  become({ one, features: drawn, issues: issues.features, at: null });
  await look();
}

/** @param {string} token */
export function enter(token) {
  keep(token);
  become({ token });
  return ask(look);
}

export function leave() {
  forget();
  become({ token: '', imports: [], one: null, features: [], issues: [], at: null, sentence: '' });
}

/** @param {string} layer @param {File} file */
export const upload = (layer, file) => ask(async () => {
  const made = await send('POST', `/api/imports?layer=${encodeURIComponent(layer)}&name=${encodeURIComponent(file.name)}`, file);
  await follow(made.id);
});

/** @param {number} id */
export const show = id => ask(() => follow(id));

/** @param {Record<string, any>} choices those without a value are left out */
export const choose = choices => ask(async () => {
  const given = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== '' && value !== null && value !== false));
  await send('PUT', `/api/imports/${now().one.id}/choices`, given);
  await follow(now().one.id);
});

/** @param {'apply'|'reject'|'undo'} word @param {() => void} done */
export const decide = (word, done) => ask(async () => {
  const { id } = now().one;
  await send('POST', `/api/imports/${id}/${word}`);
  await follow(id);
  renew();
  done();
});

/** Where on the map to look. @param {number[]} at longitude, latitude */
export const lookAt = at => become({ at: [...at] });

export const open = () => {
  become({ isOpen: true });
  return ask(look);
};

export const close = () => {
  history.replaceState(null, '', location.pathname + location.search);
  become({ isOpen: false, features: [], at: null });
};

addEventListener('hashchange', () => location.hash === '#import' && become({ isOpen: true }));
if (now().isOpen && now().token) ask(look);
