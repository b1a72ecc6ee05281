// @ts-check
// Puts the page together: the frame, the map that never leaves, and the panels of both rooms.
import { token } from './state/administrator.js';
import { get, onChange } from './state/state.js';
import { catalogue } from './state/data.js';
import { addTexts, t, useLanguage } from './text.js';
import { h } from './ui/dom.js';
import { aboutData } from './panels/about-data.js';
import { card } from './panels/card.js';
import { change } from './panels/change.js';
import { criteria } from './panels/criteria.js';
import { districts } from './panels/districts.js';
import { funding } from './panels/funding.js';
import { goals } from './panels/goals.js';
import { headline } from './panels/headline.js';
import { histogram } from './panels/histogram.js';
import { layers } from './panels/layers.js';
import { legend } from './panels/legend.js';
import { marks } from './panels/marks.js';
import { mapPanel } from './panels/map.js';
import { rail } from './panels/rail.js';
import { ranking } from './panels/ranking.js';
import { searchField } from './panels/search.js';
import { settings } from './panels/settings.js';
import { sheetHandle } from './panels/sheet-handle.js';
import { strengths } from './panels/strengths.js';
import { takeAway } from './panels/take-away.js';
import { tiles } from './panels/tiles.js';
import { time } from './panels/time.js';
import { topBar } from './panels/top-bar.js';
import { way } from './panels/way.js';
import { why } from './panels/why.js';

const speak = () => {
  useLanguage(get().lang);
  document.documentElement.lang = get().lang;
  document.documentElement.dataset.room = get().room;
  document.title = t('page.title');
};

speak();
onChange(speak);

let map = null;
const overMap = (made, tools) => {
  map = made;
  return tiles(made, tools);
};
const unitCard = card(why(), way());
const infrastructure = h('div', { class: 'room' });
const panels = h('div', { class: 'panels' },
  settings(), layers(), marks(), unitCard, infrastructure, goals(), criteria(), strengths(), districts(), funding(), ranking(), histogram(), change(), takeAway());
const beside = h('section', { class: 'beside' }, sheetHandle(), panels);
const column = h('div', { class: 'column' }, headline(), h('div', { class: 'plate' }, mapPanel(overMap), legend()), time());
const page = h('main', { class: 'page' }, column, beside);
document.body.replaceChildren(topBar(searchField(), aboutData()), rail(), page);

// The frame waits for nothing; once the catalogue says what there is, the whole page speaks of it.
catalogue.on(speak);

/** What the room of infrastructure is made of is only sent to who goes there. */
async function furnish() {
  if (get().room !== 'infrastructure' || infrastructure.dataset.state) return;
  infrastructure.dataset.state = 'asked';
  const [{ networkFigures }, { progress }, { networkTable }, { watch }, { keepOnPaper }] = await Promise.all([
    import('./panels/network-figures.js'),
    import('./panels/progress.js'),
    import('./panels/network-table.js'),
    import('./panels/watch.js'),
    import('./ui/paper.js'),
  ]);
  keepOnPaper(column, () => get().room === 'infrastructure');
  infrastructure.replaceChildren(networkFigures(), progress(), networkTable(), watch());
}

onChange(furnish);
furnish();

/** Sends for a part of the page as soon as it is wanted, once. @param {string} part @param {() => unknown} isWanted @param {() => Promise<void>} send */
function once(part, isWanted, send) {
  const look = () => {
    if (panels.dataset[part] || !isWanted()) return;
    panels.dataset[part] = 'asked';
    send();
  };
  onChange(look);
  look();
}

// What is picked on the map is only told to who picks.
once('picked', () => get().feature, () =>
  import('./panels/feature.js').then(({ picked }) => unitCard.before(picked())));

// Layers are taken away as files in that room, and from the map once one of them is on it.
once('exports', () => get().room === 'infrastructure' || get().layers.length, () =>
  import('./panels/exports.js').then(({ exports }) => panels.append(exports())));

/** What only the administrator needs is only sent for at its address, or in the room of infrastructure once the token was entered. */
async function importing() {
  const isAtHand = get().room === 'infrastructure' && token();
  if (location.hash !== '#import' && !isAtHand || panels.dataset.desk) return;
  panels.dataset.desk = 'asked';
  const [vi, en, viEdit, enEdit, viFacts, enFacts] = await Promise.all([
    import('./text/import.vi.js'),
    import('./text/import.en.js'),
    import('./text/edit.vi.js'),
    import('./text/edit.en.js'),
    import('./text/facts.vi.js'),
    import('./text/facts.en.js'),
  ]);
  addTexts({ vi: { ...vi.default, ...viEdit.default, ...viFacts.default }, en: { ...en.default, ...enEdit.default, ...enFacts.default } });
  const [{ importDesk }, { importOne }, { editDesk }, { drawingBoard }] = await Promise.all([
    import('./panels/import-desk.js'),
    import('./panels/import-one.js'),
    import('./panels/edit-desk.js'),
    import('./panels/edit-board.js'),
  ]);
  document.head.append(h('link', { rel: 'stylesheet', href: '/app/css/import.css' }), h('link', { rel: 'stylesheet', href: '/app/css/edit.css' }));
  panels.prepend(editDesk(map, drawingBoard), importDesk(map), importOne());
}
addEventListener('hashchange', importing);
onChange(importing);
importing();
