// @ts-check
// What is painted: measure, level, group, and how numbers are put into classes.
import { catalogue, measure, values } from '../state/data.js';
import { groupLabel, isShare, isState, measureName } from '../state/display.js';
import { get, set, toggle } from '../state/state.js';
import { bare, number, parseNumber, t } from '../text.js';
import { combobox } from '../ui/combobox.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { chooser, fold, segments } from '../ui/pieces.js';

const LEVELS = ['commune', 'district', 'province'];
const OVERLAYS = ['districts', 'border', 'names'];

function picker(declared) {
  const options = declared.measures.map(one => ({ id: one.id, label: measureName(one), section: t(`section.${one.section}`) }));
  return h('div', { class: 'field wide' }, h('label', { for: 'measure' }, t('settings.measure')), combobox({ id: 'measure', label: t('settings.measure'), value: measureName(measure()), nothing: t('settings.nothing'),
    isChosen: option => option.id === measure().id,
    find: typed => options.filter(option => bare(typed).split(/\s+/).every(word => bare(`${option.label} ${option.section}`).includes(word))),
    choose: option => set({ measure: option.id }) }));
}

/** Breaks as they are shown: those of the address, else of the classes on the map, else even steps. @returns {number[]} */
function currentBreaks() {
  if (get().breaks) return get().breaks.split(',').map(Number);
  const classes = (values.read().data?.legend.classes ?? []).filter(one => one.lower !== null);
  const shown = [...new Set([...classes.map(one => one.lower), classes[classes.length - 1]?.upper])].filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...shown), Math.max(1, ...shown)];
  return (shown.length >= 4 ? shown : [0, 1, 2, 3].map(i => low + (high - low) * i / 3)).map(one => Number(one.toFixed(4)));
}

/** Breaks in the numbers people read: shares in percent, decimals as the language has them, semicolons between. */
function breaksField() {
  const scale = isShare(measure()) ? 100 : 1;
  const take = text => set({ method: 'manual', breaks: text.split(/[;\s]+/).filter(Boolean).map(one => Number((parseNumber(one.replace('%', '')) / scale).toFixed(6)))
    .filter(Number.isFinite).sort((one, other) => one - other).join(',') || currentBreaks().join(',') });
  return h('label', { class: 'field' }, h('span', {}, t(scale === 100 ? 'settings.breaks-percent' : 'settings.breaks')), h('input', { id: 'breaks', type: 'text', 'data-focus': 'breaks',
    on: { change: event => take(event.target.value) }, value: currentBreaks().map(one => number(one * scale, 2)).join('; ') }));
}

/** How numbers become classes; states have no choice. */
function classing() {
  const chosen = measure();
  if (isState(chosen, get().level) || chosen.methods.length < 2 || get().since) return null;
  const method = get().method || values.read().data?.legend.method || chosen.methods[0];
  const hasNumber = method !== 'fixed' && method !== 'manual';
  return h('div', { class: 'row' },
    chooser('method', t('settings.method'), chosen.methods.map(id => ({ id, label: t(`method.${id}`) })), method,
      id => set({ method: id, breaks: id === 'manual' ? currentBreaks().join(',') : '' })),
    hasNumber && chooser('classes', t('settings.classes'), [3, 4, 5, 6, 7, 8, 9].map(id => ({ id: String(id), label: String(id) })), String(get().classes),
      id => set({ method, classes: Number(id) })),
    method === 'manual' && breaksField());
}

export function settings() {
  // The method in use is known with the values, so this part follows them and stands still until they are there.
  const classes = live(h('div', { class: 'classing' }), { needs: [catalogue, values], quiet: true, keys: ['measure', 'level', 'method', 'classes', 'breaks', 'since'], draw: classing });
  const host = live(h('section', { class: 'settings', id: 'panels', tabindex: -1 }), {
    needs: [catalogue], room: 'map', quiet: true, keys: ['measure', 'level', 'group', 'off'],
    draw: declared => [
      picker(declared),
      h('div', { class: 'row' },
        h('div', { class: 'field' }, h('span', {}, t('settings.level')), segments(t('settings.level'), LEVELS.map(id => ({ id, label: t(`level.${id}`) })), get().level,
          level => set({ level: /** @type {any} */ (level) }))),
        chooser('group', t('settings.group'), [{ id: '', label: t('settings.all') }, ...declared.groups.map(group => ({ id: group.id, label: groupLabel(group) }))],
          get().group, group => set({ group }))),
      classes,
      fold('overlays', t('settings.overlays'), h('div', { class: 'row checks' }, OVERLAYS.map(id => h('label', {}, h('input', { type: 'checkbox', 'data-focus': `overlay-${id}`,
        checked: !get().off.includes(id), on: { change: event => toggle('off', id, !event.target.checked) } }), t(`overlay.${id}`))))),
    ],
  });
  return host;
}
