// @ts-check
// The work that is being made, changed or accepted.
import { board } from '../board.js';
import { t } from '../../text.js';
import { attempt, follow, getSection, getWork, send } from './sending.js';
import { changes, onTop, sent, shown } from './versions.js';

/** What can be said of a work; its kind only once. */
export const FIELDS = ['kind', 'title', 'fromM', 'toM', 'state', 'surface', 'startsOn', 'dueOn', 'startedOn', 'doneOn', 'acceptedOn', 'costMillion', 'funding', 'note'];
const NUMBERS = ['fromM', 'toM', 'costMillion'];
export const STATES = ['planned', 'under_way', 'done', 'accepted'];

/**
 * @typedef {object} Work
 * @property {boolean} isOpen
 * @property {string} code empty for a new work
 * @property {{kind: any, code: string, label: string, line: number[][], lengthM: number}} section it is done to
 * @property {{version: number, fields: Record<string, string>}|null} base
 * @property {Record<string, string>} fields
 * @property {any[]} faults @property {string} sentence @property {boolean} isBusy
 * @property {{version: number, fields: Record<string, string>}|null} theirs
 * @property {string} preset the day of acceptance that nobody typed
 */

/** @type {Work} */
const NOTHING = { isOpen: false, code: '', section: { kind: 'road', code: '', label: '', line: [], lengthM: 0 }, base: null, fields: {}, faults: [], sentence: '', isBusy: false, theirs: null, preset: '' };

export const work = board(NOTHING);

const empty = () => Object.fromEntries(FIELDS.map(name => [name, '']));
const versionOf = found => ({ version: found.version, fields: Object.fromEntries(FIELDS.map(name => [name, shown(found[name])])) });
const lookUp = () => getWork(work.now().code).then(versionOf);

async function sectionOf(kind, code) {
  const { line, lengthM, label } = await getSection(kind, code);
  return { kind, code, label, line, lengthM };
}

/** A new work on a section. @param {string} kind @param {string} code */
export const openNew = (kind, code) => attempt(work, async () =>
  work.become({ ...NOTHING, isOpen: true, section: await sectionOf(kind, code), fields: { ...empty(), state: 'planned' } }), lookUp);

/** The day it is in the province, but not before a work began. @param {any} found */
const dayToAccept = found => [new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }), found.doneOn ?? found.startedOn ?? found.startsOn ?? ''].sort()[1];

/** One there is. @param {string} code @param {boolean} [isAccepting] whether it is to be accepted */
export const open = (code, isAccepting = false) => attempt(work, async () => {
  const found = await getWork(code);
  const base = versionOf(found);
  const preset = isAccepting ? dayToAccept(found) : '';
  work.become({ ...NOTHING, isOpen: true, code, section: await sectionOf(found.sectionKind, found.section), base, preset,
    fields: { ...base.fields, ...preset && { state: 'accepted', acceptedOn: preset } } });
}, lookUp);

/** To be accepted today, if no other day is given. @param {string} code */
export const accept = code => open(code, true);

/** Told when the metres of the stretch are typed. */
export const stretched = board({});

/** What is typed is kept without drawing the form anew. @param {string} name @param {string} value */
export function type(name, value) {
  work.now().fields[name] = value;
  if (name === 'fromM' || name === 'toM') stretched.become({});
}

/** Both ends of the stretch as they were slid on the map. @param {number} from @param {number} to */
export function slide(from, to) {
  const [first, last] = from < to ? [from, to] : [to, from];
  Object.assign(work.now().fields, { fromM: shown(Number(first.toFixed(1))), toM: shown(Number(last.toFixed(1))) });
  work.become({});
}

/** The metres of a stretch, as far as they are numbers. @param {Record<string, string>} [fields] of another version */
export function metres(fields = work.now().fields) {
  const { section } = work.now();
  const [from, to] = [sent(fields.fromM, true), sent(fields.toM, true)];
  return { from: typeof from === 'number' ? from : 0, to: typeof to === 'number' ? to : section.lengthM };
}

export const abandon = () => work.become(NOTHING);

export const save = () => attempt(work, async () => {
  const { code, section, base, fields } = work.now();
  const body = Object.fromEntries(Object.entries(changes(base?.fields ?? {}, fields)).map(([name, value]) => [name, sent(value, NUMBERS.includes(name))]));
  if (code && Object.keys(body).length === 0) return work.become({ sentence: t('edit.unchanged') });
  const answer = code ? await send('PATCH', ['works', code], body, base?.version) : await send('POST', ['works'], { ...body, sectionKind: section.kind, section: section.code });
  work.become(NOTHING);
  return follow(section.kind, section.code, t(fields.state === 'accepted' ? 'edit.work.accepted' : 'edit.work.saved', { code: answer.code }));
}, lookUp);

/** Takes out one that was entered by mistake. */
export const remove = () => attempt(work, async () => {
  const { code, section, base } = work.now();
  await send('DELETE', ['works', code], undefined, base?.version);
  work.become(NOTHING);
  follow(section.kind, section.code, t('edit.work.removed', { code }));
}, lookUp);

export function takeTheirs() {
  const { theirs } = work.now();
  if (theirs) work.become({ theirs: null, base: theirs, fields: { ...theirs.fields }, sentence: '', faults: [] });
}

export function putOnTop() {
  const { theirs, base, fields } = work.now();
  if (!theirs || !base) return;
  work.become({ theirs: null, base: theirs, fields: onTop(base.fields, fields, theirs.fields) });
  save();
}
