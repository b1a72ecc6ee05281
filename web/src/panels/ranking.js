// @ts-check
// Every unit shown, as a table: sortable, to be copied into a spreadsheet; selecting here selects on the map.
import { areas, catalogue, measure } from '../state/data.js';
import { fullName, isState, moveText, numberText, valueText } from '../state/display.js';
import { isInView, painted, register } from '../state/painted.js';
import { get, set } from '../state/state.js';
import { byName, number, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { fold, swatch } from '../ui/pieces.js';
import { copy } from '../ui/spreadsheet.js';

const order = { by: 'value', down: true };

/** How a line reads: a state in words, a number, or by how much a number moved and from where to where. */
function reading(answer, value, kind) {
  const { level } = get();
  if (!answer.change) return valueText(measure(), value, level);
  if (isState(measure(), level) || value.by === null) return kind.label;
  return `${moveText(measure(), value.by)} (${numberText(measure(), value.was, level)} → ${numberText(measure(), value.value, level)})`;
}

/** One line of the table: what is sorted and what is read. */
function lines(answer) {
  const names = register();
  const classes = new Map(answer.legend.classes.map(one => [one.index, one]));
  return answer.values.filter(value => isInView(value.class)).map(value => {
    const unit = names.get(value.unit) ?? { type: '', name: value.unit, district: '' };
    return { code: value.unit, name: fullName(unit), plain: unit.name, district: unit.district ?? '', kind: classes.get(value.class), value,
      figure: answer.change ? value.by : value.value, text: reading(answer, value, classes.get(value.class)) };
  });
}

const KEYS = {
  name: (a, b) => byName(a.plain, b.plain), district: (a, b) => byName(a.district, b.district) || byName(a.plain, b.plain),
  // What has no value comes last, whichever way the rest is sorted.
  value: (a, b) => (a.figure === null ? 1 : 0) - (b.figure === null ? 1 : 0) || (order.down ? b.figure - a.figure : a.figure - b.figure) || a.kind.index - b.kind.index || byName(a.plain, b.plain),
};

function sorted(rows) {
  const found = [...rows].sort(KEYS[order.by]);
  return order.by !== 'value' && order.down ? found.reverse() : found;
}

/** Equal numbers share a place; states have none, their lines are only counted. */
function place(rows, index) {
  if (order.by !== 'value' || isState(measure(), get().level) || rows[index].figure === null) return index + 1;
  return rows.findIndex(row => row.figure === rows[index].figure) + 1;
}

const sheet = rows => [['code', 'name', 'district', 'value', 'class'].map(one => t(`ranking.${one}`)), ...rows.map(row => [row.code, row.name, row.district, row.figure, row.text])];

export function ranking() {
  const host = h('section', { class: 'ranking' });
  let redraw = () => {};

  function head(key) {
    const isBy = order.by === key;
    const turn = () => {
      order.down = isBy ? !order.down : key === 'value';
      order.by = key;
      redraw();
    };
    return h('th', { scope: 'col', class: `by-${key}`, 'aria-sort': isBy ? (order.down ? 'descending' : 'ascending') : 'none' },
      h('button', { type: 'button', 'data-focus': `sort-${key}`, on: { click: turn } }, t(`ranking.${key}`), h('i', { 'aria-hidden': 'true' }, isBy ? (order.down ? ' ▾' : ' ▴') : '')));
  }

  const line = (row, place, hasDistrict) => h('tr', { class: row.code === get().unit ? 'chosen' : '', 'data-unit': row.code, on: { click: () => set({ unit: row.code }) } },
    h('td', { class: 'n' }, place), h('th', { scope: 'row' }, h('button', { type: 'button', class: 'plain', 'data-focus': `row-${row.code}`, 'aria-pressed': String(row.code === get().unit) }, row.name)),
    hasDistrict && h('td', {}, row.district), h('td', { class: 'figure' }, swatch(row.kind, 12), row.text));

  live(host, {
    needs: [catalogue, painted, areas],
    room: 'map', quiet: true, keys: ['unit', 'only', 'since', 'level'],
    empty: (_, answer) => answer.values.length === 0 && t('legend.nobody'),
    draw(_, answer) {
      const hasDistrict = lines(answer).some(row => row.district);
      const said = h('span', { role: 'status' });
      const body = h('div', { class: 'scroll', 'data-scroll': 'ranking', tabindex: 0, role: 'region', 'aria-label': t('ranking.title') });
      const draw = () => {
        const rows = sorted(lines(answer));
        const top = body.scrollTop;
        const focused = body.contains(document.activeElement) ? /** @type {any} */ (document.activeElement).dataset.focus : '';
        body.replaceChildren(h('table', {}, h('thead', {}, h('tr', {}, h('td', {}), head('name'), hasDistrict && head('district'), head('value'))),
          h('tbody', {}, rows.map((row, index) => line(row, place(rows, index), hasDistrict)))));
        body.classList.toggle('words', isState(measure(), get().level));
        body.scrollTop = top;
        if (focused) body.querySelector(`[data-focus="${focused}"]`)?.focus();
      };
      redraw = draw;
      draw();
      const count = answer.values.filter(value => isInView(value.class)).length;
      return fold('ranking', t('ranking.fold', { n: number(count), all: number(answer.values.length) }), body,
        h('p', { class: 'tools' }, h('button', { type: 'button', 'data-focus': 'copy', on: { click: () => copy(sheet(sorted(lines(answer))), said) } }, t('ranking.copy')), said));
    },
  });
  return host;
}
