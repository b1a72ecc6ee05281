// @ts-check
// The mark of illustrative data, and behind it what is real and what is not.
import { catalogue } from '../state/data.js';
import { say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';

const list = (title, sets) => sets.length > 0 && [h('h3', {}, title), h('ul', {}, sets.map(set =>
  h('li', {}, h('b', {}, say(set.title)), h('span', {}, say(set.origin)), h('small', {}, t('about.licence', { licence: set.licence })))))];

export function aboutData() {
  return live(h('div', { class: 'about' }), {
    needs: [catalogue], quiet: true,
    draw({ dataSets, illustrative }) {
      const title = h('h2', { id: 'about-title', tabindex: -1 }, t('about.title'));
      const show = () => {
        dialog.showModal();
        title.focus();
      };
      const dialog = h('dialog', { 'aria-labelledby': 'about-title', on: { click: event => event.target === dialog && dialog.close() } },
        h('div', {}, title, h('p', {}, t(illustrative ? 'about.some' : 'about.none')),
          list(t('about.invented'), dataSets.filter(set => set.illustrative)), list(t('about.real'), dataSets.filter(set => !set.illustrative)),
          h('button', { type: 'button', on: { click: () => dialog.close() } }, t('about.close'))));
      return [h('button', { type: 'button', class: illustrative ? 'chip warning' : 'chip', 'data-focus': 'about', on: { click: show } },
        t(illustrative ? 'about.chip' : 'about.data')), dialog];
    },
  });
}
