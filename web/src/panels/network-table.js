// @ts-check
// Kilometres by commune and class, or by month: a heading sorts, a line selects on the map, all of it goes into a spreadsheet.
import { communes, summary } from '../state/network.js';
import { get, set } from '../state/state.js';
import { byName, date, fixed, number, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { chooser } from '../ui/pieces.js';
import { copy, saveCsv } from '../ui/spreadsheet.js';

const COUNTS = ['year', 'month', 'hardened', 'share', 'total'];
/** Power lines have a length and nothing else to count. */
const counts = () => (get().network === 'grid' ? 'total' : get().table);
const order = { by: 'all', down: true };
const sum = figures => figures.reduce((all, one) => all + (one ?? 0), 0);

/** What a cell counts of the lengths of a class, or of all of them; null where there is nothing to divide. */
const FIGURES = {
  year: one => one.yearKm, hardened: one => one.hardenedKm, total: one => one.totalKm,
  share: one => (one.totalKm > 0 ? one.hardenedKm / one.totalKm : null),
};
const isShare = () => counts() === 'share';
const text = figure => (figure === null || figure === undefined ? '–' : isShare() ? `${fixed(figure * 100, 1)}\u00a0%` : fixed(figure, 1));

/** The columns beside the names, each with the figure of a row; the last is the whole. Months come as totals since the start of the year. */
function columns(answer, classes) {
  const table = counts();
  if (table === 'month') {
    const months = answer.rows[0]?.months.length ?? 0;
    const isRunning = i => answer.running && i === months - 1;
    return [...Array.from({ length: months }, (_, i) => ({ id: String(i), label: t(isRunning(i) ? 'table.running' : 'progress.month', { n: i + 1, day: date(answer.asOf).slice(0, 5) }), of: row => row.months[i] - (row.months[i - 1] ?? 0) })),
      { id: 'all', label: t('table.whole'), of: row => row.yearKm }];
  }
  return [...classes.map(kind => ({ id: kind.class, label: say(kind.label), of: row => figureOf(row.classes.find(one => one.class === kind.class)) })),
    { id: 'all', label: t('table.whole'), of: row => FIGURES[table](row) }];
}
const figureOf = one => (one ? FIGURES[counts()](one) : null);

/** All rows in one, as a row. */
const whole = (answer, classes) => ({
  classes: classes.map(kind => ({ class: kind.class, ...added(answer.rows.flatMap(row => row.classes.filter(one => one.class === kind.class))) })),
  ...added(answer.rows), months: (answer.rows[0]?.months ?? []).map((_, i) => sum(answer.rows.map(row => row.months[i]))),
});
const added = rows => ({ totalKm: sum(rows.map(one => one.totalKm)), hardenedKm: sum(rows.map(one => one.hardenedKm)), yearKm: sum(rows.map(one => one.yearKm)) });

function sorted(rows, found) {
  const column = found.find(one => one.id === order.by);
  const compare = order.by === 'name' || order.by === 'district' ? (a, b) => byName(a[order.by], b[order.by]) || byName(a.name, b.name)
    : (a, b) => ((column ?? found[found.length - 1]).of(a) ?? -1) - ((column ?? found[found.length - 1]).of(b) ?? -1) || byName(b.name, a.name);
  const all = [...rows].sort(compare);
  return order.down ? all.reverse() : all;
}

/** As it goes into a spreadsheet: lengths to the metre, shares as they are. */
const rounded = figure => (figure === null || figure === undefined ? null : Number(figure.toFixed(isShare() ? 5 : 3)));
const lines = (rows, found) => [[t('ranking.code'), t('ranking.name'), t('ranking.district'), ...found.map(one => one.label)],
  ...rows.map(row => [row.unit, row.name, row.district, ...found.map(one => rounded(one.of(row)))])];
const fileName = answer => ['langmap', answer.kind, counts(), answer.asOf, answer.series, answer.illustrative && 'minh-hoa-illustrative'].filter(Boolean).join('_') + '.csv';
const withHead = (answer, rows) => [[t(`table.${counts()}`), date(answer.asOf), t(`series.${answer.series}`), answer.illustrative ? t('about.mark') : ''], ...rows];

export function networkTable() {
  function head(id, label, redraw) {
    const isBy = order.by === id;
    const turn = () => {
      order.down = isBy ? !order.down : id !== 'name' && id !== 'district';
      order.by = id;
      redraw();
    };
    return h('th', { scope: 'col', class: id === 'name' || id === 'district' ? 'words' : '', 'aria-sort': isBy ? (order.down ? 'descending' : 'ascending') : 'none' },
      h('button', { type: 'button', 'data-focus': `length-${id}`, on: { click: turn } }, label, h('i', { 'aria-hidden': 'true' }, isBy ? (order.down ? ' ▾' : ' ▴') : '')));
  }

  const line = (row, found) => h('tr', { class: row.unit === get().unit ? 'chosen' : '', 'data-unit': row.unit, on: { click: () => set({ unit: row.unit }) } },
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'plain', 'aria-pressed': String(row.unit === get().unit), 'data-focus': `length-${row.unit}` }, row.name)),
    h('td', { class: 'words' }, row.district), found.map(one => h('td', { class: one.of(row) ? '' : 'zero' }, text(one.of(row)))));

  return live(h('section', { class: 'network-table' }), {
    needs: [communes, summary], room: 'infrastructure', quiet: [summary], keys: ['network', 'table', 'unit'],
    empty: answer => answer.rows.length === 0 && t('legend.nobody'),
    draw(answer, { classes: all }) {
      const classes = all.filter(kind => kind.counted);
      const found = columns(answer, classes);
      const said = h('span', { role: 'status' });
      const box = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('table.title'), 'data-scroll': 'network-table' });
      const redraw = () => {
        const focused = box.contains(document.activeElement) ? /** @type {any} */ (document.activeElement).dataset.focus : '';
        box.replaceChildren(h('table', {}, h('thead', {}, h('tr', {}, head('name', t('ranking.name'), redraw), head('district', t('ranking.district'), redraw), found.map(one => head(one.id, one.label, redraw)))),
          h('tbody', {}, sorted(answer.rows, found).map(row => line(row, found))),
          h('tfoot', {}, h('tr', {}, h('th', { scope: 'row', colspan: 2 }, t('districts.whole')), found.map(one => h('td', {}, text(one.of(whole(answer, classes)))))))));
        if (focused) box.querySelector(`[data-focus="${focused}"]`)?.focus();
      };
      redraw();
      return [h('h3', {}, t('table.title'), h('span', { class: 'on-paper' }, t(`table.${counts()}`))), h('div', { class: 'row' }, get().network !== 'grid' && chooser('table-counts', t('table.counts'), COUNTS.map(id => ({ id, label: t(`table.${id}`) })), get().table, table => set({ table })),
        h('p', { class: 'tools' }, h('button', { type: 'button', 'data-focus': 'table-copy', on: { click: () => copy(lines(sorted(answer.rows, found), found), said) } }, t('ranking.copy')),
          h('button', { type: 'button', 'data-focus': 'table-csv', on: { click: () => saveCsv(withHead(answer, lines(sorted(answer.rows, found), found)), fileName(answer)) } }, t('take.csv')), said)), box];
    },
  });
}
