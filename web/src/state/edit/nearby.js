// @ts-check
// What lies around the place where somebody draws, as the register has it: to every decimal, unlike the tiles.
import * as api from '../../api.js';
import { board } from '../board.js';
import { KIND_OF } from '../networks.js';
import { get } from '../state.js';
import { isWithin } from './line.js';

const NETWORK = Object.keys(KIND_OF);
const AREAS = ['communes', 'urban-units'];
const MOST = 3000;
/** So much more than the window is asked for, on each side. */
const PAD = 0.3;

/** isCut: there is more than was sent. */
export const nearby = board({ network: /** @type {any[]} */ ([]), areas: /** @type {any[]} */ ([]), box: /** @type {number[]|null} */ (null), isCut: false });

let stop = new AbortController();
const holds = (outer, inner) => outer && outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** @param {number[]|null} box west, south, east, north of the window; null where it shows too much to draw in */
export async function lookAround(box) {
  if (!box) return nearby.become({ network: [], areas: [], box: null, isCut: false });
  if (holds(nearby.now().box, box)) return undefined;
  stop.abort();
  stop = new AbortController();
  const { signal } = stop;
  const [wide, high] = [(box[2] - box[0]) * PAD, (box[3] - box[1]) * PAD];
  const padded = [box[0] - wide, box[1] - high, box[2] + wide, box[3] + high].map(value => Number(value.toFixed(5)));
  try {
    const asked = { bbox: padded.join(','), limit: MOST };
    const found = await Promise.all([...NETWORK, ...AREAS].map(collection => api.getFeatures(collection, get().asOf, asked, signal)));
    const all = answers => answers.flatMap(answer => answer.features);
    return nearby.become({ network: all(found.slice(0, NETWORK.length)), areas: all(found.slice(NETWORK.length)), box: padded,
      isCut: found.some(answer => answer.numberMatched > answer.numberReturned) });
  } catch {
    return signal.aborted ? undefined : nearby.become({ network: [], areas: [], box: null, isCut: true });
  }
}

/** The communes and towns that hold vertices of a line. @param {number[][]} line @returns {string[]} */
export const placesOf = line => nearby.now().areas.filter(({ geometry }) => line.some(place => isWithin(geometry, place)))
  .map(({ properties }) => [properties.type, properties.name].filter(Boolean).join(' '));

/** What was fetched may no longer be so. */
export const forgetAround = () => nearby.become({ box: null });
