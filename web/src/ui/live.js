// @ts-check
// A part of the page that follows resources and choices, in one of four states: loading, empty, failed, ready.
import { get, onChange } from '../state/state.js';
import { explain, t } from '../text.js';
import { fill, h } from './dom.js';

/**
 * @param {HTMLElement} host
 * @param {{needs?: import('../state/resource.js').Resource[], follows?: import('../state/resource.js').Resource[], keys?: string[], room?: string, when?: () => boolean, quiet?: boolean|import('../state/resource.js').Resource[],
 *          draw: (...data: any[]) => any, empty?: (...data: any[]) => string|false}} how
 *   needs: what is drawn from, handed to draw in this order; follows: what is drawn from once it is there, without waiting for it; keys: choices that change the drawing; when: whether there is
 *   anything to show at all; quiet: another part tells of a failure, of all or of these, and this one only points there;
 *   empty: the sentence to show instead where there is nothing to draw
 */
export function live(host, { needs = [], follows = [], keys = [], room, when, quiet = false, draw, empty }) {
  let isDue = false;
  const follow = new Set(['lang', 'room', ...keys]);

  const isTold = readings => quiet === true || needs.every((need, i) => readings[i].status !== 'failed' || quiet && quiet.includes(need));

  function redraw() {
    isDue = false;
    const isHere = (!room || get().room === room) && (!when || when());
    host.hidden = !isHere;
    if (!isHere) return;
    const readings = needs.map(need => need.read());
    const status = ['failed', 'loading', 'idle'].find(one => readings.some(reading => reading.status === one)) ?? 'ready';
    const wasDrawn = ['ready', 'empty'].includes(host.dataset.state ?? '') && host.hasChildNodes();
    host.setAttribute('aria-busy', String(status === 'loading'));
    // What stands stays until the new answer is there: new choices are never read into old answers.
    if (status === 'loading' && wasDrawn && readings.every(reading => reading.data)) return;
    host.dataset.state = status;
    if (status === 'failed') return fill(host, isTold(readings) ? h('p', { class: 'elsewhere' }, t('state.elsewhere')) : failed(needs, readings));
    if (status === 'idle' || readings.some(reading => !reading.data)) return fill(host, status === 'idle' ? [] : skeleton());
    const data = readings.map(reading => reading.data);
    const nothing = empty?.(...data);
    if (nothing) host.dataset.state = 'empty';
    return fill(host, nothing ? h('p', { class: 'empty' }, nothing) : draw(...data));
  }

  function due() {
    if (isDue) return;
    isDue = true;
    queueMicrotask(redraw);
  }

  [...needs, ...follows].forEach(one => one.on(due));
  onChange(changed => {
    if ([...changed].some(name => follow.has(name))) due();
  });
  due();
  return host;
}

const skeleton = () => h('div', { class: 'skeleton', role: 'status' }, h('span', { class: 'unseen' }, t('state.loading')),
  h('i'), h('i'), h('i'));

function failed(needs, readings) {
  const { trouble } = readings.find(reading => reading.status === 'failed');
  return h('div', { class: 'failed', role: 'alert' }, h('p', {}, explain(trouble)),
    h('button', { type: 'button', on: { click: () => needs.forEach((need, i) => readings[i].status === 'failed' && need.retry()) } },
      t('state.retry')));
}
