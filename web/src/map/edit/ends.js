// @ts-check
// Both ends of the stretch of a work, to be slid along the section. With keys the metres are typed.
import { L } from '../leaflet.js';
import { toMap, toPlace } from './sketch.js';

/**
 * @param {any} map
 * @param {{along: (place: number[]) => {at: number[], metres: number}, slide: (name: string, metres: number) => void}} how
 *   along: the place of the section nearest to another
 */
export function ends(map, { along, slide }) {
  const group = L.layerGroup().addTo(map);
  let shown = '';

  function end(name, at) {
    const made = L.marker(toMap(at), { pane: 'knobs', draggable: true, keyboard: false, icon: L.divIcon({ className: `knob end ${name}`, iconSize: [28, 28], html: '' }) }).addTo(group);
    made.getElement().dataset.end = name;
    let { metres } = along(at);
    made.on('drag', () => {
      const found = along(toPlace(made.getLatLng()));
      metres = found.metres;
      made.setLatLng(toMap(found.at));
    });
    made.on('dragend', () => slide(name, metres));
  }

  return {
    /** @param {Record<string, number[]>} places by name of the end; none takes them away */
    show(places) {
      const now = JSON.stringify(places);
      if (now === shown) return;
      shown = now;
      group.clearLayers();
      Object.entries(places).forEach(([name, at]) => end(name, at));
    },
  };
}
