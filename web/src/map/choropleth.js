// @ts-check
// The painted units: one SVG path each, with the class of the legend on it, reachable with the arrow keys.
import { fill, s } from '../ui/dom.js';
import { hatching } from '../ui/pieces.js';
import { L } from './leaflet.js';

const LINE = { color: '#1d2730', weight: 0.6, opacity: 0.7 };

/** Fill of a class on the map: its colour or the pattern that hatches it. */
const paint = one => (one.hatch ? `url(#map-hatch-${one.index})` : one.fill);

/**
 * @param {any} map
 * @param {{choose: (code: string) => void, point: (code: string|null) => void, focus: (code: string|null) => void}} how
 *   point: a unit is pointed at; focus: one is reached by keyboard, and is to be ringed
 */
export function choropleth(map, { choose, point, focus }) {
  const renderer = map.renderers.units;
  let layers = new Map();
  let sheet = null;
  const patterns = s('defs', {});
  renderer.addTo(map);

  /** Draws other areas. @param {any} shapes feature collection */
  function place(shapes) {
    sheet?.remove();
    layers = new Map();
    sheet = L.geoJSON(shapes, {
      renderer, smoothFactor: 0, style: () => ({ ...LINE, fillColor: '#efece6', fillOpacity: 1 }),
      onEachFeature(feature, layer) {
        layers.set(feature.id, layer);
        layer.on({ click: () => choose(feature.id), mouseover: () => point(feature.id), mouseout: () => point(null) });
      },
    }).addTo(map);
    if (patterns.parentNode !== renderer._container) renderer._container.prepend(patterns);
    layers.forEach((layer, code) => {
      const path = layer.getElement();
      path.setAttribute('data-unit', code);
      path.setAttribute('role', 'button');
      path.addEventListener('focus', () => {
        point(code);
        if (path.matches(':focus-visible')) focus(code);
      });
      path.addEventListener('blur', () => {
        point(null);
        focus(null);
      });
    });
    rove(layers.keys().next().value);
  }

  /** Only one path is a tab stop; the arrows go on from it. */
  function rove(code) {
    layers.forEach((layer, key) => layer.getElement().setAttribute('tabindex', key === code ? '0' : '-1'));
  }

  /**
   * @param {{values: any[], legend: any}} answer
   * @param {{isInView: (index: number) => boolean, selected: string, name: (value: any) => string}} how
   */
  function colour(answer, { isInView, selected, name }) {
    fill(patterns, answer.legend.classes.filter(one => one.hatch).map(one => hatching(`map-hatch-${one.index}`, one)));
    const classes = new Map(answer.legend.classes.map(one => [one.index, one]));
    const values = new Map(answer.values.map(one => [one.unit, one]));
    layers.forEach((layer, code) => {
      const value = values.get(code);
      const kind = value && classes.get(value.class);
      const isShown = Boolean(kind) && isInView(kind.index);
      layer.setStyle({ ...LINE, color: kind?.outline ?? LINE.color, fillColor: isShown ? paint(kind) : '#fbfaf6', opacity: isShown ? LINE.opacity : 0.35 });
      const path = layer.getElement();
      path.setAttribute('data-class', isShown ? kind.index : '');
      path.setAttribute('data-fill', isShown ? kind.fill : '');
      path.setAttribute('aria-label', value ? name(value) : name({ unit: code }));
      path.setAttribute('aria-pressed', String(code === selected));
    });
    if (layers.has(selected)) rove(selected);
  }

  /** The unit nearest in a direction on the screen, or undefined. */
  function towards(code, [dx, dy]) {
    const from = map.latLngToLayerPoint(layers.get(code).getBounds().getCenter());
    let best;
    let least = Infinity;
    layers.forEach((layer, key) => {
      const to = map.latLngToLayerPoint(layer.getBounds().getCenter());
      const [x, y] = [to.x - from.x, to.y - from.y];
      const along = x * dx + y * dy;
      const aside = Math.abs(x * dy - y * dx);
      if (key !== code && along > 0 && aside <= along * 1.2 && along + 2 * aside < least) [best, least] = [key, along + 2 * aside];
    });
    return best;
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  map.getContainer().addEventListener('keydown', event => {
    const code = event.target.getAttribute?.('data-unit');
    if (!code) return;
    if (event.key in ARROWS) {
      const next = towards(code, ARROWS[event.key]);
      if (next) {
        rove(next);
        layers.get(next).getElement().focus();
        if (!map.getBounds().contains(layers.get(next).getBounds().getCenter())) map.panTo(layers.get(next).getBounds().getCenter(), { animate: false });
      }
    } else if (event.key === 'Enter' || event.key === ' ') {
      choose(code);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }, true);

  return { place, colour, bounds: code => layers.get(code)?.getBounds(), shape: code => layers.get(code)?.feature };
}
