// @ts-check
// How the state of a target and the doubts about it read.
import { lang, t } from '../text.js';
import { h } from './dom.js';

/** Words for a state, never a nought where nothing is known. */
export const stateText = target => t(`target.${target.state}`);

/** @returns {object} the doubt in the language of the page where it has it, else in English, with the language it is in */
const told = one => (lang() === 'vi' && one.vi ? { lang: 'vi', id: one.id, ...one.vi } : { lang: 'en', ...one });

/** What is doubted, why, and what is used instead. */
export const doubtTexts = found => h('div', { class: 'doubt' }, found.map(told).map(one => h('p', { lang: one.lang },
  h('b', {}, `${one.id} (${one.where}): `), one.printed, '. ', one.reasoning, '. ', h('i', {}, `${t('criteria.use')}: `), one.use)));

/** The doubts about what the plan prints, foldable. */
export const doubtList = found => found.length > 0 && h('details', { class: 'doubt' }, h('summary', { 'data-focus': `doubt-${found.map(one => one.id).join('-')}` }, t('criteria.doubt', { ids: found.map(one => one.id).join(', ') })),
  doubtTexts(found));
