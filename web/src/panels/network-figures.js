// @ts-check
// The room of infrastructure opens with what it is about, and the figures of that network as tiles; each paints the map.
import { catalogue, measure, networkTotals, targets } from '../state/data.js';
import { doubts, findTarget, gapText, limitText, measureName, reachedText, wholeOf, wholeText } from '../state/display.js';
import { NETWORKS, opening } from '../state/networks.js';
import { get, set } from '../state/state.js';
import { date, number, percent, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { segments } from '../ui/pieces.js';
import { doubtList, stateText } from '../ui/targets.js';

const PLACES = 1;
const paint = shown => set({ ...opening(get().network), measure: shown.id, method: shown.kind === 'number' ? 'jenks' : '' });
const choose = network => set({ network: /** @type {any} */ (network), ...opening(/** @type {any} */ (network)) });
const isCount = shown => shown.kind === 'status' || shown.kind === 'flag';

function figure(shown, area, target) {
  if (!area || wholeOf(shown, area) === null) return t('headline.none');
  if (isCount(shown)) return [number(area.met), h('small', {}, ` / ${number(area.count)} · ${percent(area.met / area.count * 100)}`)];
  return wholeText(shown, wholeOf(shown, area), target);
}

/** Where it stands against its target, and how much of a sum is reached. */
const against = target => [h('span', { class: `state ${target.state}` }, stateText(target), target.gap !== null && !target.met && ` · ${gapText(target, PLACES)}`),
  h('small', { class: 'note' }, t('headline.target', { target: limitText(target, PLACES) }), target.nature === 'flow' && target.progress !== null && ` · ${reachedText(target, 1)}`)];

function tile(shown, area, planned) {
  const target = findTarget(planned, shown.id, '');
  const isShown = shown.id === measure().id && get().group === '';
  return h('li', { 'data-figure': shown.id, 'data-state': target?.state ?? '' }, h('button', { type: 'button', 'aria-pressed': String(isShown), 'data-focus': `figure-${shown.id}`, title: t('criteria.paint'), on: { click: () => paint(shown) } },
    h('span', { class: 'label' }, measureName(shown)), h('span', { class: 'big' }, figure(shown, area, target)), target && target.low !== null && against(target)), target && doubtList(doubts(planned, target)));
}

/** The data sets the figures rest on, for the sheet on paper. */
const sources = (declared, ids) => {
  const kinds = new Set(declared.measures.filter(one => ids.includes(one.id)).flatMap(one => one.rests));
  return declared.dataSets.filter(one => kinds.has(one.kind)).map(one => say(one.title)).join('; ');
};

export function networkFigures() {
  return live(h('section', { class: 'network-figures' }), {
    needs: [catalogue, networkTotals, targets], room: 'infrastructure', quiet: [catalogue], keys: ['network', 'measure', 'group'],
    draw(declared, whole, planned) {
      const { network } = get();
      const { measures } = NETWORKS[network];
      const found = measures.map(id => declared.measures.find(one => one.id === id)).filter(Boolean);
      return [h('header', {}, h('h2', {}, t(`network.title.${network}`, { year: whole.asOf.slice(0, 4) })), segments(t('network.about'), Object.keys(NETWORKS).map(id => ({ id, label: t(`network.${id}`) })), network, choose),
        h('button', { type: 'button', class: 'print', 'data-focus': 'print', on: { click: () => print() } }, t('network.print'))),
      h('p', { class: 'note' }, t('goals.as-of', { day: date(whole.asOf), series: t(`series.${whole.series}`) }), whole.illustrative && h('b', { class: 'mark-of' }, ` · ${t('about.chip')}`),
        h('span', { class: 'on-paper' }, `${t('print.source')}: ${sources(declared, measures)} · LangMap`)),
      h('ul', { class: 'tiles' }, found.map(one => tile(one, whole.totals.find(total => total.measure === one.id)?.areas[0], planned)))];
    },
  });
}
