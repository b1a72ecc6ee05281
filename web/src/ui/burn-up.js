// @ts-check
// Kilometres through a year: what was accepted so far, what was planned, the target across and where the year may end.
// Drawn by ourselves: a dozen points need no library, an SVG prints sharply and its words can be read aloud.
import { number } from '../text.js';
import { isPhone, s } from './dom.js';

const [TOP, FOOT] = [14, 26];
/** Width, height, and what is left free at both sides: on a phone it is drawn smaller, so that its words stay as large. */
const frame = () => (isPhone() ? [420, 260, 36, 96] : [640, 300, 44, 92]);
const MONTHS = 12;

/** Round steps of the axis, about five of them. */
function steps(most) {
  const power = 10 ** Math.floor(Math.log10(most / 5));
  const step = [1, 2, 2.5, 5, 10].map(one => one * power).find(one => most / one <= 6);
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => i * step);
}

/** Labels at the right edge, pushed apart where they would overlap. */
function apart(labels) {
  const sorted = labels.filter(Boolean).sort((a, b) => a.y - b.y);
  sorted.forEach((label, i) => { if (i) label.y = Math.max(label.y, sorted[i - 1].y + 14); });
  return sorted;
}

/**
 * @param {{totals: {at: number, km: number}[], planned: number[], target: number|null, forecast: {yearEnd: number, low: number, high: number}|null,
 *   monthNames: string[], words: {label: string, target: string, planned: string, forecast: string}}} shown
 *   totals: by how many months of the year have gone, from nought; planned: total by the end of each month
 */
export function burnUp({ totals, planned, target, forecast, monthNames, words }) {
  const [wide, high, left, free] = frame();
  const last = totals[totals.length - 1];
  const most = Math.max(1, target ?? 0, last.km, ...planned, forecast?.high ?? 0) * 1.06;
  const x = at => left + at / MONTHS * (wide - left - free);
  const y = km => TOP + (1 - km / most) * (high - TOP - FOOT);
  const line = points => points.map(({ at, km }, i) => `${i ? 'L' : 'M'}${x(at).toFixed(1)} ${y(km).toFixed(1)}`).join('');
  const plan = [0, ...planned].map((km, at) => ({ at, km }));
  const right = wide - free + 8;
  const labels = apart([
    target !== null && { y: y(target), text: words.target, kind: 'target' },
    planned.length > 0 && { y: y(planned[planned.length - 1]), text: words.planned, kind: 'planned' },
    forecast && { y: y(forecast.yearEnd), text: words.forecast, kind: 'forecast' },
  ]);
  return s('svg', { class: 'burn-up', viewBox: `0 0 ${wide} ${high}`, role: 'img', 'aria-label': words.label },
    steps(most).map(km => [s('line', { x1: left, x2: wide - free, y1: y(km), y2: y(km), class: 'grid' }), s('text', { x: left - 6, y: y(km) + 4, class: 'scale' }, number(km, 1))]),
    monthNames.map((name, i) => s('text', { x: x(i + 0.5), y: high - 8, class: 'month' }, name)),
    forecast && s('path', { class: 'band', d: `M${x(last.at)} ${y(last.km)}L${x(MONTHS)} ${y(forecast.high)}V${y(forecast.low)}Z` }),
    forecast && s('path', { class: 'forecast', d: line([last, { at: MONTHS, km: forecast.yearEnd }]) }),
    s('path', { class: 'planned', d: line(plan) }),
    target !== null && s('line', { class: 'target', x1: left, x2: wide - free, y1: y(target), y2: y(target) }),
    s('path', { class: 'accepted', d: line(totals) }),
    totals.slice(1).map(({ at, km }) => s('circle', { cx: x(at), cy: y(km), r: 3.2 }, s('title', {}, number(km, 1)))),
    labels.map(label => s('text', { x: right, y: label.y + 4, class: `end ${label.kind}` }, label.text)));
}
