// @ts-check
// The board of districts: where each stands, and what they come to together; a heading sorts, a line paints the map by district.
import { boundaries, chosenTotals, districtTotals } from '../state/data.js';
import { fullName } from '../state/display.js';
import { get, set } from '../state/state.js';
import { byName, fixed, number, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';

/** What is shown of which measure, in the order of the columns. */
const COLUMNS = [
  { id: 'communes', measure: 'criteria-met', figure: area => area.count, text: number },
  { id: 'recognised', measure: 'recognised', figure: area => area.met, text: number },
  { id: 'all', measure: 'criteria-met', figure: area => area.met, text: number },
  { id: 'few', measure: 'at-7-to-9', figure: area => area.met, text: number },
  { id: 'mean', measure: 'criteria-met', figure: area => area.mean, text: value => fixed(value, 2) },
  { id: 'passes', measure: 'criteria-met', figure: area => area.sum, text: number },
];
const order = { by: 'mean', down: true };

const NOBODY = { count: 0, sum: 0, mean: null, met: 0, missing: 0 };

/** The figures of one area in the order of the columns: undefined where nothing is known, null where there is nothing to divide. */
const figures = (answer, code) => COLUMNS.map(column => {
  const areas = answer.totals.find(one => one.measure === column.measure)?.areas ?? [];
  const area = areas.find(one => !code || one.unit === code) ?? NOBODY;
  return areas.length && (area.missing < area.count || area.count === 0 || column.id === 'communes') ? column.figure(area) : undefined;
});
const cell = (figure, column) => (figure === undefined ? h('span', { class: 'none' }, t('criteria.not-known')) : figure === null ? '–' : column.text(figure));
const cells = found => found.map((figure, i) => h('td', {}, cell(figure, COLUMNS[i])));

function sorted(rows) {
  const at = COLUMNS.findIndex(column => column.id === order.by);
  const figure = row => row.figures[at] ?? -Infinity;
  const found = [...rows].sort((a, b) => (at < 0 ? byName(b.name, a.name) : figure(a) - figure(b)) || byName(b.name, a.name));
  return order.down ? found.reverse() : found;
}

export function districts() {
  const host = h('section', { class: 'districts' });

  function head(id, redraw) {
    const isBy = order.by === id;
    const turn = () => {
      order.down = isBy ? !order.down : true;
      order.by = id;
      redraw();
    };
    return h('th', { scope: 'col', class: id === 'name' ? 'words' : '', 'aria-sort': isBy ? (order.down ? 'descending' : 'ascending') : 'none' },
      h('button', { type: 'button', 'data-focus': `board-${id}`, on: { click: turn } }, t(`districts.${id}`), h('i', { 'aria-hidden': 'true' }, isBy ? (order.down ? ' ▾' : ' ▴') : '')));
  }

  live(host, {
    needs: [districtTotals, chosenTotals, boundaries.district], room: 'targets', quiet: [chosenTotals, boundaries.district], keys: ['unit', 'measure', 'level'],
    empty: (_, __, shapes) => shapes.features.length === 0 && t('districts.empty'),
    draw(byDistrict, whole, shapes) {
      const paint = code => set({ level: 'district', measure: COLUMNS.find(column => column.id === order.by)?.measure ?? 'criteria-met', since: '', unit: code });
      const rows = shapes.features.map(({ id, properties }) => ({ code: id, name: properties.name, label: fullName(properties), figures: figures(byDistrict, id) }));
      const box = h('div', { class: 'scroll wide', tabindex: 0, role: 'region', 'aria-label': t('districts.title') });
      const redraw = () => {
        const focused = box.contains(document.activeElement) ? /** @type {any} */ (document.activeElement).dataset.focus : '';
        box.replaceChildren(h('table', {}, h('thead', {}, h('tr', {}, head('name', redraw), COLUMNS.map(column => head(column.id, redraw)))),
          h('tbody', {}, sorted(rows).map(row => h('tr', { class: get().unit === row.code ? 'chosen' : '', 'data-unit': row.code, on: { click: () => paint(row.code) } },
            h('th', { scope: 'row' }, h('button', { type: 'button', class: 'plain', 'aria-pressed': String(get().unit === row.code), 'data-focus': `board-${row.code}` }, row.label)), cells(row.figures)))),
          h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, t('districts.whole')), cells(figures(whole, ''))))));
        if (focused) box.querySelector(`[data-focus="${focused}"]`)?.focus();
      };
      redraw();
      return [h('h3', {}, t('districts.title')), h('p', { class: 'note' }, t('districts.note')), box];
    },
  });
  return host;
}
