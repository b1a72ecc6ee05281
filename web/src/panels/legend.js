// @ts-check
// The legend: the answer the map was painted from. A click leaves one class in view, more add to it, a second takes it back.
import { boundaries, catalogue, marked, measure } from '../state/data.js';
import { groupLabel, measureName } from '../state/display.js';
import { painted } from '../state/painted.js';
import { get, set } from '../state/state.js';
import { date, number, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { dotted, swatch } from '../ui/pieces.js';
import { symbol } from '../ui/symbols.js';

function turn(index) {
  const { only } = get();
  set({ only: only.includes(index) ? only.filter(one => one !== index) : [...only, index].sort((a, b) => a - b) });
}

/** When the classes speak of states there is no unit to name. */
const heading = (answer, chosen) => (answer.change ? t('legend.change', { from: date(answer.change.from), to: date(answer.change.to) })
  : [chosen.kind === 'status' || chosen.kind === 'flag' ? '' : answer.legend.unit, date(answer.asOf)].filter(Boolean).join(' · '));

/** What the symbols stand for, with how many communes carry each. */
const symbols = answer => answer.level === 'commune' && get().marks.length > 0 && h('ul', { class: 'symbols' }, get().marks.map((code, i) => {
  const group = catalogue.read().data.groups.find(one => one.id === code);
  const found = marked.read().data?.find(one => one.group === code);
  return h('li', { 'data-mark': code }, symbol(i, 14), h('span', {}, groupLabel({ ...group, count: found?.units.length ?? group.count })));
}));

export function legend() {
  return live(h('section', { class: 'legend', 'data-over': true }), {
    needs: [painted], follows: [boundaries.urban, marked], keys: ['only', 'since', 'marks', 'level'], quiet: true,
    empty: answer => answer.values.length === 0 && t('legend.nobody'),
    draw: answer => [
      h('h2', {}, measureName(measure())), h('p', {}, heading(answer, measure())),
      h('ul', {}, answer.legend.classes.map(one => h('li', {}, h('button', { type: 'button', 'data-class': one.index, 'data-fill': one.fill, 'data-focus': `class-${one.index}`,
        'aria-pressed': String(get().only.includes(one.index)), class: get().only.length && !get().only.includes(one.index) ? 'aside' : '',
        on: { click: () => turn(one.index) } },
      swatch(one), h('span', {}, one.label), h('b', {}, number(one.count)))))),
      symbols(answer),
      answer.level === 'commune' && boundaries.urban.read().data?.features.length > 0 && h('p', { class: 'outside' }, dotted(), t('legend.outside')),
      h('p', { class: 'note' }, get().only.length ? h('button', { type: 'button', class: 'plain', 'data-focus': 'class-all', on: { click: () => set({ only: [] }) } }, t('legend.all'))
        : h('span', { class: 'hint' }, t('legend.hint')), answer.illustrative && h('span', {}, t('about.chip'))),
    ],
  });
}
