// @ts-check
// The day shown and the series: a slider over the ends of months, quarters or years, with steps.
import { catalogue, days, isWithinData } from '../state/data.js';
import { get, set } from '../state/state.js';
import { date, parseDay, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { segments } from '../ui/pieces.js';

const PERIODS = ['month', 'quarter', 'year'];

/** Position of a day on the slider: the last end of a period not after it. */
const position = (all, day) => Math.max(0, all.filter(one => one <= day).length - 1);

/** What stands under the slider: months and quarters by number, with the year where it begins. */
function mark(day, before) {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  if (get().period === 'year') return year;
  const inYear = get().period === 'month' ? String(month) : t('time.quarter', { n: Math.ceil(month / 3) });
  return year === before?.slice(0, 4) ? inYear : `${inYear}/${year.slice(2)}`;
}

/** The end of the period a day lies in becomes the day shown. */
const choosePeriod = period => set({ period, asOf: isWithinData(get().asOf) ? days(period).find(day => day >= get().asOf) : get().asOf });

export function time() {
  return live(h('section', { class: 'time' }), {
    needs: [catalogue], quiet: true, keys: ['asOf', 'series', 'period'],
    draw(declared) {
      const all = days(get().period);
      const at = position(all, get().asOf);
      const before = all[at] < get().asOf ? at : at - 1;
      const go = (index, step = true) => all[index] && set({ asOf: all[index] }, { step });
      const isKnown = isWithinData(get().asOf);
      const typed = field => {
        const day = parseDay(field.value);
        if (day) set({ asOf: day });
        else field.value = date(get().asOf);
      };
      const arrow = (key, sign, index) => h('button', { type: 'button', 'aria-label': t(key), title: t(key), 'data-focus': key,
        'aria-disabled': String(!all[index]), on: { click: () => go(index) } }, sign);
      const slider = h('input', { type: 'range', min: 0, max: all.length - 1, step: 1, 'data-focus': 'slider', 'aria-label': t('time.label'),
        'aria-valuetext': date(get().asOf), on: { input: event => go(Number(event.target.value), false) }, value: at });
      return [h('div', { class: 'choice' }, segments(t('time.series'), declared.series.map(one => ({ id: one.id, label: say(one.label) })), get().series,
        series => set({ series: /** @type {any} */ (series) })),
      h('select', { 'aria-label': t('time.period'), title: t('time.period'), 'data-focus': 'period', on: { change: event => choosePeriod(event.target.value) } },
        PERIODS.map(id => h('option', { value: id, selected: id === get().period }, t(`period.${id}`))))),
      h('div', { class: 'slide' }, arrow('time.before', '‹', before), h('div', { class: 'track' }, slider,
        h('div', { class: 'months', 'data-period': get().period, 'aria-hidden': 'true' }, all.map((day, index) => h('span', { class: isKnown && index === at ? 'here' : '' },
          mark(day, all[index - 1]))))), arrow('time.after', '›', at + 1)),
      h('input', { class: 'day', type: 'text', inputmode: 'numeric', 'aria-label': t('time.day'), title: t('time.day'), 'data-focus': 'day', size: 10, value: date(get().asOf),
        on: { change: event => typed(event.target), focus: event => event.target.select() } }),
      !isKnown && h('p', { class: 'beyond', role: 'status' }, t('time.beyond', { from: date(declared.firstDay), to: date(declared.lastDay) }), ' ',
        h('button', { type: 'button', class: 'plain', on: { click: () => set({ asOf: declared.asOf }) } }, t('time.back', { day: date(declared.asOf) })))];
    },
  });
}
