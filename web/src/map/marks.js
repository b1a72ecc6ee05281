// @ts-check
// Symbols on marked communes, side by side where a commune is in several groups.
import { symbol } from '../ui/symbols.js';
import { L } from './leaflet.js';

const STEP = 13;

/** @param {any} map */
export function marks(map) {
  let layer = null;

  /** @param {{index: number, at: number[][]}[]} groups which symbol, and where as longitude, latitude */
  function show(groups) {
    layer?.remove();
    const places = new Map();
    for (const { index, at } of groups) {
      for (const point of at) places.set(point.join(), { point, symbols: [...places.get(point.join())?.symbols ?? [], index] });
    }
    layer = L.layerGroup([...places.values()].flatMap(({ point: [lon, lat], symbols }) => symbols.map((index, i) => L.marker([lat, lon], {
      pane: 'marks', interactive: false, keyboard: false,
      icon: L.divIcon({ className: 'mark', html: symbol(index), iconSize: [STEP, STEP], iconAnchor: [STEP / 2 - (i - (symbols.length - 1) / 2) * STEP, STEP / 2] }),
    })))).addTo(map);
  }

  map.getPane('marks').setAttribute('aria-hidden', 'true');
  return { show };
}
