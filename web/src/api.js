// @ts-check
// The only place that asks the server. Answers are the server's JSON; a failure is a Trouble with a sentence for people.

/** A failure with the kind and the sentence of the problem answer; faults are those of single fields. */
export class Trouble extends Error {
  /** @param {string} kind @param {number} [status] @param {string} [sentence] @param {any[]} [faults] */
  constructor(kind, status = 0, sentence = '', faults = []) {
    super(sentence);
    Object.assign(this, { kind, status, faults });
  }
}

/**
 * @param {string} path
 * @param {Record<string, string|number|null|undefined>} parameters those without a value are left out
 * @returns {string} address below this server
 */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/**
 * @param {string} url @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
const get = async (url, signal) => (await ask(url, 'application/json', signal)).json();

/** @param {string} url @param {string} type media type wanted @param {AbortSignal} [signal] @param {any} [more] method, body and further headers @returns {Promise<Response>} one that went well */
async function ask(url, type, signal, { headers = {}, ...more } = {}) {
  let answer;
  try {
    answer = await fetch(url, { signal, headers: { Accept: type, ...headers }, ...more });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Trouble('unreachable');
  }
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  const faults = problem.errors ?? [];
  throw new Trouble(String(problem.type).replace('urn:langmap:problem:', ''), answer.status, problem.detail || problem.title, faults);
}

/**
 * Asks as the administrator. @param {string} token @param {string} method @param {string} url
 * @param {Blob|Record<string, any>} [body] a file as it is, anything else as JSON @param {number} [version] that is edited
 */
export async function administer(token, method, url, body, version) {
  const isFile = body instanceof Blob;
  const headers = { Authorization: `Bearer ${token}`, ...body && { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' }, ...version && { 'If-Match': `"${version}"` } };
  return (await ask(url, 'application/json', undefined, { method, headers, body: isFile ? body : body && JSON.stringify(body) })).json();
}

/** @param {AbortSignal} [signal] */
export const getCatalogue = signal => get('/api/measures', signal);

/** Kept for ever by the browser, for the address holds the version. */
export const getBoundaries = (level, asOf, v, signal) => get(address(`/api/boundaries/${level}.geojson`, { asOf, v }), signal);

/** What one map shows: everything that chooses values and classes. */
const valueParameters = asked => ({
  level: asked.level, group: asked.group, asOf: asked.asOf, series: asked.series,
  method: asked.method, classes: asked.method && asked.method !== 'manual' ? asked.classes : '',
  breaks: asked.method === 'manual' ? asked.breaks : '', lang: asked.lang,
});

export const getValues = (asked, signal) =>
  get(address(`/api/measures/${asked.measure}/values`, valueParameters(asked)), signal);

export const getTargets = (asOf, series, signal) => get(address('/api/targets', { asOf, series }), signal);
export const getTotals = (level, sections, group, asOf, series, signal) => get(address('/api/totals', { level, sections, group, asOf, series }), signal);
export const getTrend = (measure, group, series, signal) => get(address(`/api/measures/${measure}/trend`, { group, series }), signal);
export const getPlans = signal => get('/api/plans', signal);
export const getUnits = (level, asOf, signal) => get(address('/api/units', { level, asOf }), signal);
export const getUnit = (code, asOf, signal) => get(address(`/api/units/${code}`, { asOf }), signal);
export const getAssessments = (code, asOf, series, signal) =>
  get(address(`/api/units/${code}/assessments`, { asOf, series }), signal);
export const search = (q, limit, signal) => get(address('/api/search', { q, limit }), signal);

/** What a layer of tiles holds and how it is drawn. */
export const getTileLayer = (layer, asOf, series, signal) => get(address(`/tiles/${layer}.json`, { asOf, series }), signal);

/** @returns {Promise<ArrayBuffer>} */
export const getTile = async ({ layer, z, x, y }, asOf, series, signal) =>
  (await ask(address(`/tiles/${layer}/${z}/${x}/${y}.mvt`, { asOf, series }), 'application/vnd.mapbox-vector-tile', signal)).arrayBuffer();

/** Features of a collection that have these properties, as they are on a day. */
export const getFeatures = (collection, asOf, properties, signal) =>
  get(address(`/ogc/collections/${collection}/items`, { ...properties, datetime: asOf, f: 'json' }), signal);
/** Kilometres of a network through the year, by commune, and what about them needs a look. */
export const getNetwork = (what, asked, signal) => get(address(`/api/network/${what}`, asked), signal);
export const getWhy = (code, criterion, asOf, series, signal) => get(address(`/api/units/${code}/why/${criterion}`, { asOf, series }), signal);
/** A file with the name the server gives it. */
export async function getFile(url, signal) {
  const answer = await ask(url, '*/*', signal);
  return { blob: await answer.blob(), name: answer.headers.get('Content-Disposition')?.match(/filename="([^"]+)"/)?.[1] ?? 'langmap' };
}

export const getPhotos = (work, signal) => get(`/api/network/works/${encodeURIComponent(work)}/photos`, signal);

/** What lies around the province: a file that ships with the page. */
export const getSurroundings = signal => get('/app/data/surroundings.json', signal);
