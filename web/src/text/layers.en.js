// @ts-check
// Sentences of the layers over the map, in English.
export default {
  'layers.title': 'Map layers',
  'layers.chosen': 'Map layers ({n})',
  'layers.failed': 'Part of the layers could not be loaded.',
  'layers.closer': 'Zoom in to see this layer.',
  'layers.from-zoom': 'from zoom {zoom}',
  'layer.roads': 'Roads',
  'layer.canals': 'Canals',
  'layer.power-lines': 'Power lines',
  'layer.substations': 'Substations',
  'layer.command-areas': 'Command areas',
  'layer.villages': 'Villages',
  'layer.works': 'Works',
};
