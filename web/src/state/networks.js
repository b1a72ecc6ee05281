// @ts-check
// The networks of the room of infrastructure: the kind of their sections, the layer they are drawn on, their measures, what is added in the year first, and the criterion that follows from them.

export const NETWORKS = {
  road: { kind: 'road', layer: 'roads', criterion: 2, measures: ['road-hardened-km', 'road-hardened-share', 'commune-access-share', 'village-access-share', 'criterion-2-computed'] },
  canal: { kind: 'canal', layer: 'canals', criterion: 3, measures: ['canal-lined-km', 'canal-lined-share', 'irrigated-area-ha', 'criterion-3-computed'] },
  grid: { kind: 'power_line', layer: 'power-lines', criterion: 4, measures: ['grid-km', 'grid-km-110', 'grid-km-35', 'grid-km-22', 'criterion-4-computed'] },
};

const by = (key, value) => Object.fromEntries(Object.values(NETWORKS).map(one => [one[key], one[value]]));

/** The layer on which sections of a kind are drawn, and the kind of the sections of a layer. */
export const LAYER_OF = by('kind', 'layer');
export const KIND_OF = by('layer', 'kind');

/** What a network opens with: what was added in the year, by commune, in natural breaks, for a few communes build the most. @param {'road'|'canal'|'grid'} network */
export const opening = network => ({ measure: NETWORKS[network].measures[0], method: 'jenks', level: /** @type {'commune'} */ ('commune'), group: '', since: '' });
