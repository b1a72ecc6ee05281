// @ts-check
// Sections opened, stored, split and ended; and what is done when somebody else was faster.
import { t } from '../../text.js';
import { NOTHING, NUMBERS, draft, isReshaped, line } from './draft.js';
import { begin } from './history.js';
import { isSameLine, length, nearestOn } from './line.js';
import { attempt, follow, getSection, send } from './sending.js';
import { changes, onTop, sent } from './versions.js';

const lookUp = () => getSection(draft.now().kind, draft.now().code);

/** Opens a section to be changed. @param {import('./draft.js').Draft['kind']} kind @param {string} code */
export const open = (kind, code) => attempt(draft, async () => {
  const found = await getSection(kind, code);
  draft.become({ ...NOTHING, phase: 'shape', kind, code, base: found, history: begin(found.line), fields: { ...found.fields }, isSnapping: draft.now().isSnapping });
}, lookUp);

const typed = () => changes(draft.now().base?.fields ?? {}, draft.now().fields);
export const isChanged = () => isReshaped() || Object.keys(typed()).length > 0;

/** Done: nothing is being drawn, and the section is shown with all that follows from it. */
function done(said, code) {
  const { kind, isSnapping } = draft.now();
  draft.become({ ...NOTHING, isSnapping });
  follow(kind, code, said);
}

/** Stores what was drawn and typed. */
export const save = () => attempt(draft, async () => {
  const { kind, code, base } = draft.now();
  draft.become({ again: save });
  const body = Object.fromEntries(Object.entries(typed()).map(([name, value]) => [name, sent(value, NUMBERS.includes(name))]));
  if (isReshaped()) body.geometry = { type: 'LineString', coordinates: line() };
  if (code && Object.keys(body).length === 0) return draft.become({ sentence: t('edit.unchanged') });
  const answer = code ? await send('PATCH', ['sections', kind, code], body, base?.version) : await send('POST', ['sections', kind], body);
  return done(t('edit.saved', { code: answer.code }), answer.code);
}, lookUp);

/** Splits the stored section at the place of its line nearest to another. @param {number[]} place */
export const split = place => attempt(draft, async () => {
  const { kind, code, base } = draft.now();
  draft.become({ again: () => split(place) });
  const metres = nearestOn(base?.line ?? [], place).metres;
  const answer = await send('POST', ['sections', kind, code, 'split'], { atM: Number(metres.toFixed(3)) }, base?.version);
  done(t('edit.split-done', { code: answer.code, second: answer.second }), answer.code);
}, lookUp);

/** From today on the section is no longer there. */
export const end = () => attempt(draft, async () => {
  const { kind, code, base } = draft.now();
  draft.become({ again: end });
  await send('DELETE', ['sections', kind, code], undefined, base?.version);
  done(t('edit.ended', { code }), '');
}, lookUp);

/** Takes out one that was drawn by mistake. */
export const remove = () => attempt(draft, async () => {
  const { kind, code, base } = draft.now();
  draft.become({ again: remove });
  await send('DELETE', ['sections', kind, code], undefined, base?.version, { mistake: true });
  done(t('edit.removed', { code }), '');
}, lookUp);

/** Goes on from what the other made of it. */
export function takeTheirs() {
  const { theirs } = draft.now();
  if (theirs) draft.become({ theirs: null, base: theirs, history: begin(theirs.line), fields: { ...theirs.fields }, sentence: '', faults: [], phase: 'shape' });
}

/** Puts what was changed here on top of what the other made of it, and does what was asked for. */
export function putOnTop() {
  const { theirs, base, fields, history, again } = draft.now();
  if (!theirs || !base) return;
  const isMine = !isSameLine(history.now, base.line);
  draft.become({ theirs: null, base: theirs, fields: onTop(base.fields, fields, theirs.fields), history: isMine ? history : begin(theirs.line) });
  again();
}

/** Metres of the line as it is drawn. */
export const drawnM = () => length(line());
