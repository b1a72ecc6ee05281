// @ts-check
// The money the plan needs, as printed and as it adds up.
import { targets } from '../state/data.js';
import { doubts } from '../state/display.js';
import { fixed, number, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { doubtList } from '../ui/targets.js';

const share = value => (value === null ? '' : `${number(value, 2)}\u00a0%`);

function row(answer, source) {
  const found = doubts(answer, source);
  const differs = source.amount !== source.amountPrinted;
  return [h('tr', {}, h('th', { scope: 'row' }, say(source.label)), h('td', { class: differs ? 'doubted' : '' }, number(source.amountPrinted, 1)), h('td', {}, number(source.amount, 1)),
    h('td', {}, share(source.percentPrinted)), h('td', {}, `${fixed(source.percentRecomputed, 2)}\u00a0%`)),
  found.length > 0 && h('tr', { class: 'doubts' }, h('td', { colspan: 5 }, differs && h('p', {}, t('funding.differs', { printed: number(source.amountPrinted, 1), used: number(source.amount, 1) })), doubtList(found)))];
}

export function funding() {
  return live(h('section', { class: 'funding' }), {
    needs: [targets], room: 'targets', quiet: true,
    empty: answer => !answer.funding && t('goals.empty'),
    draw: answer => [h('h3', {}, t('funding.title')), h('p', { class: 'total' }, t('funding.total', { total: number(answer.funding.totalPrinted, 1) })),
      h('p', { class: 'note' }, t('funding.note')),
      h('div', { class: 'scroll wide', tabindex: 0, role: 'region', 'aria-label': t('funding.title') }, h('table', {},
        h('thead', {}, h('tr', {}, ['source', 'printed', 'used', 'share-printed', 'share-computed'].map(one => h('th', { scope: 'col', class: one === 'source' ? 'words' : '' }, t(`funding.${one}`))))),
        h('tbody', {}, answer.funding.sources.map(source => row(answer, source))),
        h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, t('funding.sum')),
          h('td', {}, number(answer.funding.sumAsPrinted, 1)), h('td', {}, number(answer.funding.sum, 1)), h('td', {}), h('td', {})))))],
  });
}
