// @ts-check
// Leaflet's minified build sets a global; it weighs 67 kB less over the wire than the ES module with its comments.
import 'leaflet';

export const L = /** @type {any} */ (globalThis).L;
