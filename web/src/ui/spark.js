// @ts-check
// A line small enough to stand in a tile: how a figure went month by month, with the target across.
import { s } from './dom.js';

const [WIDE, HIGH, EDGE] = [196, 34, 4];

/**
 * @param {{value: number|null, isNow: boolean}[]} points in order of time; null where nothing is known
 * @param {number|null} target
 * @param {string} words what a screen reader says
 */
export function spark(points, target, words) {
  const figures = [...points.map(point => point.value), target].filter(one => one !== null);
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const x = index => EDGE + index / Math.max(1, points.length - 1) * (WIDE - 2 * EDGE);
  const y = value => (high === low ? HIGH / 2 : HIGH - EDGE - (value - low) / (high - low) * (HIGH - 2 * EDGE));
  const line = points.map((point, i) => (point.value === null ? '' : `${i && points[i - 1].value !== null ? 'L' : 'M'}${x(i).toFixed(1)} ${y(point.value).toFixed(1)}`)).join('');
  const here = points.findIndex(point => point.isNow);
  return s('svg', { class: 'spark', viewBox: `0 0 ${WIDE} ${HIGH}`, role: 'img', 'aria-label': words },
    target !== null && s('line', { x1: 0, x2: WIDE, y1: y(target), y2: y(target), class: 'target' }),
    s('path', { d: line }), here >= 0 && points[here].value !== null && s('circle', { cx: x(here), cy: y(points[here].value), r: 3 }));
}
