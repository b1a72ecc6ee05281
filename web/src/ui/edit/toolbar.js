// @ts-check
// Over the map while somebody draws: what to do next, where the vertex is caught, how long the line is, and each step back and forward.
import * as drafts from '../../state/edit/draft.js';
import { nearby } from '../../state/edit/nearby.js';
import { drawnM, isChanged, save } from '../../state/edit/section.js';
import { number, t } from '../../text.js';
import { h, isPhone } from '../dom.js';
import { live } from '../live.js';

const { draft } = drafts;

const SIGNS = { undo: '↶', redo: '↷' };

const button = (key, act, { off = false, pressed = null, main = false } = {}) => h('button', { type: 'button', class: main ? 'main' : null, 'data-focus': `bar-${key}`, disabled: off,
  'aria-pressed': pressed === null ? null : String(pressed), 'aria-label': SIGNS[key] ? t(`edit.bar.${key}`) : null, title: t(`edit.tip.${key}`), on: { click: act } }, SIGNS[key] ?? t(`edit.bar.${key}`));

const hint = phase => t(`edit.${isPhone() ? 'tap' : 'hint'}.${phase}`);

/** @param {() => void} end of the drawing */
export function toolbar(end) {
  const caught = h('span', { class: 'caught', role: 'status' });
  const host = live(h('div', { class: 'edit-bar', role: 'group' }), {
    needs: [draft], follows: [nearby], when: () => drafts.isActive() && !draft.now().theirs,
    draw({ phase, history, isSnapping, vertex, isBusy }) {
      host.setAttribute('aria-label', t('edit.title'));
      const line = history.now;
      return [h('p', {}, h('b', {}, t(`edit.phase.${phase}`)), ' ', h('span', { class: 'hint' }, hint(phase))),
        h('p', { class: 'note' }, h('span', { class: 'drawn' }, t('edit.drawn', { n: number(line.length), m: number(drawnM(), 1) })), nearby.now().box === null || nearby.now().isCut ? ` · ${t('edit.closer')} ` : ' ', caught),
        h('div', { class: 'tools' }, button('undo', drafts.undo, { off: history.past.length === 0 }), button('redo', drafts.redo, { off: history.future.length === 0 }),
          phase === 'draw' && button('finish', end, { off: line.length < 2, main: true }), phase === 'shape' && button('go-on', () => drafts.turnTo('draw')),
          phase === 'shape' && button('remove', () => drafts.remove(vertex), { off: vertex < 0 || line.length < 3 }),
          phase !== 'split' && button('snap', drafts.toggleSnapping, { pressed: isSnapping }),
          phase === 'shape' && isPhone() && button('details', () => dispatchEvent(new CustomEvent('sheet', { detail: 'high' })), { main: true }), phase === 'shape' && !isPhone() && button('save', save, { off: isBusy || !isChanged(), main: true }),
          button('abandon', phase === 'split' ? () => drafts.turnTo('shape') : drafts.abandon))];
    },
  });
  return { host, /** @param {string} sentence */ tell: sentence => { caught.textContent = sentence; } };
}
