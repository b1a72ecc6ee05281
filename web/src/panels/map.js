// @ts-check
// The map itself: keeps the sheet in step with boundaries, the painted answer and what is selected.
import { getJson } from '../api.js';
import { areas as shapes, boundaries, measure, units } from '../state/data.js';
import { fullName, valueText } from '../state/display.js';
import { isInView, painted, register } from '../state/painted.js';
import { get, onChange, set } from '../state/state.js';
import { t } from '../text.js';
import { atlas, showAll, showUnit } from '../map/atlas.js';
import { drawBasemap } from '../map/basemap.js';
import { choropleth } from '../map/choropleth.js';
import { L } from '../map/leaflet.js';
import { names } from '../map/names.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';

/** @returns {HTMLElement} */
export function mapPanel() {
  const host = h('div', { class: 'sheet', role: 'region', style: 'position:absolute' });
  const tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  const buttons = h('div', { class: 'zoom' });
  const state = live(h('div', { class: 'over' }), { needs: [shapes, boundaries.province, painted], keys: ['level'], draw: () => [] });
  const panel = h('div', { class: 'atlas' }, host, tip, buttons, state);
  const map = atlas(host, { view: get().view, moved: view => set({ view }, { step: false }) });
  const areas = choropleth(map, { choose: unit => set({ unit: get().unit === unit ? '' : unit }), point });
  const labels = names(map);
  const outlines = { selected: null, border: null };
  let basemap = null;
  let surroundings = null;
  let placed = '';
  let shownUnit = '';

  function point(code) {
    const value = code && painted.read().data?.values.find(one => one.unit === code);
    const unit = code && register().get(code);
    tip.hidden = !unit;
    if (unit) tip.replaceChildren(h('b', {}, fullName(unit)), unit.district ? h('small', {}, unit.district) : '', h('span', {}, sentence(value)));
  }

  function sentence(value) {
    if (!value || value.value === undefined) return t('map.outside');
    if (get().since) return painted.read().data.legend.classes[value.class].label;
    return valueText(measure(), value, get().level);
  }

  function nameOf(value) {
    const unit = register().get(value.unit);
    return unit ? [fullName(unit), unit.district, sentence(value)].filter(Boolean).join(', ') : value.unit;
  }

  function drawSheets() {
    const sheets = Object.fromEntries(['province', 'district', 'urban'].map(level => [level, boundaries[level].read().data]));
    if (!basemap && surroundings && sheets.province && sheets.district && sheets.urban) {
      basemap = drawBasemap(map, { .../** @type {any} */ (sheets), surroundings });
      map.setMaxBounds(basemap.bounds.pad(0.6));
      if (!get().view.length) showAll(map, basemap.bounds);
    }
    const drawn = shapes.read().data;
    if (drawn && placed !== get().level) {
      placed = get().level;
      areas.place(drawn);
    }
    if (basemap) drawNames();
  }

  function drawNames() {
    const { off, lang } = get();
    basemap.show('districts', !off.includes('districts'));
    const centre = feature => L.geoJSON(feature).getBounds().getCenter();
    const around = surroundings.neighbours.map(one => ({ text: one[lang], at: one.at, align: one.align, kind: one.country ? 'country' : 'neighbour' }));
    const districts = boundaries.district.read().data.features.map(one => ({ text: one.properties.name, at: [centre(one).lng, centre(one).lat], kind: 'district' }));
    const communes = (units.read().data?.units ?? []).map(one => ({ text: one.name, at: one.centre, kind: 'commune' }));
    const towns = boundaries.urban.read().data.features.map(one => ({ text: one.properties.name, at: [centre(one).lng, centre(one).lat], kind: 'town' }));
    labels.show([...around, ...(off.includes('names') ? [] : [...districts, ...towns, ...communes])]);
  }

  function outline(which, codes, style) {
    outlines[which]?.remove();
    const features = codes.map(areas.shape).filter(Boolean);
    outlines[which] = features.length ? L.geoJSON({ type: 'FeatureCollection', features },
      { renderer: map.renderers.chosen, interactive: false, style: { fill: false, ...style } }).addTo(map) : null;
  }

  function paint() {
    drawSheets();
    const { data, status } = painted.read();
    const { unit, off } = get();
    panel.setAttribute('aria-busy', String(status === 'loading'));
    if (!data || placed !== data.level) return;
    areas.colour(data, { isInView, selected: unit, name: nameOf });
    host.dataset.painted = [data.measure, data.asOf, data.series, data.level, data.change?.from ?? ''].join(' ');
    const isBorder = !off.includes('border') && data.level === 'commune';
    outline('border', isBorder ? [...register().values()].filter(one => one.flags.includes('border')).map(one => one.code) : [],
      { color: '#7a2f26', weight: 1.1, opacity: 0.9 });
    outline('selected', unit ? [unit] : [], { color: '#0b5fad', weight: 3 });
    if (!basemap) return;
    if (unit && unit !== shownUnit && areas.bounds(unit)) showUnit(map, areas.bounds(unit));
    shownUnit = unit;
  }

  function dressUp() {
    host.setAttribute('aria-label', t('map.label'));
    const button = (key, sign, act) => h('button', { type: 'button', 'aria-label': t(key), title: t(key), on: { click: act } }, sign);
    buttons.replaceChildren(button('map.in', '+', () => map.zoomIn()), button('map.out', '−', () => map.zoomOut()),
      button('map.all', '⤢', () => basemap && (showAll(map, basemap.bounds), set({ view: [] }, { step: false }))));
    if (painted.read().data) paint();
  }

  /** Back and forward move the sheet too. */
  function follow() {
    const { view } = get();
    const { lat, lng } = map.getCenter();
    if (view.length && (Math.abs(view[0] - lat) > 1e-3 || Math.abs(view[1] - lng) > 1e-3 || view[2] !== map.getZoom())) map.setView([view[0], view[1]], view[2], { animate: false });
  }

  [painted, units, ...Object.values(boundaries)].forEach(one => one.on(() => queueMicrotask(paint)));
  onChange(changed => {
    if (changed.has('lang')) dressUp();
    if (changed.has('view')) follow();
    queueMicrotask(paint);
  });
  getJson('/app/data/surroundings.json').then(data => {
    surroundings = data;
    paint();
  });
  dressUp();
  return panel;
}
