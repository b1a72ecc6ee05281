// @ts-check
// What changed between an earlier day and the day shown; the map paints it while a day is chosen.
import { catalogue, days, measure } from '../state/data.js';
import { moveText } from '../state/display.js';
import { painted } from '../state/painted.js';
import { get, set } from '../state/state.js';
import { date, number, signed, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { chooser, fold, swatch } from '../ui/pieces.js';

function counts(answer) {
  return h('ul', { class: 'counts' }, answer.legend.classes.map(one => h('li', { 'data-change': one.key, 'data-count': one.count },
    swatch(one), h('b', {}, number(one.count)), h('span', {}, one.label))));
}

export function change() {
  const result = live(h('div', { class: 'result' }), {
    needs: [painted], quiet: true, keys: ['since', 'asOf', 'measure', 'level'],
    draw(answer) {
      if (!answer.change) return h('p', { class: 'note' }, t('change.hint'));
      const isCount = measure().kind === 'status' || measure().kind === 'flag';
      return [counts(answer), h('p', {}, t('change.sum', { from: date(answer.change.from), to: date(answer.change.to),
        by: isCount ? signed(answer.change.met) : moveText(measure(), answer.change.by) })),
      h('button', { type: 'button', 'data-focus': 'change-stop', on: { click: () => set({ since: '' }) } }, t('change.stop'))];
    },
  });
  return live(h('section', { class: 'change' }), {
    needs: [catalogue], quiet: true, room: 'map', keys: ['since', 'asOf'],
    draw: () => fold('change', t('change.title'), chooser('since', t('change.since'),
      [{ id: '', label: t('change.none') }, ...days().filter(day => day < get().asOf).map(day => ({ id: day, label: date(day) }))], get().since,
      since => set({ since })), result),
  });
}
