// @ts-check
// The symbols of marked groups: told apart by shape, readable over every colour.
import { s } from './dom.js';

/** Each in a box of twelve. */
export const SHAPES = ['M6 1.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2z', 'M6 .8L11.4 10.6H.6z', 'M1.8 1.8h8.4v8.4H1.8z', 'M6 0L12 6L6 12L0 6z'];
export const SIZE = 12;
export const PAPER = '#fffdf9';
export const INK = '#1d2730';

/** @param {number} index which of the shapes */
export const symbol = (index, size = SIZE) => s('svg', { class: 'symbol', width: size, height: size, viewBox: '-1 -1 14 14', 'aria-hidden': 'true' },
  s('path', { d: SHAPES[index % SHAPES.length], fill: PAPER, stroke: INK, 'stroke-width': 1.6, 'stroke-linejoin': 'round' }));
