// @ts-check
// Names of features, by zoom and without colliding: along lines where they run straight enough, beside symbols, within areas.
import { STEPS } from './decode.js';

const FONT = '11px system-ui, sans-serif';
const BEND = 0.45;
const APART = 340;

const meets = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

/** Where a text of a width runs along a line: the middle, and the angle, of the straightest piece that is long enough. */
function along(part, at, wide) {
  const points = [];
  for (let i = 0; i < part.length; i += 2) points.push([at.left + part[i] * at.scale, at.top + part[i + 1] * at.scale]);
  let best = null;
  for (let start = 0; start < points.length - 1; start++) {
    let length = 0;
    for (let end = start + 1; end < points.length; end++) {
      length += Math.hypot(points[end][0] - points[end - 1][0], points[end][1] - points[end - 1][1]);
      if (length < wide) continue;
      const [dx, dy] = [points[end][0] - points[start][0], points[end][1] - points[start][1]];
      const bend = 1 - Math.hypot(dx, dy) / length;
      if (bend < BEND * 0.12 && (!best || bend < best.bend)) {
        const middle = points[Math.floor((start + end) / 2)];
        const [x, y] = end - start < 3 ? [(points[start][0] + points[end][0]) / 2, (points[start][1] + points[end][1]) / 2] : middle;
        const angle = Math.atan2(dy, dx);
        best = { bend, x, y, angle: Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle };
      }
      break;
    }
  }
  return best;
}

/** Places a name may stand at, the best first, as middle, angle and box. */
function places(feature, at, wide) {
  const straight = (x, y) => ({ x, y, angle: 0, box: [x - wide / 2 - 2, y - 7, x + wide / 2 + 2, y + 7] });
  if (feature.type === 1) {
    const [x, y] = [at.left + feature.parts[0][0] * at.scale, at.top + feature.parts[0][1] * at.scale];
    return [straight(x + 8 + wide / 2, y), straight(x - 8 - wide / 2, y), straight(x, y - 13), straight(x, y + 13)];
  }
  if (feature.type === 3) {
    const [west, north, east, south] = feature.box;
    return (east - west) * at.scale > wide * 0.8 ? [straight(at.left + (west + east) / 2 * at.scale, at.top + (north + south) / 2 * at.scale)] : [];
  }
  return feature.parts.map(part => along(part, at, wide + 10)).filter(Boolean).map(({ x, y, angle }) => {
    const [w, h] = [Math.abs(Math.cos(angle)) * wide / 2 + Math.abs(Math.sin(angle)) * 7, Math.abs(Math.sin(angle)) * wide / 2 + Math.abs(Math.cos(angle)) * 7];
    return { x, y, angle, box: [x - w, y - h, x + w, y + h] };
  });
}

function write(ctx, text, { x, y, angle }, colour) {
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  ctx.strokeText(text, 0, 0);
  ctx.fillStyle = colour;
  ctx.fillText(text, 0, 0);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{names: any, tiles: import('./paint.js').Drawn[]}[]} layers the lower first
 * @param {number} zoom of the tiles @param {number[][]} taken boxes of the canvas that are no longer free; grows
 */
export function drawLabels(ctx, layers, zoom, taken) {
  ctx.font = FONT;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.setLineDash([]);
  ctx.strokeStyle = '#fffdf9';
  for (const { names, tiles } of [...layers].reverse()) {
    if (!names?.field || zoom < names.fromZoom) continue;
    const written = new Map();
    const named = tiles.flatMap(at => [...at.groups].flatMap(([paint, group]) => group.filter(one => one.is[names.field]).map(feature => ({ at, feature, order: paint.order }))));
    for (const { at, feature } of named.sort((one, other) => other.order - one.order)) {
      const [x, y] = feature.parts[0] ?? [];
      if (feature.type === 1 && (x < 0 || y < 0 || x >= STEPS || y >= STEPS)) continue;
      const text = feature.is[names.field];
      const place = places(feature, at, ctx.measureText(text).width).find(({ x: mx, y: my, box }) => !taken.some(other => meets(box, other))
        && !(written.get(text) ?? []).some(other => Math.hypot(other.x - mx, other.y - my) < APART));
      if (!place) continue;
      taken.push(place.box);
      written.set(text, [...written.get(text) ?? [], place]);
      write(ctx, text, place, names.colour);
    }
  }
}
