// @ts-check
// Draws features on a canvas: areas, then lines over their casings, then symbols; nothing is told by colour alone.
import { STEPS } from './decode.js';

/** Symbols in a box from −1 to 1. */
const SYMBOLS = {
  circle: ctx => ctx.arc(0, 0, 1, 0, 2 * Math.PI),
  square: ctx => ctx.rect(-0.9, -0.9, 1.8, 1.8),
  triangle: ctx => [[0, -1.15], [1.1, 0.85], [-1.1, 0.85]].forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y))),
  diamond: ctx => [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]].forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y))),
};

/** @param {CanvasRenderingContext2D} ctx @param {any} paint @param {number} size half of the symbol */
function drawSymbol(ctx, paint, x, y, size) {
  ctx.save();
  ctx.translate(x, y);
  ctx.beginPath();
  ctx.scale(size, size);
  SYMBOLS[paint.symbol](ctx);
  ctx.closePath();
  ctx.restore();
  ctx.fillStyle = paint.colour;
  ctx.fill();
  ctx.setLineDash(paint.dash ?? []);
  ctx.lineWidth = Math.min(1.3, 0.5 + size * 0.2);
  ctx.strokeStyle = paint.outline ?? paint.colour;
  ctx.stroke();
}

function trace(ctx, features, at) {
  ctx.beginPath();
  for (const { parts } of features) {
    for (const part of parts) {
      for (let i = 0; i < part.length; i += 2) {
        const [x, y] = [at.left + part[i] * at.scale, at.top + part[i + 1] * at.scale];
        if (i) ctx.lineTo(x, y);
        else ctx.moveTo(x, y);
      }
    }
  }
}

/** Small squares along lines, as power lines carry them. */
function drawBeads(ctx, features, at, paint, width) {
  ctx.fillStyle = paint.colour;
  const size = Math.max(2.6, width * 2.1);
  for (const { parts } of features) {
    for (const part of parts) {
      let rest = paint.beads / 2;
      for (let i = 2; i < part.length; i += 2) {
        const [x, y] = [at.left + part[i - 2] * at.scale, at.top + part[i - 1] * at.scale];
        const [dx, dy] = [(part[i] - part[i - 2]) * at.scale, (part[i + 1] - part[i - 1]) * at.scale];
        const length = Math.hypot(dx, dy);
        for (; rest < length; rest += paint.beads) ctx.fillRect(x + dx * rest / length - size / 2, y + dy * rest / length - size / 2, size, size);
        rest -= length;
      }
    }
  }
}

/**
 * @typedef {object} Drawn a tile as it lies on the canvas
 * @property {number} left @property {number} top @property {number} scale pixels a step
 * @property {Map<any, import('./decode.js').Feature[]>} groups features by paint
 */

function within(ctx, at, draw) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(at.left, at.top, STEPS * at.scale, STEPS * at.scale);
  ctx.clip();
  draw();
  ctx.restore();
}

const ofType = (group, ...types) => group.filter(one => types.includes(one.type));

/** @param {CanvasRenderingContext2D} ctx @param {Drawn[]} tiles @param {number} factor growth at the zoom */
export function drawTiles(ctx, tiles, factor) {
  ctx.lineJoin = 'round';
  const steps = tiles.flatMap(at => [...at.groups].map(([paint, group]) => ({ at, paint, group }))).sort((one, other) => one.paint.order - other.paint.order);
  for (const { at, paint, group } of steps) {
    if (!paint.fill) continue;
    within(ctx, at, () => {
      trace(ctx, ofType(group, 3), at);
      ctx.globalAlpha = paint.opacity ?? 1;
      ctx.fillStyle = paint.fill;
      ctx.fill('evenodd');
    });
  }
  for (const isCasing of [true, false]) {
    for (const { at, paint, group } of steps) {
      const lines = paint.width ? ofType(group, 2, 3) : [];
      if (!lines.length || isCasing && !paint.casing) continue;
      const width = paint.width * factor;
      within(ctx, at, () => {
        trace(ctx, lines, at);
        ctx.lineCap = isCasing || !paint.dash ? 'round' : 'butt';
        ctx.setLineDash(isCasing ? [] : (paint.dash ?? []).map(one => one * Math.max(1.2, width)));
        ctx.lineWidth = isCasing ? width + Math.min(2.4, 1 + width * 0.5) : width;
        ctx.strokeStyle = isCasing ? paint.casing : paint.colour;
        ctx.stroke();
        if (!isCasing && paint.beads) drawBeads(ctx, lines, at, paint, width);
      });
    }
  }
  for (const { at, paint, group } of steps) {
    if (!paint.symbol) continue;
    for (const { parts } of ofType(group, 1)) {
      for (const [x, y] of parts) {
        // What stands in the rim is drawn with the tile it stands in.
        if (x >= 0 && y >= 0 && x < STEPS && y < STEPS) drawSymbol(ctx, paint, at.left + x * at.scale, at.top + y * at.scale, paint.size / 2 * Math.min(1.3, factor));
      }
    }
  }
}

/** A ring or a broad band around one feature. @param {CanvasRenderingContext2D} ctx @param {{at: any, feature: any, paint: any}[]} found @param {number} factor */
export function drawHalo(ctx, found, factor) {
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.setLineDash([]);
  for (const [colour, extra] of [['#fffdf9', 8], ['#0b5fad', 4.5]]) {
    for (const { at, feature, paint } of found) {
      within(ctx, at, () => {
        ctx.strokeStyle = colour;
        ctx.lineWidth = (feature.type === 1 ? 0 : (paint.width ?? 1) * factor) + Number(extra);
        if (feature.type === 1) {
          ctx.beginPath();
          ctx.arc(at.left + feature.parts[0][0] * at.scale, at.top + feature.parts[0][1] * at.scale, 8, 0, 2 * Math.PI);
          ctx.lineWidth = Number(extra) / 2;
        } else trace(ctx, [feature], at);
        ctx.stroke();
      });
    }
  }
}
