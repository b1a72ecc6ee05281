// @ts-check
// The map as a drawing board: what the pointer, the keyboard and the handles do to the section being drawn, and what of it is seen.
import * as drafts from '../state/edit/draft.js';
import { nearestOn, placeAt, rounded, stretch } from '../state/edit/line.js';
import { lookAround, nearby } from '../state/edit/nearby.js';
import { split } from '../state/edit/section.js';
import { metres, slide, stretched, work } from '../state/edit/work.js';
import { t } from '../text.js';
import { ends } from '../map/edit/ends.js';
import { knobs } from '../map/edit/knobs.js';
import { pointer } from '../map/edit/pointer.js';
import { sketch } from '../map/edit/sketch.js';
import { paths, snap } from '../map/edit/snap.js';

const { draft, line } = drafts;
/** From here on the window shows little enough for what lies around to be fetched. */
const CLOSE = 13;
/** Drawing asks for a closer look than reading. */
const CLOSEST = 19;
const KNOB_REACH = 12;

const isDrawing = () => ['draw', 'split'].includes(draft.now().phase);

/** @param {any} map @param {(sentence: string) => void} tell where the next vertex is caught */
export function drawingBoard(map, tell) {
  const host = map.getContainer();
  const usual = map.getMaxZoom();
  const drawn = sketch(map);
  let around = { of: /** @type {any} */ (null), code: '', paths: /** @type {any[]} */ ([]) };

  /** What may catch a vertex; never the section itself. */
  function catching() {
    const { code } = draft.now();
    if (around.of !== nearby.now() || around.code !== code) {
      const { network, areas } = nearby.now();
      around = { of: nearby.now(), code, paths: [...paths(network.filter(one => one.properties.code !== code), false), ...paths(areas, true)] };
    }
    return around.paths;
  }

  function caught(place, reach) {
    const { phase, isSnapping, base, code } = draft.now();
    if (phase === 'split' && base) {
      const own = paths([{ geometry: { type: 'LineString', coordinates: base.line }, properties: { code, name: base.fields.name || code } }], false);
      return snap(own, place, { zoom: map.getZoom(), reach: reach * 2 });
    }
    return isSnapping ? snap(catching(), place, { zoom: map.getZoom(), reach }) : null;
  }
  const say = found => tell(found ? t(`edit.caught.${found.kind}`, { name: found.name }) : '');

  function over(place, reach) {
    if (!isDrawing()) return;
    const found = caught(place, reach);
    const last = draft.now().phase === 'draw' && line()[line().length - 1];
    drawn.point({ from: last ? [last] : [], at: found?.at ?? place, caught: found });
    say(found);
  }

  function click(place, reach) {
    const found = caught(place, reach);
    if (draft.now().phase === 'draw') drafts.place(found?.at ?? rounded(place));
    if (draft.now().phase === 'split' && found) split(found.at);
    if (isDrawing()) say(found);
  }

  pointer(map, {
    isOn: drafts.isActive, over, click, end: () => draft.now().phase === 'draw' && end(), undo: drafts.undo, redo: drafts.redo, isCentred: isDrawing,
    out: () => drawn.point(null),
    escape: () => (draft.now().phase === 'split' ? drafts.turnTo('shape') : drafts.abandon()),
    back: () => (draft.now().phase === 'draw' ? drafts.dropLast() : drafts.remove(draft.now().vertex)),
  });

  const handles = knobs(map, {
    caught: place => caught(place, KNOB_REACH)?.at ?? rounded(place),
    follow(index, place, isNew) {
      const found = caught(place, KNOB_REACH);
      drawn.point({ from: [line()[index - 1], line()[isNew ? index : index + 1]].filter(Boolean), at: place, caught: found });
      say(found);
    },
    move: (index, place) => drafts.move(index, rounded(place)), insert: (index, place) => drafts.insert(index, rounded(place)), remove: drafts.remove, pick: drafts.pick,
    name: (key, n) => t(`edit.knob.${key}`, { n: n + 1, of: line().length }),
  });

  const sliding = ends(map, {
    along: place => nearestOn(work.now().section.line, place),
    slide(name, at) {
      const { from, to } = metres();
      slide(name === 'from' ? at : from, name === 'to' ? at : to);
    },
  });

  const end = () => drafts.finish() && drawn.point(null);

  const boxOf = () => {
    const view = map.getBounds();
    return [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
  };
  const look = () => drafts.isActive() && lookAround(map.getZoom() >= CLOSE ? boxOf() : null);

  function ofWork() {
    const { section, theirs, isOpen } = work.now();
    const stretchOf = ({ from, to }) => stretch(section.line, from, to);
    return isOpen ? { line: section.line, stretch: stretchOf(metres()), theirStretch: theirs ? stretchOf(metres(theirs.fields)) : [] } : { line: [] };
  }

  let wasActive = false;
  let was = 'idle';
  function show() {
    const { phase, theirs, base, vertex } = draft.now();
    const isActive = drafts.isActive();
    if (isActive !== wasActive) {
      map.setMaxZoom(isActive ? CLOSEST : usual);
      map.doubleClickZoom[isActive ? 'disable' : 'enable']();
      wasActive = isActive;
      look();
    }
    if (phase !== was) {
      was = phase;
      drawn.point(null);
      tell('');
      if (isDrawing()) host.focus({ preventScroll: true });
      // On a phone the map is what is needed now.
      if (isActive) dispatchEvent(new CustomEvent('sheet', { detail: 'low' }));
    }
    host.parentElement.classList.toggle('editing', isActive);
    host.parentElement.dataset.edit = phase;
    drawn.show(isActive ? { line: line(), base: theirs || drafts.isReshaped() ? base?.line : [], theirs: theirs?.line } : ofWork());
    const { isOpen, section } = work.now();
    sliding.show(isOpen && !isActive && !work.now().theirs ? { from: placeAt(section.line, metres().from), to: placeAt(section.line, metres().to) } : {});
    handles.show(phase === 'shape' && !theirs ? line() : [], vertex);
  }

  map.on('moveend', look);
  draft.on(show);
  work.on(show);
  stretched.on(show);
  return { end };
}
