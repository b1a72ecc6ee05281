// @ts-check
// What an import would change, over the map: new, changed, missing and faulty features in colours of their own.
import { L } from './leaflet.js';

/** Stroke by state; dashes and widths tell them apart without colours too. */
export const STATES = {
  new: { color: '#14695a', weight: 4 }, changed: { color: '#0b5fad', weight: 4 }, unchanged: { color: '#6b6659', weight: 1.5 },
  missing: { color: '#b5530f', weight: 3, dashArray: '6 5' }, faulty: { color: '#9a3412', weight: 5, dashArray: '1 6' },
};

/** What a geometry was before it was repaired. */
const BEFORE = { color: '#9a3412', weight: 2, dashArray: '4 4', fill: false };

/** Draws what stands on the desk. @param {any} map @param {any} desk */
export function preview(map, desk) {
  let drawn = desk.read().data;
  let casing = null;
  let layer = null;
  let before = null;
  let spot = null;

  /** @param {any[]} features @param {number[]|null} at longitude, latitude of what to look at */
  function show(features, at) {
    casing?.remove();
    layer?.remove();
    before?.remove();
    spot?.remove();
    const style = feature => ({ ...STATES[feature.properties.state], fill: false });
    const lines = features.filter(feature => !feature.geometry.type.includes('Point'));
    casing = L.geoJSON({ type: 'FeatureCollection', features: lines }, { renderer: map.renderers.chosen, interactive: false,
      style: feature => ({ color: '#fffdf9', weight: STATES[feature.properties.state].weight + 3, fill: false }) }).addTo(map);
    before = L.geoJSON(features.map(feature => feature.properties.before).filter(Boolean), { renderer: map.renderers.chosen, interactive: false, style: BEFORE }).addTo(map);
    before.eachLayer(one => one.getElement?.()?.setAttribute('data-before', ''));
    layer = features.length ? L.geoJSON({ type: 'FeatureCollection', features }, { renderer: map.renderers.chosen, interactive: false, style,
      pointToLayer: (feature, place) => L.circleMarker(place, { ...style(feature), radius: 5, renderer: map.renderers.chosen, interactive: false }) }).addTo(map) : null;
    layer?.eachLayer(one => one.getElement()?.setAttribute('data-state', one.feature.properties.state));
    spot = at ? L.circleMarker([at[1], at[0]], { radius: 12, color: '#9a3412', weight: 3, fill: false, renderer: map.renderers.chosen, interactive: false }).addTo(map) : null;
    if (!at) return;
    map.setView([at[1], at[0]], Math.max(map.getZoom(), 13), { animate: false });
    // On a phone the map is what is needed now.
    dispatchEvent(new CustomEvent('sheet', { detail: 'low' }));
  }

  /** Brings all of it into view. */
  const showAll = () => layer?.getBounds().isValid() && map.fitBounds(layer.getBounds(), { animate: false, padding: [30, 30], maxZoom: 13 });

  desk.on(() => {
    const { features, at } = desk.read().data;
    if (features === drawn.features && at === drawn.at) return;
    show(features, at);
    if (features !== drawn.features && !at) showAll();
    drawn = { features, at };
  });
}
