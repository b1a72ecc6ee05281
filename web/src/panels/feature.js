// @ts-check
// What is picked on the map, in words: a section as it is on the day, with the works on it; a work with its section, stretch, state, cost and money; or an area, a village.
import { token } from '../state/administrator.js';
import { feature, seek, tools } from '../state/layers.js';
import { LAYER_OF } from '../state/networks.js';
import { get, set } from '../state/state.js';
import { addTexts, date, fixed, number, percent, say, t } from '../text.js';
import vi from '../text/facts.vi.js';
import en from '../text/facts.en.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { reveal } from '../ui/pieces.js';

addTexts({ vi, en });

/** Facts in this order, those there are; a place for the number of decimals makes a number of it. */
const FACTS = { code: null, commune: null, roadId: null, widthM: 1, voltageKv: 1, capacityKva: 0, areaHa: 2, reportedHa: 2, owner: null, builtYear: null, startsOn: null, dueOn: null,
  startedOn: null, doneOn: null, acceptedOn: null, costMillion: 0 };
const PLANNED_DAYS = ['startsOn', 'dueOn'];
const DAYS = [...PLANNED_DAYS, 'startedOn', 'doneOn', 'acceptedOn'];

const fact = (name, what, values) => what && [h('dt', {}, t(`fact.${name}`, values)), h('dd', {}, what)];
const link = (text, key, act) => h('button', { type: 'button', class: 'plain', 'data-focus': key, on: { click: act } }, text);
const km = metres => fixed(metres / 1000, 3);

function valueOf(name, value) {
  if (DAYS.includes(name)) return date(value);
  return FACTS[name] === null ? String(value) : t(`fact.unit.${name}`, { value: number(value, FACTS[name]) });
}

/** What came after the day that is shown was not known on it. */
const isKnown = (name, value, asOf) => value !== undefined && value !== null && (!DAYS.includes(name) || PLANNED_DAYS.includes(name) || value <= asOf);

/** The length of the line beside the one people reported, with how far they are apart. */
function lengths({ lengthM, lengthReportedM }) {
  const apart = lengthReportedM === null || lengthReportedM === undefined ? null : (lengthReportedM - lengthM) / lengthM * 100;
  return [fact('lengthM', t('fact.metres', { value: number(lengthM, 1) })),
    apart !== null && [h('dt', {}, t('fact.lengthReportedM')), h('dd', { class: Math.abs(apart) > 2 ? 'apart' : '' },
      t('fact.reported', { value: number(lengthReportedM, 1), apart: `${apart > 0 ? '+' : ''}${percent(apart)}` }))]];
}

/** How far a work has come, with the day since when. */
function stood(work, series) {
  const since = series === 'planned' ? { under_way: work.startsOn, accepted: work.dueOn } : { under_way: work.startedOn, done: work.doneOn, accepted: work.acceptedOn };
  const [key, day] = work.state === 'planned' ? ['from', work.startsOn] : ['since', since[work.state]];
  const state = t(`work.${work.state}`);
  return [day ? t(`fact.${key}`, { state, day: date(day) }) : state, work.lateDays && t('fact.late', { days: number(work.lateDays) })].filter(Boolean).join(' · ');
}

const stretch = work => (work.fromM === null ? work.lengthM !== undefined && t('fact.whole', { length: km(work.lengthM) }) : t('fact.part', { from: km(work.fromM), to: km(work.toM), length: km(work.toM - work.fromM) }));

/** Each with its kilometres where there are several. */
const shared = (parts, nameOf) => parts.map(part => h('span', {}, nameOf(part), parts.length > 1 && `: ${km(part.lengthM)}\u00a0km`));
const commune = ({ unit, name }) => link(name, `fact-unit-${unit}`, () => set({ unit }));

const ofSection = (is, asOf) => [lengths(is), fact('class', say(is.classLabel)), is.surfaces.length > 0 && fact('surfaceOn', shared(is.surfaces, one => say(one.label)), { day: date(asOf) }),
  is.parts.length > 0 && fact('commune', shared(is.parts, commune))];

const ofWork = (is, series) => [fact('kind', say(is.label)), fact('state', stood(is, series)),
  fact('section', is.section && link(`${is.sectionName ?? say(is.classLabel)} (${is.section})`, 'fact-section', () => seek(LAYER_OF[is.sectionKind], is.section))),
  fact('stretch', is.section && stretch(is)), fact('commune', is.unit && commune({ unit: is.unit, name: is.unitName })), fact('surfaceAfter', say(is.surfaceLabel)), fact('funding', say(is.fundingLabel) || is.funding)];

/** Photographs are the proof of a work; what shows them is only sent where there are some, or where some can be added. */
function photographs(work) {
  if (!work.photos && !token()) return null;
  const host = h('div', { class: 'photos' });
  import('../ui/photos.js').then(({ show }) => show(host, { ...work, name: work.title }));
  return host;
}

const works = (list, series) => list.length > 0 && [h('h3', {}, t('fact.works')), h('ul', { class: 'works' }, list.map(work => h('li', {}, h('b', {}, link(work.title ?? say(work.label), `fact-work-${work.code}`, () => seek('works', work.code))),
  h('span', {}, [stood(work, series), work.fromM !== null && stretch(work), work.costMillion !== null && t('fact.unit.costMillion', { value: number(work.costMillion) })].filter(Boolean).join(' · ')), photographs(work), tools.ofWork(work))))];

export function picked() {
  let shown = '';
  const host = live(h('section', { class: 'picked', on: { keydown: event => event.key === 'Escape' && set({ feature: '' }) } }), {
    needs: [feature], follows: [tools], keys: ['feature'], when: () => get().feature !== '',
    empty: ({ is }) => !is && t('fact.gone'),
    draw({ layer, is, asOf, series }) {
      if (shown !== is.code) requestAnimationFrame(() => reveal(host));
      shown = is.code;
      return [
        h('header', {}, h('h2', {}, is.name ?? (say(is.classLabel ?? is.label) || is.code)), h('button', { type: 'button', class: 'close', 'aria-label': t('fact.close'), title: t('fact.close'), 'data-focus': 'feature-close',
          on: { click: () => set({ feature: '' }) } }, '×')),
        h('p', { class: 'where' }, [t(`layer.${layer}`), is.illustrative && t('about.chip')].filter(Boolean).join(' · ')),
        h('dl', {}, layer === 'works' ? ofWork(is, series) : is.parts && ofSection(is, asOf),
          Object.keys(FACTS).filter(name => isKnown(name, is[name], asOf)).map(name => fact(name, valueOf(name, is[name]))),
          is.active !== undefined && fact('active', t(is.active ? 'value.yes' : 'value.no'))),
        layer === 'works' && photographs(is), is.works && works(is.works, series), tools.of(layer, is),
      ];
    },
  });
  return host;
}
