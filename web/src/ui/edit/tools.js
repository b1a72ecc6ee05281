// @ts-check
// What the administrator may do to what is picked on the map: change it, put a work on it, accept one.
import { KIND_OF } from '../../state/networks.js';
import * as sections from '../../state/edit/section.js';
import * as works from '../../state/edit/work.js';
import { t } from '../../text.js';
import { h } from '../dom.js';

const button = (key, code, act) => h('button', { type: 'button', 'data-focus': `${key}-${code}`, on: { click: act } }, t(`edit.${key}`));

const workTools = (code, state) => h('p', { class: 'tools' }, state !== 'accepted' && button('work-accept', code, () => works.accept(code)), button('work-edit', code, () => works.open(code)));

/** @param {string} layer @param {any} is what is picked */
export function ofFeature(layer, is) {
  if (layer === 'works' && is.section) return workTools(is.code, is.state);
  const kind = /** @type {any} */ (KIND_OF)[layer];
  return kind && h('p', { class: 'tools' }, button('section', is.code, () => sections.open(kind, is.code)), button('work-new', is.code, () => works.openNew(kind, is.code)));
}

/** @param {any} work one on the section that is picked */
export const ofWork = work => workTools(work.code, work.state);
