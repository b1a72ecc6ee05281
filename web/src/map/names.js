// @ts-check
// Names on the map, by zoom and without colliding: the more important first, what does not fit stays away.
import { fill, h } from '../ui/dom.js';

const COMMUNES_FROM = 10.5;

/**
 * @typedef {object} Name
 * @property {string} text
 * @property {number[]} at longitude, latitude
 * @property {'start'|'end'} [align] what of the text stands at the point; its middle if not given
 * @property {'country'|'neighbour'|'district'|'commune'|'town'} kind
 */

/** How wide a text is drawn, near enough to keep names apart. */
const width = name => name.text.length * { country: 8.4, neighbour: 8, district: 8.4, town: 5.8, commune: 5.8 }[name.kind] + 6;

/**
 * @param {any} map
 * @returns {{show: (names: Name[]) => void}}
 */
export function names(map) {
  const pane = map.getPane('names');
  /** @type {Name[]} */
  let all = [];

  function place() {
    const taken = [];
    const zoom = map.getZoom();
    const shown = all.filter(name => zoom >= COMMUNES_FROM || (name.kind !== 'commune' && name.kind !== 'town')).map(name => {
      const { x, y } = map.latLngToLayerPoint([name.at[1], name.at[0]]);
      const [half, tall] = [width(name) / 2, 9];
      const left = { start: x, end: x - 2 * half }[name.align ?? ''] ?? x - half;
      const box = [left, y - tall, left + 2 * half, y + tall];
      // A neighbour's name is read whole or not at all.
      const edge = map.layerPointToContainerPoint([box[0], y]).x;
      if (name.kind === 'neighbour' && (edge < 0 || edge + 2 * half > map.getSize().x)) return null;
      if (taken.some(other => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return null;
      taken.push(box);
      return h('span', { class: `name ${name.kind}`, style: `left:${Math.round(left + half)}px;top:${Math.round(y)}px` }, name.text);
    });
    fill(pane, shown);
  }

  pane.setAttribute('aria-hidden', 'true');
  map.on('zoomend viewreset moveend', place);
  return {
    show(list) {
      all = list;
      place();
    },
  };
}
