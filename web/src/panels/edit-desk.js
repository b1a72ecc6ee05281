// @ts-check
// Editing for the administrator: begins in the room of infrastructure, and stays in sight as long as something is being drawn or typed.
import { token } from '../state/administrator.js';
import * as drafts from '../state/edit/draft.js';
import * as sections from '../state/edit/section.js';
import { told, words } from '../state/edit/sending.js';
import * as works from '../state/edit/work.js';
import { desk } from '../state/import.js';
import { offer } from '../state/layers.js';
import { NETWORKS } from '../state/networks.js';
import { get, onChange } from '../state/state.js';
import { t } from '../text.js';
import { h } from '../ui/dom.js';
import { door } from '../ui/door.js';
import { conflict } from '../ui/edit/conflict.js';
import { sectionForm } from '../ui/edit/section-form.js';
import { toolbar } from '../ui/edit/toolbar.js';
import { ofFeature, ofWork } from '../ui/edit/tools.js';
import { workForm } from '../ui/edit/work-form.js';
import { live } from '../ui/live.js';
import { reveal } from '../ui/pieces.js';

const { draft } = drafts;
const { work } = works;

const isAtHand = () => Boolean(token()) && get().room === 'infrastructure';
const isBusy = () => drafts.isActive() || work.now().isOpen;

function start(drawn, made) {
  const kind = NETWORKS[get().network].kind;
  const sentence = drawn.sentence || made.sentence;
  return [h('div', { class: 'tools' }, h('h2', {}, t('edit.title')), h('button', { type: 'button', class: 'main', 'data-focus': 'edit-draw', on: { click: () => drafts.begin(kind) } }, t(`edit.new.${kind}`)),
    drawn.dropped && h('button', { type: 'button', 'data-focus': 'edit-take-up', on: { click: drafts.takeUp } }, t('edit.take-up'))),
  h('p', { class: 'note', role: 'status' }, told.now().said || t('edit.note')), sentence && h('p', { class: 'failed', role: 'alert' }, sentence)];
}

function draw(drawn, made, found) {
  if (drawn.theirs) return conflict({ ...drawn, line: drafts.line(), words: found, takeTheirs: sections.takeTheirs, putOnTop: sections.putOnTop });
  if (drafts.isActive()) return sectionForm(drawn, found);
  if (made.theirs) return conflict({ ...made, kind: made.section.kind, line: undefined, words: found, takeTheirs: works.takeTheirs, putOnTop: works.putOnTop });
  return made.isOpen ? workForm(made, found) : start(drawn, made);
}

/** @param {any} map @param {(map: any, tell: (sentence: string) => void) => {end: () => void}} drawingBoard makes the map one */
export function editDesk(map, drawingBoard) {
  let shown = '';
  let seen = /** @type {any[]} */ ([]);
  const bar = toolbar(() => board.end());
  const board = drawingBoard(map, bar.tell);
  // Above the map, not on it: it hides nothing of what is drawn.
  map.getContainer().closest('.plate').before(bar.host);
  /** What has come up is brought into view and under the keys; where the map is drawn on, they stay there. */
  function arrive(what) {
    if (['draw', 'split'].includes(what)) return;
    if (what) reveal(host);
    host.querySelector(what ? 'h3' : '[data-focus="edit-draw"]')?.focus({ preventScroll: true });
  }

  const host = live(h('section', { class: 'edit-desk' }), { needs: [draft, work, words], follows: [desk, told], when: () => isAtHand() || isBusy(), keys: ['network'],
    draw(drawn, made, found) {
      const what = drawn.theirs || made.theirs ? 'conflict' : drafts.isActive() ? drawn.phase : made.isOpen ? `work ${made.code}` : '';
      host.dataset.edit = what || 'start';
      if (what !== shown) requestAnimationFrame(() => arrive(what));
      shown = what;
      const { faults } = drafts.isActive() ? drawn : made;
      if (faults.length && faults !== seen) requestAnimationFrame(() => host.querySelector('[aria-invalid]')?.focus());
      seen = faults;
      // A token that was taken away does not take with it what was typed.
      return [!token() && door(), draw(drawn, made, found)];
    } });
  const isFree = () => isAtHand() && !isBusy();
  let wasFree = isFree();
  const when = act => (...given) => (isFree() ? act(...given) : null);
  offer({ of: when(ofFeature), ofWork: when(ofWork) });
  const again = () => {
    if (isFree() !== wasFree) offer({});
    wasFree = isFree();
  };
  [draft, work, desk].forEach(one => one.on(again));
  onChange(again);
  addEventListener('beforeunload', event => (drafts.isActive() && drafts.line().length > 0 || work.now().isOpen) && event.preventDefault());
  return host;
}
