// @ts-check
// Exactly what is shown, to take away: a picture, a table, a GeoJSON. Illustrative data say so in name and content.
import * as api from '../api.js';
import { borderLine } from '../map/basemap.js';
import { labelPlace } from '../map/inside.js';
import { boundaries, catalogue, marked, measure, surroundings } from '../state/data.js';
import { fullName, groupLabel, isState, measureName, valueText } from '../state/display.js';
import { tileLayers } from '../state/layers.js';
import { isInView, painted, register } from '../state/painted.js';
import { get } from '../state/state.js';
import { date, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { fold } from '../ui/pieces.js';
import { save, saveCsv } from '../ui/spreadsheet.js';

/** What the picture draws under, over and around the painted units. */
const SHEETS = [boundaries.province, boundaries.district, boundaries.urban, surroundings];
const ILLUSTRATIVE = 'minh-hoa-illustrative';

const fileName = (answer, ending) => ['langmap', answer.measure, answer.level, answer.change && `${answer.change.from}-to`, answer.asOf, answer.series,
  answer.illustrative && ILLUSTRATIVE].filter(Boolean).join('_') + ending;

/** Every unit in view, a row each. */
function table(answer) {
  const names = register();
  const head = ['code', 'name', 'district', 'value', 'state', ...answer.change ? ['was', 'by'] : [], 'numerator', 'denominator', 'missing', 'class', 'asOf', 'since', 'series', 'measure', 'illustrative'];
  const classes = new Map(answer.legend.classes.map(one => [one.index, one.label]));
  const rows = answer.values.filter(value => isInView(value.class)).map(value => {
    const unit = names.get(value.unit);
    return [value.unit, unit ? fullName(unit) : '', unit?.district ?? '', value.value, valueText(measure(), value, answer.level), ...answer.change ? [value.was, value.by === null ? null : Number(value.by.toFixed(6))] : [], value.numerator, value.denominator, value.missing,
      classes.get(value.class), answer.asOf, answer.change?.from ?? '', answer.series, answer.measure, answer.illustrative ? t('about.mark') : ''];
  });
  return [head.map(one => t(`file.${one}`)), ...rows];
}

/** The areas in view with what is shown of each, their legend and what was asked. */
function geojson(answer) {
  const values = new Map(answer.values.map(one => [one.unit, one]));
  const classes = new Map(answer.legend.classes.map(one => [one.index, one]));
  const shapes = boundaries[answer.level].read().data;
  const features = shapes.features.filter(({ id }) => values.has(id) && isInView(values.get(id).class)).map(({ id, geometry, properties }) => {
    const { unit, ...value } = values.get(id);
    const { fill, hatch, label } = classes.get(value.class);
    return { type: 'Feature', id: unit, properties: { ...properties, ...value, label, fill, hatch, illustrative: answer.illustrative }, geometry };
  });
  return JSON.stringify({ type: 'FeatureCollection', measure: answer.measure, level: answer.level, group: get().group || null, asOf: answer.asOf, since: answer.change?.from ?? null, series: answer.series,
    illustrative: answer.illustrative, mark: answer.illustrative ? t('about.mark') : null, attribution: shapes.attribution,
    legend: { ...answer.legend, classes: answer.legend.classes.filter(one => isInView(one.index)) }, features });
}

/** The data sets behind what is shown. */
const sources = (declared, answer, layers) => declared.dataSets.filter(({ id, kind }) => id === 'boundaries' || layers.includes(kind) || id === `assessments-${answer.series}`
  || (id === 'recognitions' && measure().kind === 'flag') || (/flags/.test(id) && get().group)).map(one => say(one.title));

/** The marked groups with where their communes lie. */
function markedPlaces(declared, answer) {
  const places = new Map([...register().values()].map(one => [one.code, one.centre]));
  return answer.level === 'commune' && get().marks.length ? (marked.read().data ?? []).map(({ group, units }) => ({
    label: groupLabel({ ...declared.groups.find(one => one.id === group), count: units.length }), places: units.map(code => places.get(code)).filter(Boolean) })) : [];
}

/** Loaded when a picture is wanted: the first view is to be light. */
const printer = () =>
  import('../map/print.js');
const layerPrinter = () =>
  import('../map/print-layers.js');

/** The layers that are on, with what is drawn of them in the picture, their titles and what their rules say. */
async function layersOn({ bounds, zoom }) {
  const { asOf, series, layers } = get();
  const wanted = (tileLayers.read().data ?? []).filter(one => layers.includes(one.id));
  if (!wanted.length) return [];
  const { loadLayers } = await layerPrinter();
  const loaded = await loadLayers(wanted, bounds, zoom, place => api.getTile(place, asOf, series));
  return loaded.map(one => ({ ...one, title: t(`layer.${one.id}`), described: { ...one.described, rules: one.described.rules.map(rule => ({ ...rule, said: say(rule.label) })) } }));
}

async function picture(answer, declared) {
  const { draw: drawSheet, frame } = await printer();
  const { lang, off, unit: selected } = get();
  const isOn = overlay => !off.includes(overlay);
  const [province, districts, towns, around] = SHEETS.map(one => one.read().data);
  const group = declared.groups.find(one => one.id === get().group);
  const layers = await layersOn(frame(province.features[0]));
  const isMade = answer.illustrative || layers.some(one => one.described.illustrative);
  const canvas = drawSheet({
    title: measureName(measure()),
    subtitle: [t(`level.${answer.level}`), group && say(group.label), t(`series.${answer.series}`), answer.change ? t('headline.from-to', { from: date(answer.change.from), to: date(answer.change.to) }) : date(answer.asOf)].filter(Boolean).join(' · '),
    shapes: boundaries[answer.level].read().data, province, districts: isOn('districts') ? districts : { features: [] }, towns: answer.level === 'commune' ? towns : { features: [] }, outside: t('legend.outside'),
    border: borderLine(province.features[0], around.border), unit: answer.change || isState(measure(), answer.level) ? '' : answer.legend.unit,
    names: [...around.neighbours.map(one => ({ text: one[lang], at: one.at, align: one.align, kind: one.country ? 'country' : 'neighbour' })),
      ...isOn('names') ? districts.features.map(one => ({ text: one.properties.name, at: [labelPlace(one.geometry)], kind: 'district' })) : []],
    outlined: isOn('border') && answer.level === 'commune' ? [...register().values()].filter(one => one.flags.includes('border')).map(one => one.code) : [], selected,
    marks: markedPlaces(declared, answer), layers, answer, isInView, mark: isMade ? t('about.mark') : '',
    source: `${t('print.source')}: ${sources(declared, answer, layers.map(one => one.id)).join('; ')} · LangMap`,
    north: t('print.north'),
  });
  const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
  save(blob, fileName(answer, '.png'));
}

export function takeAway() {
  return live(h('section', { class: 'take-away' }), {
    needs: [catalogue, painted], follows: [...SHEETS, boundaries.commune, tileLayers], room: 'map', quiet: true, keys: ['measure', 'level', 'group', 'method', 'classes', 'breaks', 'only', 'asOf', 'series'],
    draw: (declared, answer) => fold('take', t('take.title'), h('p', { class: 'tools' },
      SHEETS.every(one => one.read().data) && boundaries.province.read().data.features.length > 0 && h('button', { type: 'button', 'data-focus': 'png', on: { click: () => picture(answer, declared) } }, t('take.png')),
      h('button', { type: 'button', 'data-focus': 'csv', on: { click: () => saveCsv(table(answer), fileName(answer, '.csv')) } }, t('take.csv')),
      boundaries[answer.level].read().data && h('button', { type: 'button', 'data-focus': 'geojson', on: { click: () => save(new Blob([geojson(answer)], { type: 'application/geo+json' }), fileName(answer, '.geojson')) } }, t('take.geojson'))),
    h('p', { class: 'note' }, t('take.note'), answer.illustrative && ` ${t('take.illustrative')}`)),
  });
}
