// @ts-check
// Layers as files: which layer, form and coordinates, whole or as far as the map is narrowed; of the day and series that are shown.
import { getFile, address } from '../api.js';
import { catalogue, declared, measure, units } from '../state/data.js';
import { fullName, measureName } from '../state/display.js';
import { NETWORKS } from '../state/networks.js';
import { register } from '../state/painted.js';
import { get } from '../state/state.js';
import { addTexts, date, explain, say, t } from '../text.js';
import vi from '../text/export.vi.js';
import en from '../text/export.en.js';
import { fill, h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { chooser, fold } from '../ui/pieces.js';
import { save } from '../ui/spreadsheet.js';

addTexts({ vi, en });

/** Layers a measure can be painted on. */
const PAINTED = ['communes', 'districts', 'province'];
const OF_UNITS = ['boundaries', ...PAINTED, 'urban-units'];
const LAYERS = ['roads', 'canals', 'power-lines', 'works', 'substations', 'command-areas', 'villages', ...OF_UNITS];
const FORMATS = ['gpkg', 'shp.zip', 'geojson', 'csv', 'xlsx', 'kml'];
const SYSTEMS = ['9215', '3405', '3857', '4326'];
/** These are in degrees of WGS 84, as their standards say. */
const IN_DEGREES = ['geojson', 'kml'];

/** What was chosen; the layer is that of the room until one is. */
const chosen = { layer: '', format: 'gpkg', crs: SYSTEMS[0], part: '', measured: '' };

const isHere = () => get().room === 'infrastructure' || get().room === 'map' && get().layers.length > 0;
const layerOf = () => chosen.layer || (get().room === 'infrastructure' ? NETWORKS[get().network].layer : get().layers[get().layers.length - 1]) || LAYERS[0];

/** Parts of the province the map is narrowed to. */
function parts() {
  const { unit, group } = get();
  const called = register().get(unit);
  const asked = declared().groups.find(one => one.id === group);
  return [{ id: '', label: t('export.whole') }, unit && { id: 'unit', label: called ? fullName(called) : unit }, asked && { id: 'group', label: say(asked.label) }].filter(Boolean);
}

function place() {
  const { asOf, series, lang, unit, group } = get();
  const isMeasured = chosen.measured && PAINTED.includes(layerOf());
  const part = parts().some(one => one.id === chosen.part) ? chosen.part : '';
  return address(`/api/exports/${layerOf()}.${chosen.format}`, { asOf, series, lang, crs: IN_DEGREES.includes(chosen.format) ? '' : chosen.crs,
    unit: part === 'unit' ? unit : '', group: part === 'group' ? group : '', measure: isMeasured ? measure().id : '' });
}

/** @param {HTMLButtonElement} button @param {HTMLElement} said */
async function take(button, said) {
  button.disabled = true;
  fill(said, t('export.making'));
  try {
    const { blob, name } = await getFile(place());
    save(blob, name);
    fill(said, t('export.made', { name }));
  } catch (trouble) {
    fill(said, explain(trouble));
  } finally {
    button.disabled = false;
  }
}

export function exports() {
  const form = h('div', {});

  function draw() {
    const pick = name => value => {
      chosen[name] = value;
      draw();
    };
    const said = h('p', { role: 'status', class: 'note' });
    const layer = layerOf();
    const isDegrees = IN_DEGREES.includes(chosen.format);
    const button = h('button', { type: 'button', 'data-focus': 'export-take', on: { click: () => take(button, said) } }, t('export.take'));
    fill(form, h('div', { class: 'row' },
      chooser('export-layer', t('export.layer'), LAYERS.map(id => ({ id, label: OF_UNITS.includes(id) ? t(`export.layer.${id}`) : t(`layer.${id}`) })), layer, pick('layer')),
      chooser('export-format', t('export.format'), FORMATS.map(id => ({ id, label: t(`export.format.${id}`) })), chosen.format, pick('format')),
      chooser('export-crs', t('export.crs'), (isDegrees ? ['4326'] : SYSTEMS).map(id => ({ id, label: t(`export.crs.${id}`) })), isDegrees ? '4326' : chosen.crs, pick('crs')),
      chooser('export-part', t('export.part'), parts(), chosen.part, pick('part')),
      PAINTED.includes(layer) && chooser('export-measure', t('export.measure'), [{ id: '', label: t('export.without') }, { id: 'yes', label: measureName(measure()) }], chosen.measured, pick('measured'))),
    h('p', { class: 'tools' }, button, h('span', { class: 'note' }, [date(get().asOf), t(`series.${get().series}`)].join(' · '), declared().illustrative && h('b', { class: 'mark-of' }, ` · ${t('about.mark')}`))),
    said, h('p', { class: 'note' }, t(`export.about.${chosen.format}`)));
  }

  return live(h('section', { class: 'exports' }), {
    needs: [catalogue], follows: [units], when: isHere, quiet: true, keys: ['network', 'asOf', 'series', 'unit', 'group', 'measure', 'layers', 'open'],
    draw() {
      draw();
      return fold('export', t('export.title'), form);
    },
  });
}
