// @ts-check
// Name, search, what is illustrative, language.
import { get, set } from '../state/state.js';
import { t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { segments } from '../ui/pieces.js';

/** @param {...HTMLElement} inside parts other panels bring */
export function topBar(...inside) {
  const languages = [{ id: 'vi', label: 'VI' }, { id: 'en', label: 'EN' }];
  const name = live(h('div', { class: 'brand' }), { draw: () => [h('h1', {}, 'LangMap'), h('p', {}, t('page.subtitle'))] });
  const language = live(h('div', { class: 'language' }), {
    draw: () => segments(t('page.language'), languages, get().lang, lang => set({ lang: /** @type {any} */ (lang) })),
  });
  const skip = live(h('div', { class: 'skip' }), { draw: () => h('a', { href: '#panels' }, t('page.skip')) });
  return h('header', { class: 'top' }, skip, name, ...inside, language);
}
