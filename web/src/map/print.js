// @ts-check
// The map as a picture: title, map, layers of the network, legend, scale bar, north arrow, source, date and the mark of illustrative data.
import { INK, PAPER, SHAPES, SIZE } from '../ui/symbols.js';
import { mercator } from './mercator.js';
import { drawLayers, layerLegend } from './print-layers.js';

const [WIDE, HIGH, EDGE, SIDE] = [2000, 1500, 60, 500];
const [BORDER, CHOSEN] = ['#7a2f26', '#0b5fad'];
const MARK = 20;
const ROUND_THE_EARTH = 40_075_017;
/** Colours step back under a network. */
const VEIL = 'rgb(251 250 246 / .55)';

/** Web Mercator, as tiles are in it: the size of the whole square in pixels, where its corner lies, and the zoom of a map of that scale. */
function projection([west, south, east, north]) {
  const [[left, top], [right, bottom]] = [mercator([west, north]), mercator([east, south])];
  const [x0, y0, w, h] = [EDGE, 190, WIDE - SIDE - 2 * EDGE, HIGH - 190 - 110];
  const scale = Math.min(w / (right - left), h / (bottom - top));
  const origin = [x0 + (w - (left + right) * scale) / 2, y0 + (h - (top + bottom) * scale) / 2];
  return { scale, origin, zoom: Math.log2(scale / 256), metre: scale / ROUND_THE_EARTH / Math.cos((south + north) / 2 * Math.PI / 180),
    at: point => mercator(point).map((one, i) => origin[i] + one * scale) };
}

/** What is in the picture. @param {any} province feature @returns {{bounds: number[], zoom: number}} */
export function frame(province) {
  const bounds = boundsOf(province);
  return { bounds, zoom: projection(bounds).zoom };
}

const polygons = geometry => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);

function boundsOf(feature) {
  const points = polygons(feature.geometry).flat(2);
  const along = i => points.map(point => point[i]);
  return [Math.min(...along(0)), Math.min(...along(1)), Math.max(...along(0)), Math.max(...along(1))];
}

function trace(ink, geometry, at) {
  ink.beginPath();
  for (const ring of polygons(geometry).flat()) {
    ring.forEach((point, i) => (i ? ink.lineTo(...at(point)) : ink.moveTo(...at(point))));
    ink.closePath();
  }
}

/** The colour of a class, or a pattern of its hatch. */
function fillOf(ink, one) {
  if (!one.hatch) return one.fill;
  const tile = document.createElement('canvas');
  tile.width = tile.height = 12;
  const brush = /** @type {CanvasRenderingContext2D} */ (tile.getContext('2d'));
  brush.fillStyle = one.fill;
  brush.fillRect(0, 0, 12, 12);
  brush.strokeStyle = one.hatchColour;
  brush.lineWidth = one.hatch === 'lapsed' ? 3 : 2;
  for (const shift of [-12, 0, 12]) {
    brush.beginPath();
    brush.moveTo(shift - 2, 14);
    brush.lineTo(shift + 14, -2);
    brush.stroke();
  }
  return ink.createPattern(tile, 'repeat');
}

function write(ink, text, x, y, size, { weight = 'normal', colour = INK, align = 'left' } = {}) {
  ink.font = `${weight} ${size}px system-ui, sans-serif`;
  ink.fillStyle = colour;
  ink.textAlign = align;
  ink.fillText(text, x, y);
}

