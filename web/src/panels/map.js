// @ts-check
// The map itself: keeps the sheet in step with boundaries, the painted answer and what is selected.
import { areas as shapes, boundaries, marked, measure, surroundings, units } from '../state/data.js';
import { fullName, valueText } from '../state/display.js';
import { way as ways } from '../state/network.js';
import { isInView, painted, register } from '../state/painted.js';
import { get, onChange, set } from '../state/state.js';
import { t } from '../text.js';
import { atlas, keepWithin, showAll, showUnit } from '../map/atlas.js';
import { drawBasemap } from '../map/basemap.js';
import { choropleth } from '../map/choropleth.js';
import { labelPlace } from '../map/inside.js';
import { L } from '../map/leaflet.js';
import { marks } from '../map/marks.js';
import { names } from '../map/names.js';
import { way } from '../map/way.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';

/** Boundaries the basemap is drawn from. */
const BASE = ['province', 'district', 'urban'];

/**
 * @param {typeof import('./tiles.js').tiles} layersOver draws layers over the map and tells what is pointed at
 * @returns {HTMLElement}
 */
export function mapPanel(layersOver) {
  const host = h('div', { class: 'sheet', role: 'region', style: 'position:absolute' });
  const tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  const buttons = h('div', { class: 'zoom', 'data-over': true });
  const state = live(h('div', { class: 'over' }), { needs: [shapes, ...BASE.map(level => boundaries[level]), surroundings, units, painted], keys: ['level'], draw: () => [],
    empty: (_, province) => province.features.length === 0 && t('map.unbounded') });
  const panel = h('div', { class: 'atlas' }, host, tip, buttons, state);
  const isHome = () => Boolean(basemap) && get().view.length === 0;
  const map = atlas(host, { view: get().view, moved: view => set({ view }, { step: false }), resized: () => isHome() && showAll(map, basemap.bounds) });
  const areas = choropleth(map, { choose: unit => set({ unit: get().unit === unit ? '' : unit }), point,
    focus: code => outline('focused', code ? [code] : [], [{ color: '#fffdf9', weight: 7 }, { color: '#0b5fad', weight: 3.5 }]) });
  const labels = names(map, covered);
  const symbols = marks(map);
  const access = way(map);
  const network = layersOver(map, { host, covered: () => [...covered(), ...labels.boxes()], tell });
  panel.append(network.notice);
  const outlines = {};
  let basemap = null;
  /** What is drawn: the boundaries of the level, those of the basemap, and what the names were made from. */
  let [placed, sheets, named] = [null, [], ''];
  let shownUnit = '';
  let pointed = null;
  let coveredWas = '';

  /** What lies over the map, so that no name is hidden under it. */
  function covered() {
    const { left, top } = host.getBoundingClientRect();
    return [...panel.parentElement?.querySelectorAll('[data-over]') ?? []].map(one => one.getBoundingClientRect()).filter(box => box.width > 0)
      .map(box => [box.left - left - 4, box.top - top - 4, box.right - left + 4, box.bottom - top + 4]);
  }

  /** Over something of the network it is that which is told of. */
  function tell(found) {
    if (!found) return point(pointed);
    tip.hidden = false;
    return tip.replaceChildren(h('b', {}, found.title), ...found.lines.map((line, i) => h(i ? 'span' : 'small', {}, line)));
  }

  function point(code) {
    pointed = code;
    if (network.isOver()) return;
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
    const around = surroundings.read().data;
    const wanted = BASE.map(level => boundaries[level].read().data);
    if (around && wanted.every(Boolean) && wanted.some((sheet, i) => sheet !== sheets[i]) && wanted[0].features.length) {
      basemap?.remove();
      sheets = wanted;
      const [province, district, urban] = wanted;
      basemap = drawBasemap(map, { province, district, urban, surroundings: around });
      keepWithin(map, basemap.bounds.pad(0.6));
      if (isHome()) showAll(map, basemap.bounds);
    }
    const drawn = shapes.read();
    if (drawn.status === 'ready' && placed !== drawn.data) {
      placed = drawn.data;
      areas.place(placed);
    }
    if (basemap) drawNames();
  }

  function drawNames() {
    const { off, lang, asOf } = get();
    basemap.show('districts', !off.includes('districts'));
    const [, district, urban] = sheets;
    const known = units.read();
    const from = [off.includes('names'), lang, asOf, known.status, district.asOf].join(' ');
    if (from === named) return;
    named = from;
    const around = surroundings.read().data.neighbours.map(one => ({ text: one[lang], at: one.at, align: one.align, kind: one.country ? 'country' : 'neighbour' }));
    const inside = (sheet, kind) => sheet.features.map(one => ({ text: one.properties.name, at: [labelPlace(one.geometry)], kind }));
    const communes = (known.data?.units ?? []).map(one => ({ text: one.name, at: [one.centre], kind: 'commune' }));
    labels.show(off.includes('names') ? around : [...inside(district, 'district'), ...around, ...inside(urban, 'town'), ...communes]);
  }

  /** @param {string} which @param {string[]} codes @param {any[]} strokes the lower first */
  function outline(which, codes, strokes) {
    outlines[which]?.remove();
    const towns = boundaries.urban.read().data?.features ?? [];
    const features = codes.map(code => areas.shape(code) ?? towns.find(one => one.id === code)).filter(Boolean);
    outlines[which] = features.length ? L.layerGroup(strokes.map(style => L.geoJSON({ type: 'FeatureCollection', features },
      { renderer: map.renderers.chosen, interactive: false, smoothFactor: 0, style: { fill: false, ...style } }))).addTo(map) : null;
  }

  function paint() {
    drawSheets();
    const { data, status } = painted.read();
    const { unit, off } = get();
    panel.setAttribute('aria-busy', String(status === 'loading'));
    // The sheet keeps what it shows until the new answer and its boundaries are both there.
    if (!data || status !== 'ready' || !placed || shapes.read().data !== placed) return;
    areas.colour(data, { isInView, selected: unit, name: nameOf });
    host.dataset.painted = [data.measure, data.asOf, data.series, data.level, data.change?.from ?? ''].join(' ');
    const isBorder = !off.includes('border') && data.level === 'commune';
    outline('border', isBorder ? [...register().values()].filter(one => one.flags.includes('border')).map(one => one.code) : [],
      [{ color: '#7a2f26', weight: 1.1, opacity: 0.9 }]);
    outline('selected', unit ? [unit] : [], [{ color: '#fffdf9', weight: 6 }, { color: '#0b5fad', weight: 3 }]);
    drawMarks();
    const road = access.show(ways.read().data);
    host.dataset.way = ways.read().data ? ways.read().data.code : '';
    if (!basemap) return;
    if (road && (isHome() || !map.getBounds().contains(road))) map.fitBounds(road.pad(1), { animate: false, maxZoom: 13 });
    if (unit && unit !== shownUnit && areas.bounds(unit)) showUnit(map, areas.bounds(unit));
    shownUnit = unit;
    requestAnimationFrame(keepNamesClear);
  }

  function drawMarks() {
    const centres = new Map((units.read().data?.units ?? []).map(one => [one.code, one.centre]));
    const groups = get().level === 'commune' && get().marks.length ? marked.read().data ?? [] : [];
    symbols.show(groups.map(({ units: codes }, index) => ({ index, at: codes.map(code => centres.get(code)).filter(Boolean) })));
    host.dataset.marks = groups.map(one => `${one.group} ${one.units.length}`).join(' ');
  }

  /** The legend grows and shrinks with what it explains; names make way. */
  function keepNamesClear() {
    const now = covered().join(' ');
    if (now !== coveredWas) {
      labels.place();
      network.redraw();
    }
    coveredWas = now;
  }

  function dressUp() {
    host.setAttribute('aria-label', t('map.label'));
    const button = (key, sign, act) => h('button', { type: 'button', 'aria-label': t(key), title: t(key), on: { click: act } }, sign);
    buttons.replaceChildren(button('map.in', '+', () => map.zoomIn()), button('map.out', '−', () => map.zoomOut()),
      button('map.all', '⤢', () => basemap && (set({ view: [] }, { step: false }), showAll(map, basemap.bounds))));
    if (painted.read().data) paint();
  }

  /** Back and forward move the sheet too. */
  function follow() {
    const { view } = get();
    const { lat, lng } = map.getCenter();
    if (isHome()) return void showAll(map, basemap.bounds);
    if (view.length && (Math.abs(view[0] - lat) > 1e-3 || Math.abs(view[1] - lng) > 1e-3 || view[2] !== map.getZoom())) map.setView([view[0], view[1]], view[2], { animate: false });
    return undefined;
  }

  [painted, units, marked, ways, surroundings, ...Object.values(boundaries)].forEach(one => one.on(() => queueMicrotask(paint)));
  onChange(changed => {
    if (changed.has('lang')) dressUp();
    if (changed.has('view')) follow();
    queueMicrotask(paint);
  });
  dressUp();
  return panel;
}
