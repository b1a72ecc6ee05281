// @ts-check
// What about the networks needs a look: communes that lack least, villages that no good road joins, lengths that differ, works that are late, map against assessment.
import { units } from '../state/data.js';
import { criterionName, statusLabel, statusStyle } from '../state/display.js';
import { seek } from '../state/layers.js';
import { lists, summary } from '../state/network.js';
import { LAYER_OF, NETWORKS } from '../state/networks.js';
import { get, set } from '../state/state.js';
import { date, difference, fixed, number, say, signed, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { segments, swatch } from '../ui/pieces.js';

const known = () => new Map((units.read().data?.units ?? []).map(one => [one.code, one]));
const nameOf = code => known().get(code)?.name ?? code ?? '';
const go = (unit, why) => set(why ? { unit, why: String(why) } : { unit });
const status = code => [swatch(statusStyle(code), 12), ' ', statusLabel(code)];
const className = code => say(summary.read().data?.classes.find(one => one.class === code)?.label ?? null) || code;
const lacks = ({ missing, unit }) => (unit === 'villages' ? t('why.villages', { n: number(missing) }) : `${difference(missing, 1)}\u00a0${unit}`);

/** What the list is in the order of: all that is missing, unit by unit. */
const inAll = rules => [...new Set(rules.map(one => one.unit))].map(unit => lacks({ unit, missing: rules.reduce((sum, one) => sum + (one.unit === unit ? one.missing : 0), 0) })).join(' + ');

/** The lists: how a row reads cell by cell, which of them are figures, and what a click opens. */
const LISTS = {
  near: { columns: ['unit', 'rule', 'missing'], figures: ['missing'], open: row => go(row.unit, row.criterion),
    cells: row => [row.name, row.rules.map(rule => h('span', { class: 'part' }, say(rule.label), row.rules.length > 1 && h('small', {}, ` ${lacks(rule)}`))), inAll(row.rules)] },
  'cut-off': { columns: ['village', 'unit', 'road'], figures: [], key: 'village', open: row => set({ unit: row.unit, village: row.village, way: 'shown' }),
    cells: row => [[row.name, h('small', {}, ` ${row.village}`)], [row.unitName, row.district && h('small', {}, ` ${row.district}`)], t(row.near ? 'watch.soft-road' : 'watch.no-road')] },
  differences: { columns: ['section', 'class', 'unit', 'reported', 'measured', 'difference'], figures: ['reported', 'measured', 'difference'], open: row => seek(NETWORKS[get().network].layer, row.section, row.unit),
    cells: row => [[row.name, h('small', {}, ` ${row.section}`)], className(row.class), nameOf(row.unit), number(row.reportedM), number(row.measuredM), signed(Math.round(row.differenceM))] },
  late: { columns: ['work', 'unit', 'state', 'due', 'days', 'km'], figures: ['days', 'km'], open: row => (row.section ? seek(LAYER_OF[row.sectionKind], row.section, row.unit) : go(row.unit)),
    cells: row => [[row.title || say(row.label), h('small', {}, ` ${row.code}`)], row.unitName ?? '', t(`work.${row.state}`), date(row.dueOn), number(row.lateDays), fixed(row.lengthM / 1000, 1)] },
  contradictions: { columns: ['unit', 'criterion', 'official', 'computed'], figures: [], open: row => go(row.unit, row.criterion),
    cells: row => [row.name, [criterionName(row.criterion), ' ', h('button', { type: 'button', class: 'plain', 'data-focus': `contradiction-${row.unit}` }, h('small', {}, t('why.open')))], status(row.official), status(row.computed)] },
};

/** Villages are joined by roads alone. */
const offered = () => Object.keys(LISTS).filter(id => get().network === 'road' || id !== 'cut-off');

/** Those of the criterion that follows from the network shown; the other lists are asked for by it. */
const rowsOf = answer => (get().watch === 'contradictions' ? answer.rows.filter(row => row.criterion === NETWORKS[get().network].criterion) : answer.rows);

/** Without rules nothing is met or not, which is not the same as nothing to be found. */
const isUnruled = answer => answer.ruled && !answer.ruled.includes(NETWORKS[get().network].criterion);
const nothing = answer => (isUnruled(answer) ? t('watch.unruled', { criterion: criterionName(NETWORKS[get().network].criterion), day: date(answer.asOf) }) : t(`watch.${get().watch}.none`));

const counted = (answer, rows) => [t(`watch.${get().watch}.note`), answer.byShare && t('watch.near.share'), answer.matched > rows.length && t('watch.of', { n: number(rows.length), all: number(answer.matched) }),
  answer.differenceKm !== undefined && t('watch.at-stake', { km: fixed(answer.differenceKm, 1) })].filter(Boolean).join(' ');

function line(list, row) {
  const [first, ...rest] = list.cells(row);
  const isChosen = list.key ? row[list.key] === get()[list.key] : row.section ? get().feature.endsWith(`:${row.section}`) : row.unit === get().unit;
  return h('tr', { class: isChosen ? 'chosen' : '', 'data-unit': row.unit, 'data-village': row.village, 'data-section': row.section, on: { click: () => list.open(row) } },
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'plain', 'aria-pressed': String(isChosen), 'data-focus': `watch-${row.code ?? row.section ?? row.village ?? row.unit}` }, first)),
    rest.map((cell, i) => h('td', { class: list.figures.includes(list.columns[i + 1]) ? '' : 'words' }, cell)));
}

/** The list that is open. @type {import('../state/resource.js').Resource} */
const shown = {
  read: () => lists[get().watch].read(),
  on: listener => Object.values(lists).forEach(one => one.on(listener)),
  retry: () => lists[get().watch].retry(),
};

export function watch() {
  const list = live(h('div', { class: 'list' }), {
    needs: [shown], follows: [units, summary], keys: ['watch', 'network', 'unit', 'village', 'feature'],
    empty: answer => rowsOf(answer).length === 0 && nothing(answer),
    draw(answer) {
      const kind = LISTS[get().watch];
      const rows = rowsOf(answer);
      return [h('p', { class: 'note' }, counted(answer, rows)), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t(`watch.${get().watch}`), 'data-scroll': 'watch' }, h('table', {},
        h('thead', {}, h('tr', {}, kind.columns.map(one => h('th', { scope: 'col', class: kind.figures.includes(one) ? '' : 'words' }, t(`watch.column.${one}`))))),
        h('tbody', {}, rows.map(row => line(kind, row)))))];
    },
  });
  return live(h('section', { class: 'watch' }), {
    room: 'infrastructure', keys: ['watch', 'network'],
    draw: () => [h('h3', {}, t('watch.title')), segments(t('watch.title'), offered().map(id => ({ id, label: t(`watch.${id}`) })), get().watch, id => set({ watch: id })), list],
  });
}
