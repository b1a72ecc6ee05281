// @ts-check
// Layers of the network on the picture that is taken away: drawn from the same tiles by the same rules, with a legend row for each rule.
import { mercator } from './mercator.js';
import { STEPS, decode } from './tiles/decode.js';
import { drawTiles } from './tiles/paint.js';
import { growth, painter, sample } from './tiles/style.js';

const [ROW, TITLE, SAMPLE] = [30, 34, 56];

/**
 * Fetches what is drawn of each layer within bounds.
 * @param {{id: string, set: string, described: any}[]} layers the lower first @param {number[]} bounds west, south, east, north
 * @param {number} zoom of the picture as on a map @param {(place: any) => Promise<ArrayBuffer>} load
 */
export const loadLayers = (layers, [west, south, east, north], zoom, load) => Promise.all(layers.map(async ({ id, set, described }) => {
  if (Math.round(zoom) - 1 < described.minzoom) return { id, described, z: 0, tiles: [] };
  const z = Math.min(described.maxzoom, Math.round(zoom) - 1);
  const [[left, top], [right, bottom]] = [mercator([west, north]), mercator([east, south])].map(point => point.map(one => Math.floor(one * 2 ** z)));
  const places = [];
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) places.push({ layer: id, set, z, x, y });
  return { id, described, z, tiles: await Promise.all(places.map(async place => ({ ...place, features: decode(await load(place)) }))) };
}));

/**
 * Draws them. @param {any} ink @param {any[]} layers @param {{scale: number, origin: number[], zoom: number}} on pixels of the whole square, and where its corner lies
 */
export function drawLayers(ink, layers, { scale, origin, zoom }) {
  for (const { described, tiles } of layers) {
    const paintOf = painter(described);
    drawTiles(ink, tiles.map(({ z, x, y, features }) => {
      const groups = new Map();
      features.forEach(feature => groups.set(paintOf(feature.is), [...groups.get(paintOf(feature.is)) ?? [], feature]));
      const side = scale / 2 ** z;
      return { left: origin[0] + x * side, top: origin[1] + y * side, scale: side / STEPS, groups };
    }), growth(zoom) * 1.4);
  }
  ink.setLineDash([]);
}

/** A line, an area or a symbol as tiles hold it, in a box. */
function example(paint) {
  const part = paint.symbol ? [SAMPLE / 2, 12] : paint.fill ? [4, 2, SAMPLE - 4, 2, SAMPLE - 4, 22, 4, 22, 4, 2] : [2, 12, SAMPLE - 2, 12];
  return /** @type {any} */ ({ type: paint.symbol ? 1 : paint.fill ? 3 : 2, is: {}, parts: [part], box: [0, 0, SAMPLE, 24] });
}

/**
 * Rows of the legend for what is drawn at this scale, smaller where there are too many for the room.
 * @param {any} ink @param {any[]} layers with their title @param {number[]} place left and top @param {number} room pixels down
 * @param {(text: string, x: number, y: number, size: number, style?: any) => void} write
 */
export function layerLegend(ink, layers, [x, y], room, write) {
  const rows = layers.map(({ described, z }) => described.rules.filter(rule => rule.label && rule.fromZoom <= z));
  const wanted = layers.length * TITLE + rows.flat().length * ROW;
  const factor = Math.min(1, room / wanted);
  let down = y;
  layers.forEach(({ described, title }, i) => {
    write(title, x, down + 22 * factor, 22 * factor, { weight: 'bold' });
    down += TITLE * factor;
    for (const rule of rows[i]) {
      const paint = sample(described, rule);
      ink.save();
      ink.translate(x, down);
      ink.scale(factor, factor);
      drawTiles(ink, [{ left: 0, top: 0, scale: 1, groups: new Map([[{ order: 0, ...paint }, [example(paint)]]]) }], 1.4);
      ink.restore();
      write(rule.said, x + (SAMPLE + 12) * factor, down + 19 * factor, 20 * factor);
      down += ROW * factor;
    }
  });
  ink.setLineDash([]);
}
