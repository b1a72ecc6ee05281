// @ts-check
// What is picked on the map: a section with its length by geometry beside the one reported, and the works on it; or an area, a work, a village.
import { token } from '../state/administrator.js';
import { feature, tileLayers, tools, wordFor } from '../state/layers.js';
import { get, set } from '../state/state.js';
import { date, number, percent, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { reveal } from '../ui/pieces.js';

/** Facts in this order, those there are; a place for the number of decimals makes a number of it. */
const FACTS = { code: null, class: null, kind: null, state: null, surface: null, commune: null, roadId: null, widthM: 1, voltageKv: 1, capacityKva: 0, areaHa: 2, reportedHa: 2,
  owner: null, builtYear: null, startsOn: null, dueOn: null, startedOn: null, doneOn: null, acceptedOn: null, costMillion: 0, funding: null };
const DAYS = ['startsOn', 'dueOn', 'startedOn', 'doneOn', 'acceptedOn'];
const WORDS = ['class', 'kind', 'state', 'surface'];

function valueOf(described, name, value) {
  if (DAYS.includes(name)) return date(value);
  if (WORDS.includes(name)) return wordFor(described, name, value);
  return FACTS[name] === null ? String(value) : t(`fact.unit.${name}`, { value: number(value, FACTS[name]) });
}

/** The length of the line beside the one people reported, with how far they are apart. */
function lengths({ lengthM, lengthReportedM }) {
  if (lengthM === undefined) return null;
  const apart = lengthReportedM === null ? null : (lengthReportedM - lengthM) / lengthM * 100;
  return [h('dt', {}, t('fact.lengthM')), h('dd', {}, t('fact.metres', { value: number(lengthM, 1) })),
    apart !== null && [h('dt', {}, t('fact.lengthReportedM')), h('dd', { class: Math.abs(apart) > 2 ? 'apart' : '' },
      t('fact.reported', { value: number(lengthReportedM, 1), apart: `${apart > 0 ? '+' : ''}${percent(apart)}` }))]];
}

/** Photographs are the proof of a work; what shows them is only sent where there are some, or where some can be added. */
function photographs(work) {
  if (!work.photos && !token()) return null;
  const host = h('div', { class: 'photos' });
  import('../ui/photos.js').then(({ show }) => show(host, work));
  return host;
}

const works = (list, described) => list.length > 0 && [h('h3', {}, t('fact.works')), h('ul', { class: 'works' }, list.map(work => h('li', {}, h('b', {}, work.name ?? work.code),
  h('span', {}, [wordFor(described, 'state', work.state), work.fromM !== null && t('fact.stretch', { from: number(work.fromM), to: number(work.toM) }),
    work.acceptedOn ? t('fact.accepted', { day: date(work.acceptedOn) }) : work.dueOn && t('fact.due', { day: date(work.dueOn) })].filter(Boolean).join(' · ')), photographs(work), tools.ofWork(work))))];

export function picked() {
  let shown = '';
  const host = live(h('section', { class: 'picked', on: { keydown: event => event.key === 'Escape' && set({ feature: '' }) } }), {
    needs: [feature, tileLayers], follows: [tools], keys: ['feature'], when: () => get().feature !== '',
    empty: ({ is }) => !is && t('fact.gone'),
    draw({ layer, is, works: list, described: ofWorks }, layers) {
      const described = layers.find(one => one.id === layer)?.described;
      if (shown !== is.code) requestAnimationFrame(() => reveal(host));
      shown = is.code;
      return [
        h('header', {}, h('h2', {}, is.name ?? is.code), h('button', { type: 'button', class: 'close', 'aria-label': t('fact.close'), title: t('fact.close'), 'data-focus': 'feature-close',
          on: { click: () => set({ feature: '' }) } }, '×')),
        h('p', { class: 'where' }, [t(`layer.${layer}`), is.illustrative && t('about.chip')].filter(Boolean).join(' · ')),
        h('dl', {}, lengths(is), Object.keys(FACTS).filter(name => is[name] !== undefined && is[name] !== null).map(name => [h('dt', {}, t(`fact.${name}`)), h('dd', {}, valueOf(described, name, is[name]))]),
          is.active !== undefined && [h('dt', {}, t('fact.active')), h('dd', {}, t(is.active ? 'value.yes' : 'value.no'))]),
        layer === 'works' && photographs(is),
        works(list, ofWorks), tools.of(layer, is),
      ];
    },
  });
  return host;
}
