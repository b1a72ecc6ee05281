// @ts-check
// Groups of communes to be marked on the map with a symbol each, whatever the map is painted by.
import { MOST_MARKS, catalogue } from '../state/data.js';
import { groupLabel } from '../state/display.js';
import { get, toggle } from '../state/state.js';
import { number, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { fold } from '../ui/pieces.js';
import { symbol } from '../ui/symbols.js';

export function marks() {
  return live(h('section', { class: 'marks' }), {
    needs: [catalogue], room: 'map', quiet: true, keys: ['marks', 'level'], when: () => get().level === 'commune',
    empty: ({ groups }) => groups.length === 0 && t('marks.none'),
    draw({ groups }) {
      const { marks: chosen } = get();
      const line = group => h('li', {}, h('label', {}, h('input', { type: 'checkbox', 'data-focus': `mark-${group.id}`, checked: chosen.includes(group.id),
        disabled: !chosen.includes(group.id) && chosen.length >= MOST_MARKS, on: { change: event => toggle('marks', group.id, event.target.checked) } }),
      h('span', { class: 'shape' }, chosen.includes(group.id) && symbol(chosen.indexOf(group.id))), groupLabel(group)));
      return fold('marks', chosen.length ? t('marks.chosen', { n: number(chosen.length) }) : t('marks.title'),
        h('p', { class: 'note' }, t('marks.hint', { n: number(MOST_MARKS) })), h('ul', { class: 'choices' }, groups.map(line)));
    },
  });
}
