// @ts-check
// How a feature is drawn, by the rules that came with the layer; the legend is made from the same ones.

/** How thick lines and symbols are at a zoom, as a factor of what the rules say. */
const GROWTH = [[7, 0.5], [9, 0.62], [11, 0.85], [13, 1.15], [15, 1.7], [17, 2.8]];

/** @param {number} zoom of the map */
export function growth(zoom) {
  const above = GROWTH.findIndex(([at]) => at > zoom);
  if (above === 0) return GROWTH[0][1];
  if (above < 0) return GROWTH[GROWTH.length - 1][1];
  const [[low, small], [high, great]] = [GROWTH[above - 1], GROWTH[above]];
  return small + (great - small) * (zoom - low) / (high - low);
}

const fits = (when, is) => Object.entries(when).every(([field, wanted]) => is[field] === wanted);

/**
 * @param {{rules: {when: Record<string, any>, paint: any}[]}} layer
 * @returns {(is: Record<string, any>) => any} the paint of a feature; the same object for the same paint
 */
export function painter({ rules }) {
  const paints = new Map();
  return is => {
    const fitting = rules.map(rule => fits(rule.when, is));
    const key = fitting.join();
    if (!paints.has(key)) paints.set(key, Object.assign({ order: 0 }, ...rules.filter((_, i) => fitting[i]).map(rule => rule.paint)));
    return paints.get(key);
  };
}

/** What a rule is drawn like in the legend: what holds for all, and its own. @param {any} layer @param {any} rule */
export const sample = (layer, rule) => Object.assign({}, ...layer.rules.filter(one => Object.keys(one.when).length === 0).map(one => one.paint), rule.paint);
