// @ts-check
// Where the name of an area stands: the place inside it that is furthest from its edge, sideways room counting more.
const STEPS = 18;
const FLAT = 1.6;

const outer = geometry => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
  .sort((one, other) => other[0].length - one[0].length)[0];

/** True if a point lies inside rings, holes left out. */
function isInside([x, y], rings) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[x1, y1], [x2, y2]] = [ring[i], ring[j]];
      if (y1 > y !== y2 > y && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** @param {any} geometry polygon or multipolygon @returns {number[]} longitude, latitude */
export function labelPlace(geometry) {
  const rings = outer(geometry);
  const [ring] = rings;
  const edge = rings.flat().filter((_, i) => i % 2 === 0);
  const [xs, ys] = [ring.map(point => point[0]), ring.map(point => point[1])];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = [(west + east) / 2, (south + north) / 2];
  let most = 0;
  for (let i = 1; i < STEPS; i++) {
    for (let j = 1; j < STEPS; j++) {
      const at = [west + (east - west) * i / STEPS, south + (north - south) * j / STEPS];
      if (!isInside(at, rings)) continue;
      const room = Math.min(...edge.map(([x, y]) => (x - at[0]) ** 2 + ((y - at[1]) * FLAT) ** 2));
      if (room > most) [best, most] = [at, room];
    }
  }
  return best;
}
