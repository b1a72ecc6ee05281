// @ts-check
// The rooms. Only those that exist are on it.
import { opening } from '../state/networks.js';
import { get, set } from '../state/state.js';
import { t } from '../text.js';
import { h, s } from '../ui/dom.js';
import { live } from '../ui/live.js';

const SIGNS = { map: 'M3 6l6-3 6 3 6-3v15l-6 3-6-3-6 3zM9 3v15M15 6v15', targets: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 8a4 4 0 100 8 4 4 0 000-8zM12 12h.01',
  infrastructure: 'M5 21L9 3M19 21L15 3M12 4v2.5M12 10.5v3M12 17.5V21' };

/** The room of infrastructure opens with what was added in the year. */
const entered = room => (room === 'infrastructure' && get().room !== room ? opening(get().network) : {});

export function rail() {
  return live(h('nav', { class: 'rail', 'aria-label': 'LangMap' }), {
    draw: () => Object.entries(SIGNS).map(([room, path]) => h('button', { type: 'button', 'data-focus': `room-${room}`, 'data-room': room,
      'aria-current': get().room === room ? 'page' : null, on: { click: () => set({ room: /** @type {any} */ (room), ...entered(room) }) } },
    s('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, s('path', { d: path })), h('span', {}, t(`room.${room}`)))),
  });
}