/** Words broken so that no line is wider than there is room. @returns {number} where the next line would stand */
function paragraph(ink, text, x, y, size, room, style = {}) {
  ink.font = `${style.weight ?? 'normal'} ${size}px system-ui, sans-serif`;
  let line = '';
  let down = y;
  for (const word of text.split(' ')) {
    if (line && ink.measureText(`${line} ${word}`).width > room) {
      write(ink, line, x, down, size, style);
      down += size * 1.35;
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  write(ink, line, x, down, size, style);
  return down + size * 1.35;
}

/** A name over colours of any darkness. */
function halo(ink, text, x, y) {
  ink.font = '600 24px Georgia, "Noto Serif", serif';
  ink.textAlign = 'center';
  Object.assign(ink, { strokeStyle: '#fffdf9', lineWidth: 6 }).strokeText(text, x, y + 8);
  ink.fillStyle = INK;
  ink.fillText(text, x, y + 8);
}

function scaleBar(ink, x, y, metre) {
  const metres = [50_000, 20_000, 10_000].find(one => one * metre < 420) ?? 5_000;
  const part = metres * metre / 4;
  for (let i = 0; i < 4; i++) {
    ink.fillStyle = i % 2 ? '#fff' : INK;
    ink.fillRect(x + i * part, y, part, 12);
    ink.strokeStyle = INK;
    ink.lineWidth = 1.5;
    ink.strokeRect(x + i * part, y, part, 12);
  }
  write(ink, '0', x, y - 8, 22, { align: 'center' });
  write(ink, `${metres / 2000}`, x + 2 * part, y - 8, 22, { align: 'center' });
  write(ink, `${metres / 1000} km`, x + 4 * part, y - 8, 22, { align: 'center' });
}

function northArrow(ink, x, y, letter) {
  ink.beginPath();
  ink.moveTo(x, y);
  ink.lineTo(x + 18, y + 56);
  ink.lineTo(x, y + 44);
  ink.lineTo(x - 18, y + 56);
  ink.closePath();
  ink.fillStyle = INK;
  ink.fill();
  write(ink, letter, x, y - 10, 28, { weight: 'bold', align: 'center' });
}

/** Dots on paper, for what lies outside the programme. */
function dotted(ink) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 10;
  const brush = /** @type {CanvasRenderingContext2D} */ (tile.getContext('2d'));
  brush.fillStyle = '#fbfaf6';
  brush.fillRect(0, 0, 10, 10);
  brush.fillStyle = '#8a8577';
  brush.beginPath();
  brush.arc(5, 5, 1.7, 0, 7);
  brush.fill();
  return ink.createPattern(tile, 'repeat');
}

/** A symbol with its middle at a place. */
function drawSymbol(ink, index, [x, y], size) {
  ink.save();
  ink.translate(x - size / 2, y - size / 2);
  ink.scale(size / SIZE, size / SIZE);
  const shape = new Path2D(SHAPES[index % SHAPES.length]);
  Object.assign(ink, { fillStyle: PAPER, strokeStyle: INK, lineWidth: 1.6 });
  ink.fill(shape);
  ink.stroke(shape);
  ink.restore();
}

/** Symbols on marked communes, side by side where a commune is in several groups. */
function drawMarks(ink, marks, at) {
  const groups = new Map();
  marks.forEach(({ places }, index) => places.forEach(place => groups.set(String(place), { place, found: [...groups.get(String(place))?.found ?? [], index] })));
  for (const { place, found } of groups.values()) {
    const [x, y] = at(place);
    found.forEach((index, i) => drawSymbol(ink, index, [x + (i - (found.length - 1) / 2) * MARK, y], MARK));
  }
}

/** @returns {number} where there is room again */
function drawLegend(ink, { classes, unit, outside, marks, isInView, isVeiled }, x, y) {
  let down = unit ? paragraph(ink, unit, x, y, 24, SIDE - EDGE, { colour: '#5c6770' }) + 14 : y;
  const rows = [...classes.filter(one => isInView(one.index)), ...outside ? [{ label: outside, count: '', dots: true }] : []];
  for (const one of rows) {
    ink.fillStyle = one.dots ? dotted(ink) : fillOf(ink, one);
    ink.fillRect(x, down, 44, 32);
    if (isVeiled && !one.dots) Object.assign(ink, { fillStyle: VEIL }).fillRect(x, down, 44, 32);
    ink.strokeStyle = INK;
    ink.lineWidth = 1.5;
    ink.strokeRect(x, down, 44, 32);
    write(ink, String(one.count), WIDE - EDGE, down + 25, 25, { align: 'right', weight: 'bold' });
    down = Math.max(down + 48, paragraph(ink, one.label, x + 60, down + 25, 25, SIDE - EDGE - 140) - 4);
  }
  marks.forEach(({ label }, index) => {
    drawSymbol(ink, index, [x + 22, down + 16], 26);
    down = Math.max(down + 40, paragraph(ink, label, x + 60, down + 25, 22, SIDE - EDGE - 70) - 4);
  });
  return down;
}

/**
 * @param {any} sheet title, subtitle, figures, shapes, province, districts, towns (feature collections), outside (what towns are), border (line),
 *   names, outlined (codes of border communes), selected (a code), marks (label and places by group), layers (with their tiles, titles and what their rules say), answer, isInView, unit, mark, source, north
 * @returns {HTMLCanvasElement} 2000 by 1500
 */
export function draw({ title, subtitle, shapes, province, districts, towns, outside, border, names, outlined, selected, marks, layers, answer, isInView, unit, mark, source, north }) {
  const canvas = document.createElement('canvas');
  canvas.width = WIDE;
  canvas.height = HIGH;
  const ink = /** @type {any} */ (canvas.getContext('2d'));
  const on = projection(boundsOf(province.features[0]));
  const { at, metre } = on;
  ink.fillStyle = '#f7f5f0';
  ink.fillRect(0, 0, WIDE, HIGH);
  ink.lineJoin = 'round';
  const values = new Map(answer.values.map(one => [one.unit, one.class]));
  const fills = new Map(answer.legend.classes.map(one => [one.index, fillOf(ink, one)]));
  const sheet = (features, style) => features.forEach(feature => {
    trace(ink, feature.geometry, at);
    const { fill, line, weight } = style(feature);
    if (fill) Object.assign(ink, { fillStyle: fill }).fill('evenodd');
    Object.assign(ink, { strokeStyle: line, lineWidth: weight }).stroke();
  });
  sheet(province.features, () => ({ fill: '#fbfaf6', line: '#8d8778', weight: 6 }));
  ink.beginPath();
  border.forEach((point, i) => (i ? ink.lineTo(...at(point)) : ink.moveTo(...at(point))));
  Object.assign(ink, { strokeStyle: '#e0cbc5', lineWidth: 22 }).stroke();
  sheet(towns.features, () => ({ fill: dotted(ink), line: '#8a8577', weight: 1 }));
  sheet(shapes.features, ({ id }) => ({ fill: values.has(id) && isInView(values.get(id)) ? fills.get(values.get(id)) : '#fbfaf6', line: '#6b7177', weight: 0.8 }));
  if (layers.length) sheet(shapes.features, () => ({ fill: VEIL, line: '#6b7177', weight: 0.5 }));
  sheet(districts.features, () => ({ fill: null, line: '#fbfaf6', weight: 6 }));
  sheet(districts.features, () => ({ fill: null, line: INK, weight: 2.6 }));
  const among = codes => shapes.features.filter(({ id }) => codes.includes(id));
  sheet(among(outlined), () => ({ fill: null, line: BORDER, weight: 2 }));
  drawLayers(ink, layers, on);
  sheet(among([selected]), () => ({ fill: null, line: PAPER, weight: 12 }));
  sheet(among([selected]), () => ({ fill: null, line: CHOSEN, weight: 6 }));
  drawMarks(ink, marks, at);
  write(ink, title, EDGE, 92, 52, { weight: 'bold' });
  write(ink, subtitle, EDGE, 140, 30, { colour: '#5c6770' });
  for (const { text, at: [where], align, kind } of names) {
    const [x, y] = at(where);
    if (kind !== 'district') write(ink, text, x, y, 26, { weight: 'italic', colour: kind === 'country' ? BORDER : '#59625f', align: { start: 'left', end: 'right' }[align] ?? 'center' });
    else halo(ink, text, x, y);
  }
  const down = drawLegend(ink, { classes: answer.legend.classes, unit, outside: towns.features.length ? outside : '', marks, isInView, isVeiled: layers.length > 0 }, WIDE - SIDE, 230);
  layerLegend(ink, layers, [WIDE - SIDE, down + 16], HIGH - 400 - down, (...words) => write(ink, ...words));
  northArrow(ink, WIDE - SIDE + 24, HIGH - 330, north);
  scaleBar(ink, WIDE - SIDE + 90, HIGH - 290, metre);
  if (mark) write(ink, mark.toUpperCase(), WIDE - EDGE, 92, 28, { weight: 'bold', colour: '#9a3412', align: 'right' });
  paragraph(ink, source, EDGE, HIGH - 62, 22, WIDE - 2 * EDGE, { colour: '#5c6770' });
  return canvas;
}
