// @ts-check
// Names on the map, by zoom and without colliding: the more important first, what does not fit stays away.
import { fill, h } from '../ui/dom.js';

const COMMUNES_FROM = 10.5;
const LETTER = { country: 8.4, neighbour: 8, district: 8.4, town: 5.8, commune: 5.8 };

/**
 * @typedef {object} Name
 * @property {string} text
 * @property {number[][]} at places as longitude, latitude; the first with room is taken
 * @property {'start'|'end'} [align] what of the text stands at the place; its middle if not given
 * @property {'country'|'neighbour'|'district'|'commune'|'town'} kind
 */

/** How wide a text is drawn, near enough to keep names apart. */
const width = name => name.text.length * LETTER[name.kind] + 6;
const meets = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

/**
 * @param {any} map
 * @param {() => number[][]} covered boxes of the window that something lies over: left, top, right, bottom
 * @returns {{show: (names: Name[]) => void, place: () => void, boxes: () => number[][]}}
 */
export function names(map, covered) {
  const pane = map.getPane('names');
  /** @type {Name[]} */
  let all = [];
  /** @type {number[][]} */
  let boxes = [];

  /** Where a name stands if it is put at a place. */
  function boxAt(name, [lon, lat]) {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    const wide = width(name);
    const left = { start: x, end: x - wide }[name.align ?? ''] ?? x - wide / 2;
    return [left, y - 9, left + wide, y + 9];
  }

  function place() {
    const taken = covered();
    boxes = [];
    const { x: right } = map.getSize();
    const shift = map.containerPointToLayerPoint([0, 0]);
    const isFree = (name, box) => !taken.some(other => meets(box, other)) && (name.kind !== 'neighbour' && name.kind !== 'country' || box[0] >= 0 && box[2] <= right);
    const wanted = all.filter(name => map.getZoom() >= COMMUNES_FROM || (name.kind !== 'commune' && name.kind !== 'town'));
    fill(pane, wanted.map(name => {
      const box = name.at.map(at => boxAt(name, at)).find(one => isFree(name, one));
      if (!box) return null;
      taken.push(box);
      boxes.push(box);
      return h('span', { class: `name ${name.kind}`, style: `left:${Math.round((box[0] + box[2]) / 2 + shift.x)}px;top:${Math.round(box[1] + 9 + shift.y)}px` }, name.text);
    }));
  }

  pane.setAttribute('aria-hidden', 'true');
  map.on('zoomend viewreset moveend resize', place);
  return {
    place,
    /** Boxes of the window that names stand in. */
    boxes: () => boxes,
    show(list) {
      all = list;
      place();
    },
  };
}
