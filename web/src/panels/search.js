// @ts-check
// Finds communes, towns and districts by name, accents or not.
import { search } from '../api.js';
import { fullName } from '../state/display.js';
import { get, set } from '../state/state.js';
import { t } from '../text.js';
import { combobox } from '../ui/combobox.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';

const PAUSE = 120;
const pause = () => new Promise(go => setTimeout(go, PAUSE));

const isThere = unit => (!unit.valid.from || unit.valid.from <= get().asOf) && (!unit.valid.to || get().asOf < unit.valid.to);

export function searchField() {
  let turn = 0;
  const found = new Map();

  async function find(typed) {
    const mine = ++turn;
    if (!typed.trim()) return null;
    await pause();
    if (mine !== turn) return [];
    const { results } = await search(typed.trim(), 20);
    return results.filter(isThere).slice(0, 10).map(unit => {
      found.set(unit.code, unit);
      return { id: unit.code, label: fullName(unit), note: unit.district?.name ?? '' };
    });
  }

  function choose({ id }) {
    const { level } = found.get(id);
    const fitting = level === 'district' || level === 'province' ? level : 'commune';
    set({ level: fitting });
    // What was found is shown where it was asked for, if that room has a card to show it on.
    set({ unit: id, room: get().room === 'infrastructure' ? 'infrastructure' : 'map' }, { step: false });
  }

  return live(h('div', { class: 'search', role: 'search' }), {
    draw: () => combobox({ id: 'search', label: t('search.label'), placeholder: t('search.placeholder'), clears: true, find, choose, nothing: t('search.nothing') }),
  });
}
