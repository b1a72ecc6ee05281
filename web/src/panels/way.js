// @ts-check
// The way from the trunk roads to the centre of the commune, or from there to one of its villages: whether a good road leads there, and which stretches are missing.
import { way as answers } from '../state/network.js';
import { get, set } from '../state/state.js';
import { number, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';

const km = metres => `${number(metres / 1000, metres < 100 ? 3 : 1)}\u00a0km`;

function result(answer) {
  const missing = answer.features.filter(one => !one.properties.good).map(one => one.properties);
  const village = answer.quality === 'hardened';
  const head = village && h('p', {}, h('b', {}, t('way.village', { name: answer.name })), ' ', h('button', { type: 'button', class: 'plain', 'data-focus': 'way-centre', on: { click: () => set({ village: '' }) } }, t('way.centre')));
  const said = (key, values) => t(`way.${village ? 'village.' : ''}${key}`, values);
  if (!answer.connected) return [head, h('p', { class: 'state not_met' }, said('none'))];
  return [head, h('p', { class: `state ${answer.reached ? 'met' : 'not_met'}` }, answer.reached ? said('reached') : said('missing', { km: km(answer.missingM) })),
    answer.features.length > 0 && h('p', { class: 'note' }, h('span', { class: 'key good' }, t('way.good')), missing.length > 0 && h('span', { class: 'key missing' }, t('way.lacking'))),
    missing.length > 0 && h('table', {}, h('tbody', {}, missing.map(one => h('tr', {}, h('th', { scope: 'row' }, one.name ?? one.section, one.name && h('small', {}, ` ${one.section}`)), h('td', {}, km(one.lengthM)))))),
    answer.illustrative && h('p', { class: 'note mark-of' }, t('about.chip'))];
}

export function way() {
  const shown = live(h('div', {}), { needs: [answers], keys: ['way', 'unit', 'village'], when: () => get().way === 'shown', draw: result });
  return live(h('section', { class: 'way', 'aria-live': 'polite' }), {
    keys: ['way'],
    draw: () => [h('button', { type: 'button', class: 'ask', 'aria-expanded': String(get().way === 'shown'), 'data-focus': 'way', on: { click: () => set({ way: get().way === 'shown' ? 'off' : 'shown', village: '' }) } }, t(get().way === 'shown' ? 'way.hide' : 'way.show')), shown],
  });
}
