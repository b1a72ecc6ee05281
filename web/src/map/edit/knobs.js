// @ts-check
// Handles of a line: a knob on each vertex to be dragged, moved with the arrow keys or taken out, and a smaller one between two to put another in.
import { L } from '../leaflet.js';
import { toMap, toPlace } from './sketch.js';

/** More are not shown at once: the window is to be moved closer. */
const MOST = 250;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FAR = 10;

const middle = (one, other) => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];

/**
 * @param {any} map
 * @param {{caught: (place: number[]) => number[], follow: (index: number, place: number[], isNew: boolean) => void, move: (index: number, place: number[]) => void,
 *          insert: (index: number, place: number[]) => void, remove: (index: number) => void, pick: (index: number) => void, name: (key: string, n: number) => string}} how
 *   caught: where a place is caught; follow: while one is dragged; name: of a knob, for who cannot see it
 */
export function knobs(map, how) {
  map.createPane('knobs').style.zIndex = '480';
  const group = L.layerGroup().addTo(map);
  let shown = { line: /** @type {number[][]} */ ([]), chosen: -1 };

  function knob(at, index, isNew) {
    const made = L.marker(toMap(at), { pane: 'knobs', draggable: true, keyboard: true, autoPan: true, zIndexOffset: isNew ? 0 : 1000,
      icon: L.divIcon({ className: `knob${isNew ? ' between' : ''}${index === shown.chosen && !isNew ? ' chosen' : ''}`, iconSize: [28, 28], html: '' }) }).addTo(group);
    const element = made.getElement();
    element.setAttribute('aria-label', how.name(isNew ? 'between' : 'vertex', index));
    element.dataset.knob = isNew ? `between-${index}` : String(index);
    let place = at;
    made.on('drag', () => {
      place = how.caught(toPlace(made.getLatLng()));
      made.setLatLng(toMap(place));
      how.follow(index, place, isNew);
    });
    made.on('dragend', () => (isNew ? how.insert(index, place) : how.move(index, place)));
    made.on('click', () => (isNew ? how.insert(index, at) : how.pick(index)));
    if (!isNew) made.on('dblclick contextmenu', () => how.remove(index));
    element.addEventListener('focus', () => !isNew && how.pick(index));
    element.addEventListener('keydown', event => press(event, at, index, isNew));
  }

  function press(event, at, index, isNew) {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key in ARROWS && !isNew) {
      const point = map.latLngToContainerPoint(toMap(at)).add(L.point(ARROWS[event.key]).multiplyBy(event.shiftKey ? FAR : 1));
      how.move(index, toPlace(map.containerPointToLatLng(point)));
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && !isNew) {
      how.remove(index);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (isNew) how.insert(index, at);
      else how.pick(index);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function draw() {
    const focused = /** @type {any} */ (document.activeElement)?.dataset?.knob;
    group.clearLayers();
    const { line } = shown;
    const view = map.getBounds().pad(0.1);
    const seen = line.map((place, i) => i).filter(i => view.contains(toMap(line[i]))).slice(0, MOST);
    seen.forEach(i => i + 1 < line.length && knob(middle(line[i], line[i + 1]), i + 1, true));
    seen.forEach(i => knob(line[i], i, false));
    const again = focused?.startsWith('between-') ? focused.slice(8) : focused;
    if (again !== undefined) map.getPane('knobs').querySelector(`[data-knob="${again}"]`)?.focus({ preventScroll: true });
  }

  map.on('moveend zoomend', () => shown.line.length > 0 && draw());
  return {
    /** @param {number[][]} line none takes all away @param {number} chosen vertex */
    show(line, chosen) {
      if (line === shown.line && chosen === shown.chosen) return;
      const isSameLine = line === shown.line;
      shown = { line, chosen };
      if (!isSameLine) return void draw();
      map.getPane('knobs').querySelectorAll('.knob').forEach(one => one.classList.toggle('chosen', one.dataset.knob === String(chosen)));
    },
  };
}
