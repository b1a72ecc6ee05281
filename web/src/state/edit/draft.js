// @ts-check
// The section that is being drawn or changed: its line step by step, and what is typed of it.
import { board } from '../board.js';
import { LAYER_OF } from '../networks.js';
import { get, set } from '../state.js';
import * as history from './history.js';
import * as lines from './line.js';

/** What can be said of a section, by kind. */
export const FIELDS = {
  road: ['class', 'surface', 'name', 'roadId', 'widthM', 'owner', 'builtYear', 'lengthReportedM'],
  canal: ['class', 'surface', 'name', 'widthM', 'owner', 'builtYear', 'lengthReportedM'],
  power_line: ['class', 'name', 'voltageKv', 'owner', 'builtYear', 'lengthReportedM'],
};

/** Those that are numbers. */
export const NUMBERS = ['widthM', 'voltageKv', 'builtYear', 'lengthReportedM'];

/** @typedef {import('./line.js').Line} Line @typedef {import('./versions.js').Fields} Fields */
/** @typedef {{version: number, fields: Fields, line: Line, byHand: boolean, works: string[]}} Version */
/**
 * @typedef {object} Draft
 * @property {'idle'|'draw'|'shape'|'split'} phase
 * @property {'road'|'canal'|'power_line'} kind
 * @property {string} code empty for a new section
 * @property {Version|null} base what the changes are made on
 * @property {import('./history.js').History<Line>} history
 * @property {Fields} fields
 * @property {{parameter: string, detail: string, remedy?: string}[]} faults
 * @property {string} sentence what went wrong
 * @property {boolean} isBusy
 * @property {Version|null} theirs what somebody else made of it meanwhile
 * @property {() => void} again what was asked for when it was found so
 * @property {Draft|null} dropped the one broken off last
 * @property {boolean} isSnapping
 * @property {number} vertex the one selected, -1 for none
 */

/** @type {Draft} */
export const NOTHING = { phase: 'idle', kind: 'road', code: '', base: null, history: history.begin([]), fields: {}, faults: [], sentence: '', isBusy: false,
  theirs: null, again: () => {}, dropped: null, isSnapping: true, vertex: -1 };

export const draft = board(NOTHING);

/** Its line as it stands. */
export const line = () => draft.now().history.now;
export const isActive = () => draft.now().phase !== 'idle';

/** True if the line is not the one it was opened with. */
export const isReshaped = () => !draft.now().base || !lines.isSameLine(line(), draft.now().base.line);

/** Switches on the layer of the sections a drawing is to join. @param {Draft['kind']} kind */
export const showLayer = kind => set({ layers: [...new Set([...get().layers, LAYER_OF[kind]])] }, { step: false });

/** @param {Draft['kind']} kind */
export function begin(kind) {
  showLayer(kind);
  draft.become({ ...NOTHING, phase: 'draw', kind, fields: Object.fromEntries(FIELDS[kind].map(name => [name, ''])), isSnapping: draft.now().isSnapping });
}

const take = (next, vertex = -1) => draft.become({ history: history.step(draft.now().history, next), vertex, sentence: '' });

/** @param {number[]} place the next vertex */
export function place(place) {
  const last = line()[line().length - 1];
  if (!last || !lines.isSame(last, place)) take([...line(), place]);
}
export const dropLast = () => line().length > 0 && take(line().slice(0, -1));
export const move = (index, place) => !lines.isSame(line()[index], place) && take(lines.moved(line(), index, place), index);
export const insert = (index, place) => take(lines.inserted(line(), index, place), index);
/** A line keeps two vertices. */
export const remove = index => index >= 0 && line().length > 2 && take(lines.without(line(), index));
export const pick = vertex => vertex !== draft.now().vertex && draft.become({ vertex });

export const undo = () => draft.become({ history: history.undo(draft.now().history), vertex: -1 });
export const redo = () => draft.become({ history: history.redo(draft.now().history), vertex: -1 });

/** From drawing to looking at it, if it has the two vertices of a line. */
export function finish() {
  if (line().length < 2) return false;
  draft.become({ phase: 'shape', vertex: -1 });
  return true;
}
export const turnTo = phase => draft.become({ phase, vertex: -1 });
export const toggleSnapping = () => draft.become({ isSnapping: !draft.now().isSnapping });

/** What is typed is kept without drawing the form anew. */
export const type = (name, value) => {
  draft.now().fields[name] = value;
};

/** Breaks off; it can be taken up again. */
export const abandon = () => draft.become({ ...NOTHING, isSnapping: draft.now().isSnapping, dropped: line().length > 0 ? draft.now() : null });
export const takeUp = () => draft.now().dropped && draft.become({ ...draft.now().dropped, dropped: null });
