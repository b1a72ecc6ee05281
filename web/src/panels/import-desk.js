// @ts-check
// Sending files as the administrator, and all that were sent. Shown at the address #import, and to the administrator from the room of infrastructure.
import { close, desk, leave, open, show, upload } from '../state/import.js';
import { get } from '../state/state.js';
import { say, t } from '../text.js';
import { preview } from '../map/preview.js';
import { h } from '../ui/dom.js';
import { door } from '../ui/door.js';
import { live } from '../ui/live.js';
import { chooser } from '../ui/pieces.js';

const row = (one, layers, chosen) => h('tr', { class: chosen?.id === one.id ? 'chosen' : null, 'data-import': one.id },
  h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', 'data-focus': `import-${one.id}`, on: { click: () => show(one.id) } }, one.fileName)),
  h('td', {}, say(layers.find(layer => layer.id === one.layer))), h('td', {}, t(`import.state.${one.state}`)),
  h('td', {}, new Date(one.history.decidedAt ?? one.history.madeAt).toLocaleString(get().lang === 'vi' ? 'vi-VN' : 'en-GB')));

/** On a phone the panels are a sheet that may be down. */
const rise = () => location.hash === '#import' && dispatchEvent(new CustomEvent('sheet', { detail: 'high' }));

const isAtHand = () => get().room === 'infrastructure' && Boolean(desk.read().data.token);

/** @param {any} map where what is on the desk is drawn */
export function importDesk(map) {
  preview(map, desk);
  addEventListener('hashchange', rise);
  rise();
  let layer = 'roads';
  const sending = ({ layers, isBusy }) => h('div', { class: 'row' },
    chooser('import-layer', t('import.layer'), layers.map(one => ({ id: one.id, label: say(one) })), layer, chosen => {
      layer = chosen;
    }),
    h('label', { class: 'field' }, h('span', {}, t('import.file')), h('input', { type: 'file', id: 'import-file', 'data-focus': 'import-file', disabled: isBusy,
      on: { change: event => event.target.files[0] && upload(layer, event.target.files[0]) } })));

  return live(h('section', { class: 'import' }), {
    needs: [desk], when: () => desk.read().data.isOpen || isAtHand(),
    draw: data => !data.isOpen ? h('p', { class: 'tools' }, h('button', { type: 'button', 'data-focus': 'import-open', on: { click: open } }, t('import.title'))) : [h('header', {}, h('h2', {}, t('import.title')), h('button', { type: 'button', class: 'close', 'aria-label': t('import.close'), on: { click: close } }, '×')),
      data.sentence && h('p', { class: 'failed', role: 'alert' }, data.sentence),
      data.token ? [h('p', { class: 'note' }, t('import.note')), data.layers.length > 0 && sending(data),
        data.imports.length > 0 && h('div', { class: 'scroll', tabindex: 0, 'data-scroll': 'imports', role: 'group', 'aria-label': t('import.history') }, h('table', {}, h('caption', {}, t('import.history')),
          h('thead', {}, h('tr', {}, ['name', 'layer', 'state', 'when'].map(key => h('th', { scope: 'col' }, t(`import.${key}`))))),
          h('tbody', {}, data.imports.map(one => row(one, data.layers, data.one))))),
        h('p', { class: 'tools' }, h('button', { type: 'button', 'data-focus': 'leave', on: { click: leave } }, t('import.leave')))] : door()],
  });
}
