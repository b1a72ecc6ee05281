// @ts-check
// The criteria from the weakest to the strongest by the share of communes that meet them, with a group of communes behind.
import { catalogue, chosenTotals, measure, targets, wholeTotals } from '../state/data.js';
import { groupLabel, measureName } from '../state/display.js';
import { get, set } from '../state/state.js';
import { fixed, number, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { chooser } from '../ui/pieces.js';

/** Share of all communes counted; null while nobody has been assessed. */
const share = area => (area && area.missing < area.count ? area.met / area.count * 100 : null);
const areaOf = (answer, id) => answer.totals.find(one => one.measure === id)?.areas[0];
const percent = value => (value === null ? t('headline.none') : `${fixed(value, 1)}\u00a0%`);

function line(one, isGrouped) {
  const isShown = one.id === measure().id && !get().since;
  return h('li', { 'data-measure': one.id }, h('button', { type: 'button', 'aria-pressed': String(isShown), 'data-focus': `strength-${one.id}`, on: { click: () => set({ measure: one.id, since: '' }) } },
    h('span', { class: 'label' }, one.name), h('span', { class: 'part' }, `${number(one.area?.met ?? 0)}/${number(one.area?.count ?? 0)}`), h('b', {}, percent(one.share)),
    isGrouped && h('em', {}, percent(one.grouped)),
    h('span', { class: 'bar', 'aria-hidden': 'true' }, h('b', { style: `width:${one.share ?? 0}%` }), isGrouped && one.grouped !== null && h('i', { class: 'tick group', style: `left:${one.grouped}%` }),
      one.target !== null && h('i', { class: 'tick target', style: `left:${one.target}%` }))));
}

export function strengths() {
  return live(h('section', { class: 'strengths' }), {
    needs: [catalogue, wholeTotals, chosenTotals, targets], room: 'targets', quiet: [catalogue, targets], keys: ['measure', 'group', 'since'],
    empty: ({ measures }) => !measures.some(one => one.criterion) && t('goals.empty'),
    draw(declared, whole, chosen, planned) {
      const { group } = get();
      const target = id => planned.criteria.find(one => one.measure === id);
      const rows = declared.measures.filter(one => one.criterion).map(one => ({ id: one.id, name: measureName(one), area: areaOf(whole, one.id), share: share(areaOf(whole, one.id)),
        grouped: share(areaOf(chosen, one.id)), target: target(one.id)?.low && target(one.id).of ? target(one.id).low / target(one.id).of * 100 : null }));
      const found = declared.groups.find(one => one.id === group);
      return [h('h3', {}, t('strengths.title')), h('p', { class: 'note' }, t('strengths.note')),
        chooser('strengths-group', t('strengths.group'), [{ id: '', label: t('strengths.none') }, ...declared.groups.map(one => ({ id: one.id, label: groupLabel(one) }))], group, id => set({ group: id })),
        found && h('p', { class: 'note' }, h('i', { class: 'tick group' }), t('strengths.behind', { group: say(found.label) })),
        h('ol', { class: group ? 'grouped' : '' }, rows.sort((one, other) => (one.share ?? -1) - (other.share ?? -1)).map(one => line(one, group !== '')))];
    },
  });
}
