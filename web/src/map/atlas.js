// @ts-check
// The sheet: a Leaflet map without any tiles, its panes in the order of a printed map.
import { isMotionReduced } from '../ui/dom.js';
import { L } from './leaflet.js';

const PANES = ['paper', 'units', 'lines', 'network', 'chosen', 'marks', 'names'];
/** Those that are drawn in SVG. */
const DRAWN = ['paper', 'units', 'lines', 'chosen'];

/**
 * @param {HTMLElement} host
 * @param {{view: number[], moved: (view: number[]) => void, resized: () => void}} how view: latitude, longitude, zoom, or empty
 * @returns {any} Leaflet map
 */
export function atlas(host, { view, moved, resized }) {
  const still = isMotionReduced();
  const map = L.map(host, {
    zoomControl: false, attributionControl: false, zoomSnap: 0.25, zoomDelta: 0.5, minZoom: 7, maxZoom: 16,
    zoomAnimation: false, fadeAnimation: false, inertia: !still, keyboardPanDelta: 60, maxBoundsViscosity: 1, wheelPxPerZoomLevel: 120,
  });
  PANES.forEach((name, index) => {
    const pane = map.createPane(name);
    pane.style.zIndex = String(300 + index * 20);
    if (name !== 'units') pane.style.pointerEvents = 'none';
  });
  map.renderers = Object.fromEntries(DRAWN.map(name => [name, L.svg({ pane: name, padding: 0.4 })]));
  L.control.scale({ imperial: false, position: 'bottomleft', maxWidth: 140 }).addTo(map);
  map.setView(view.length ? [view[0], view[1]] : [21.87, 106.75], view.length ? view[2] : 9);
  map.on('dragend zoomend', () => {
    if (!map.isSettling) moved([Number(map.getCenter().lat.toFixed(4)), Number(map.getCenter().lng.toFixed(4)), map.getZoom()]);
  });
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    resized();
  }).observe(host);
  return map;
}

/** No view leaves these bounds. Leaflet's setter would also glide back after each move, and carry what is being shown away with it. */
export const keepWithin = (map, bounds) => {
  map.options.maxBounds = bounds;
};

/** Shows the whole province. @param {any} map @param {any} bounds */
export function showAll(map, bounds) {
  map.isSettling = true;
  map.invalidateSize({ animate: false });
  map.fitBounds(bounds, { animate: false, padding: map.getSize().y < 320 ? [8, 8] : [18, 18] });
  map.isSettling = false;
}

/** Brings a unit into view if it is not in it; the scale stays, unless the unit would be a speck. */
export function showUnit(map, bounds) {
  const speck = map.getBoundsZoom(bounds) - map.getZoom() > 5;
  if (map.getBounds().contains(bounds) && !speck) return;
  map.setView(bounds.getCenter(), speck ? map.getZoom() + 1 : map.getZoom(), { animate: false });
}
