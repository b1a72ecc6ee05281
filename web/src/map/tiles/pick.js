// @ts-check
// Which feature lies under a point of the canvas: symbols before lines, lines before areas, the nearer before the farther.

function distance(part, x, y) {
  let least = Infinity;
  for (let i = 0; i < part.length; i += 2) {
    const [x2, y2] = [part[i], part[i + 1]];
    const [x1, y1] = i ? [part[i - 2], part[i - 1]] : [x2, y2];
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - x1 - along * dx, y - y1 - along * dy));
  }
  return least;
}

function isInside(parts, x, y) {
  let inside = false;
  for (const part of parts) {
    for (let i = 2; i < part.length; i += 2) {
      const [x1, y1, x2, y2] = [part[i - 2], part[i - 1], part[i], part[i + 1]];
      if (y1 > y !== y2 > y && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/**
 * @param {{layer: string, tiles: import('./paint.js').Drawn[]}[]} layers as drawn, the lower first
 * @param {number} x @param {number} y @param {number} tolerance pixels
 * @returns {{layer: string, is: Record<string, any>}|null}
 */
export function pick(layers, x, y, tolerance) {
  let best = null;
  let least = Infinity;
  layers.forEach(({ layer, tiles }, rank) => {
    for (const { left, top, scale, groups } of tiles) {
      const [px, py, reach] = [(x - left) / scale, (y - top) / scale, tolerance / scale];
      if (px < 0 || py < 0 || px >= 4096 || py >= 4096) continue;
      for (const feature of [...groups.values()].flat()) {
        const { box, parts, type, is } = feature;
        if (px < box[0] - reach || px > box[2] + reach || py < box[1] - reach || py > box[3] + reach) continue;
        const away = type === 3 ? (isInside(parts, px, py) ? 0 : Infinity) : Math.min(...parts.map(part => distance(part, px, py)));
        if (away > reach) continue;
        const order = { 1: 0, 2: 1000, 3: 2000 }[type] + away * scale - rank / 10;
        if (order < least) [best, least] = [{ layer, is }, order];
      }
    }
  });
  return best;
}
