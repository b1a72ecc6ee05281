// @ts-check
// A sample of how a feature of a layer is drawn: a line, an area or a symbol, as on the map.
import { s } from './dom.js';

const SHAPES = { circle: 'M14 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z', square: 'M10 4h8v8h-8z', triangle: 'M14 2.6L19 11.8H9z', diamond: 'M14 2.4L19.6 8L14 13.6L8.4 8z' };

/** @param {any} paint */
export function strokes(paint) {
  const dash = paint.dash?.map(one => one * Math.max(1.2, paint.width ?? 1)).join(' ');
  const line = more => s('path', { d: 'M1 8H27', fill: 'none', 'stroke-linecap': 'butt', ...more });
  return s('svg', { class: 'stroke', width: 28, height: 16, viewBox: '0 0 28 16', 'aria-hidden': 'true' },
    paint.symbol ? s('path', { d: SHAPES[paint.symbol], fill: paint.colour, stroke: paint.outline ?? paint.colour, 'stroke-width': 1.3, 'stroke-dasharray': paint.dash?.join(' ') })
      : paint.fill ? s('rect', { x: 2, y: 2, width: 24, height: 12, fill: paint.fill, 'fill-opacity': paint.opacity ?? 1, stroke: paint.colour, 'stroke-width': paint.width, 'stroke-dasharray': dash })
        : [line({ stroke: paint.colour, 'stroke-width': paint.width, 'stroke-dasharray': dash }),
          paint.beads && [7, 14, 21].map(x => s('rect', { x: x - 2, y: 6, width: 4, height: 4, fill: paint.colour }))]);
}
