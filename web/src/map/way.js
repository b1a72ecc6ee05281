// @ts-check
// The way to a place on the sheet: what is good enough as a line, what is missing of it dashed over it.
import { L } from './leaflet.js';

const PAPER = { color: '#fffdf9', weight: 7, opacity: 0.95 };
const GOOD = { color: '#14695a', weight: 3.5 };
/** A village, which may have no way at all. */
const SPOT = { radius: 7, color: '#b3261e', weight: 3, fillColor: '#fffdf9', fillOpacity: 1 };
const MISSING = { color: '#b3261e', weight: 3.5, dashArray: '7 5' };

/** @param {any} map */
export function way(map) {
  let layer = null;
  let drawn = null;
  const lines = (features, style) => L.geoJSON({ type: 'FeatureCollection', features }, { renderer: map.renderers.chosen, interactive: false, smoothFactor: 0, style });
  return {
    /** @param {{code: string, at: number[], features: any[]}|null} answer nothing takes the way off the sheet @returns {any} where a way lies that was not there before, or null */
    show(answer) {
      if (answer === drawn) return null;
      layer?.remove();
      drawn = answer;
      if (!answer) return null;
      const { features, at } = answer;
      const spot = answer.quality === 'hardened' ? [L.circleMarker([at[1], at[0]], { ...SPOT, renderer: map.renderers.chosen, interactive: false })] : [];
      layer = L.layerGroup([lines(features, PAPER), lines(features.filter(one => one.properties.good), GOOD), lines(features.filter(one => !one.properties.good), MISSING), ...spot]).addTo(map);
      return features.length || spot.length ? L.latLngBounds([[at[1], at[0]]]).extend(lines(features, {}).getBounds()) : null;
    },
  };
}
