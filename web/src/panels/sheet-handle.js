// @ts-check
// On a phone the panels are a sheet over the map: this pulls it up and down.
import { get, onChange } from '../state/state.js';
import { t } from '../text.js';
import { h, isPhone } from '../ui/dom.js';
import { live } from '../ui/live.js';

const STEPS = ['low', 'half', 'high'];

export function sheetHandle() {
  let step = 'low';
  const host = live(h('div', { class: 'handle' }), {
    draw: () => h('button', { type: 'button', 'aria-expanded': String(step !== 'low'), 'data-focus': 'handle', on: { click: next } },
      h('i'), h('span', {}, t(step === 'high' ? 'sheet.lower' : 'sheet.raise'))),
  });
  const become = chosen => {
    step = chosen;
    document.documentElement.dataset.sheet = step;
    const button = host.querySelector('button');
    button?.setAttribute('aria-expanded', String(step !== 'low'));
    const text = button?.querySelector('span');
    if (text) text.textContent = t(step === 'high' ? 'sheet.lower' : 'sheet.raise');
  };
  const next = () => become(STEPS[(STEPS.indexOf(step) + 1) % STEPS.length]);

  document.documentElement.dataset.sheet = step;
  onChange(changed => {
    if (!isPhone()) return;
    if (changed.has('room')) become(get().room === 'map' ? 'low' : 'high');
    else if (step === 'low' && (changed.has('unit') && get().unit || changed.has('feature') && get().feature)) become('half');
    else if (changed.has('measure') && step === 'high') become('low');
  });
  // A list to choose from needs more room than half.
  addEventListener('focusin', ({ target }) => isPhone() && step === 'half' && /** @type {Element} */ (target).closest('.beside [role="combobox"]') && become('high'));
  addEventListener('sheet', event => isPhone() && become(/** @type {CustomEvent} */ (event).detail));
  if (isPhone() && get().room !== 'map') become('high');
  else if (isPhone() && (get().unit || get().feature)) become('half');
  return host;
}
