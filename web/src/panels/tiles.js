// @ts-check
// Layers of the network on the map: fetched, drawn, pointed at and picked. What draws them is loaded when the first is switched on.
import * as api from '../api.js';
import { arrive, feature, fittingLabels, sought, tileLayers } from '../state/layers.js';
import { get, onChange, set } from '../state/state.js';
import { t } from '../text.js';
import { fill, h } from '../ui/dom.js';

/**
 * @param {any} map
 * @param {{host: HTMLElement, covered: () => number[][], tell: (found: {title: string, lines: string[]}|null) => void}} how
 *   covered: boxes of the window without room for names; tell: what is pointed at
 */
export function tiles(map, { host, covered, tell }) {
  let drawing = null;
  let isAskedFor = false;
  let over = '';
  const notice = h('div', { class: 'torn', role: 'alert', hidden: true });

  function follow() {
    const { data, status } = tileLayers.read();
    if (status === 'loading') return;
    if (data?.length && !isAskedFor) {
      isAskedFor = true;
      import('../map/tiles/overlay.js').then(({ overlay }) => {
        drawing = overlay(map, { load, covered, drawn });
        follow();
      });
    }
    host.classList.toggle('networked', Boolean(data?.length));
    drawing?.show(data ?? []);
    drawing?.ring(get().feature);
  }

  const load = (place, signal) => {
    const [asOf, series] = place.set.split(' ');
    return api.getTile(place, asOf, series, signal);
  };

  /** To what was chosen in a list; after the map has gone to its commune. */
  function goThere() {
    const { data, status } = feature.read();
    if (status !== 'ready' || !sought || data.key !== sought) return;
    arrive();
    const places = data.geometry ? data.geometry.coordinates.flat(Infinity) : [];
    const pairs = places.flatMap((value, i) => (i % 2 ? [] : [[places[i + 1], value]]));
    if (pairs.length) requestAnimationFrame(() => map.fitBounds(pairs, { animate: false, padding: [60, 60], maxZoom: 15 }));
  }

  function drawn({ busy, failed, features }) {
    host.dataset.network = busy ? '' : String(features);
    if (notice.hidden === !failed) return;
    notice.hidden = !failed;
    fill(notice, failed && [h('p', {}, t('layers.failed')), h('button', { type: 'button', on: { click: () => drawing.retry() } }, t('state.retry'))]);
  }

  function hover(event) {
    const found = drawing && at(event);
    const key = found ? `${found.layer}:${found.is.code}` : '';
    host.classList.toggle('over-feature', Boolean(key));
    if (key === over) return;
    over = key;
    tell(found ? { title: found.is.name ?? found.is.code, lines: labelsOf(found) } : null);
  }

  const at = (event, isFinger = false) => drawing.at(map.mouseEventToContainerPoint(event), isFinger);
  const labelsOf = found => fittingLabels(tileLayers.read().data?.find(one => one.id === found.layer)?.described, found.is);

  /** A click on a feature is no click on the commune under it. */
  function click(event) {
    if (!drawing || !map.getPane('mapPane').contains(event.target) && event.target !== host || map.dragging?.moved() || event.target.closest('.knob')) return;
    const found = at(event, event.pointerType === 'touch');
    if (!found) return;
    event.stopPropagation();
    const key = `${found.layer}:${found.is.code}`;
    set({ feature: key === get().feature ? '' : key });
  }

  host.addEventListener('mousemove', hover);
  host.addEventListener('mouseleave', () => {
    over = '';
    tell(null);
  });
  host.addEventListener('click', click, true);
  [tileLayers, feature].forEach(one => one.on(follow));
  feature.on(goThere);
  onChange(changed => {
    if (changed.has('feature') || changed.has('lang')) follow();
  });
  return { notice, isOver: () => over !== '', redraw: () => drawing?.redraw() };
}
