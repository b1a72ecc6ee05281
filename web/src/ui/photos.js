// @ts-check
// Photographs of a work, its proof: small ones in a row, each opens large; who may sends more and takes out. Loaded where there are some.
import { list, maySend, placeOf, remove, send } from '../state/photos.js';
import { addTexts, date, explain, number, t } from '../text.js';
import vi from '../text/photos.vi.js';
import en from '../text/photos.en.js';
import { fill, h } from './dom.js';

addTexts({ vi, en });
document.head.append(h('link', { rel: 'stylesheet', href: '/app/css/photos.css' }));

const about = (photo, work) => photo.caption || t('photo.of', { work: work.name ?? work.code });
const words = (photo, work) => [about(photo, work), photo.takenOn && t('photo.taken', { day: date(photo.takenOn) })].filter(Boolean).join(', ');

/**
 * Opens the photographs large, at one of them.
 * @param {any} work @param {any[]} photos @param {number} first @param {(id: string) => Promise<void>} takeOut
 */
function enlarge(work, photos, first, takeOut) {
  const dialog = h('dialog', { class: 'photo', 'aria-label': t('photo.title'), on: { close: () => dialog.remove() } });
  const button = (key, sign, act, more = {}) => h('button', { type: 'button', 'aria-label': t(key), title: t(key), 'data-focus': key, on: { click: act }, ...more }, sign);

  /** Out at the second click only. */
  const bin = photo => h('button', { type: 'button', class: 'bin', 'data-focus': 'photo-bin', on: { click: event => {
    if (event.target.dataset.sure) takeOut(photo.id).then(() => dialog.close());
    event.target.dataset.sure = 'yes';
    event.target.textContent = t('photo.sure');
  } } }, t('photo.remove'));

  function show(index) {
    const photo = photos[index];
    fill(dialog, h('img', { src: placeOf(work.code, photo.id, 'whole'), alt: words(photo, work), width: photo.width, height: photo.height }),
      h('p', {}, h('span', {}, words(photo, work), photos.length > 1 && h('small', {}, ` ${t('photo.number', { n: number(index + 1), of: number(photos.length) })}`)),
        maySend() && bin(photo), photos.length > 1 && [button('photo.before', '‹', () => show((index + photos.length - 1) % photos.length)),
          button('photo.after', '›', () => show((index + 1) % photos.length))], button('photo.close', '×', () => dialog.close(), { autofocus: true })));
  }
  show(first);
  document.body.append(dialog);
  dialog.showModal();
}

/** A form to send one more. @param {any} work @param {() => Promise<void>} sent */
function form(work, sent) {
  const said = h('p', { role: 'status' });
  const submit = async event => {
    event.preventDefault();
    const { photo, caption } = event.target.elements;
    fill(said, t('photo.sending'));
    try {
      await send(work.code, photo.files[0], caption.value.trim());
      await sent();
    } catch (trouble) {
      fill(said, explain(trouble));
    }
  };
  return h('form', { on: { submit } }, h('label', { class: 'field' }, h('span', {}, t('photo.file')), h('input', { type: 'file', name: 'photo', accept: 'image/jpeg,image/png', required: true, 'data-focus': 'photo-file' })),
    h('label', { class: 'field' }, h('span', {}, t('photo.caption')), h('input', { name: 'caption', maxlength: 200, autocomplete: 'off', 'data-focus': 'photo-caption' })),
    h('button', { type: 'submit', 'data-focus': 'photo-send' }, t('photo.send')), said);
}

/** Fills a place with the photographs of a work. @param {HTMLElement} host @param {any} work */
export async function show(host, work) {
  const photos = work.photos > 0 || host.dataset.photos ? await list(work.code).catch(() => []) : [];
  host.dataset.photos = String(photos.length);
  const again = () => show(host, work);
  const takeOut = id => remove(work.code, id).then(again);
  fill(host, photos.length > 0 && h('ul', { 'aria-label': t('photo.title') }, photos.map((photo, index) => h('li', {}, h('button', { type: 'button', title: t('photo.open'), 'data-focus': `photo-${photo.id}`,
    on: { click: () => enlarge(work, photos, index, takeOut) } }, h('img', { src: placeOf(work.code, photo.id, 'small'), alt: words(photo, work), loading: 'lazy', height: 72 }))))),
  maySend() && h('details', {}, h('summary', { 'data-focus': 'photo-add' }, t('photo.add')), form(work, again)));
}
