// @ts-check
// Layers of the network that can be drawn over the map, each with its legend once it is on.
import { LAYERS, catalogue } from '../state/data.js';
import { tileLayers } from '../state/layers.js';
import { get, set, toggle } from '../state/state.js';
import { explain, number, say, t } from '../text.js';
import { sample } from '../map/tiles/style.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { fold } from '../ui/pieces.js';
import { strokes } from '../ui/strokes.js';

const ROOMS = ['map', 'infrastructure'];

const turn = (id, isOn) => (isOn ? toggle('layers', id, true) : set({ layers: get().layers.filter(one => one !== id) }, { step: false }));

/** A row for every rule with a label; classes not drawn yet at this zoom say so. */
function legend({ described }, zoom) {
  return h('ul', { class: 'strokes' }, described.rules.filter(rule => rule.label).map(rule => h('li', { class: rule.fromZoom + 1 > zoom ? 'aside' : '' },
    strokes(sample(described, rule)), h('span', {}, say(rule.label), rule.fromZoom + 1 > zoom && h('small', {}, ` · ${t('layers.from-zoom', { zoom: number(rule.fromZoom + 1) })}`)))));
}

export function layers() {
  return live(h('section', { class: 'layers' }), {
    needs: [catalogue], follows: [tileLayers], when: () => ROOMS.includes(get().room), quiet: true, keys: ['layers', 'view'],
    draw() {
      const { layers: on, view } = get();
      const zoom = Math.round(view[2] ?? 9);
      const described = tileLayers.read().data ?? [];
      const { status, trouble } = tileLayers.read();
      const drawn = described.filter(one => on.includes(one.id));
      return [drawn.length > 0 && h('div', { class: 'on-paper' }, drawn.map(one => [h('h3', {}, t(`layer.${one.id}`)), legend(one, zoom)])), fold('layers', on.length ? t('layers.chosen', { n: number(on.length) }) : t('layers.title'),
        status === 'failed' && h('div', { class: 'failed', role: 'alert' }, h('p', {}, explain(trouble)),
          h('button', { type: 'button', on: { click: () => tileLayers.retry() } }, t('state.retry'))),
        h('ul', { class: 'choices' }, [...LAYERS].reverse().map(id => {
          const layer = described.find(one => one.id === id);
          return h('li', {}, h('label', {}, h('input', { type: 'checkbox', 'data-focus': `layer-${id}`, checked: on.includes(id), on: { change: event => turn(id, event.target.checked) } }),
            t(`layer.${id}`)), on.includes(id) && layer && [layer.described.minzoom + 1 > zoom && h('p', { class: 'note' }, t('layers.closer')), legend(layer, zoom),
            layer.described.illustrative && h('p', { class: 'note invented' }, t('about.chip'))]);
        })))];
    },
  });
}
