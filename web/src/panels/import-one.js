// @ts-check
// One import: how its fields are read, what is wrong with it, what it would do; then apply, reject or undo it.
import { choose, decide, desk, lookAt } from '../state/import.js';
import { number, say, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { get } from '../state/state.js';

const STATES = ['new', 'changed', 'unchanged', 'missing', 'faulty'];

const line = (name, label, input) => h('label', { class: 'field' }, h('span', {}, label), input(name));
const text = (value, more = {}) => name => h('input', { type: 'text', name, value: value ?? '', autocomplete: 'off', 'data-focus': `choice-${name}`, ...more });
const tick = (name, label, on) => h('label', {}, h('input', { type: 'checkbox', name, checked: on, 'data-focus': `choice-${name}` }), ' ', label);

/** A value that all features have in a field which the file does not hold. */
function constant({ choices: { constants = {} } }, field) {
  const [id, value] = [`all-${field.name}`, constants[field.name] ?? ''];
  const props = { name: id, 'aria-label': t('import.all-of', { field: say(field) }), title: t('import.all-of', { field: say(field) }), 'data-focus': id };
  return field.choices.length
    ? h('select', props, h('option', { value: '' }, t('import.all')), field.choices.map(word => h('option', { value: word.id, selected: word.id === value }, say(word))))
    : h('input', { ...props, type: 'text', value, placeholder: t('import.all'), autocomplete: 'off' });
}

/** A table from each field of the layer to a field of the file. */
const mapping = (one, layer) => h('table', { class: 'mapping' }, h('caption', {}, t('import.mapping')), h('tbody', {}, layer.fields.map(field => h('tr', {},
  h('th', { scope: 'row' }, h('label', { for: `map-${field.name}` }, say(field), field.required && ' *')),
  h('td', {}, h('div', {}, h('select', { id: `map-${field.name}`, name: `map-${field.name}`, 'data-focus': `map-${field.name}` }, ['', ...one.found.fields].map(source =>
    h('option', { value: source, selected: source === (one.found.mapping[field.name] ?? '') }, source || '–'))),
    !one.found.mapping[field.name] && constant(one, field)))))));

/** What a person can decide, as a form; sending it has the file checked again. */
function choices(one, layer) {
  const { choices: chosen, found } = one;
  const candidates = found.layers.flatMap(each => each.candidates);
  const submit = event => {
    event.preventDefault();
    const field = name => event.target.elements.namedItem(name)?.value.trim() ?? '';
    const on = name => Boolean(event.target.elements.namedItem(name)?.checked);
    const fields = Object.fromEntries(layer.fields.map(({ name }) => [name, field(`map-${name}`)]).filter(([, source]) => source));
    // The fields of another layer, or of another encoding, may have other names.
    const isSameTable = field('sourceLayer') === (chosen.layer ?? '') && field('encoding') === (chosen.encoding ?? '');
    choose({ sourceLayer: field('sourceLayer'), crs: field('crs'), encoding: field('encoding'), swapped: on('swapped'), repair: on('repair'), closeFrom: field('closeFrom'),
      cleanM: field('cleanM') && Number(field('cleanM')), source: field('source'), licence: field('licence'), mapping: found.fields.length && isSameTable ? fields : null,
      constants: Object.fromEntries(layer.fields.map(({ name }) => [name, field(`all-${name}`)]).filter(([, value]) => value)) });
  };
  return h('form', { class: 'decisions', on: { submit } },
    found.layers.length > 1 && line('sourceLayer', t('import.source-layer'), name => h('select', { name }, found.layers.map(each => h('option', { value: each.name, selected: each.name === chosen.layer }, each.name)))),
    found.fields.length > 0 && mapping(one, layer),
    h('div', { class: 'row' }, line('crs', t('import.crs'), text(chosen.crs, { placeholder: found.layers[0]?.crs ?? 'EPSG:9215', list: 'crs-candidates' })),
      h('datalist', { id: 'crs-candidates' }, candidates.map(each => h('option', { value: each.crs }, each.name))),
      line('encoding', t('import.encoding'), text(chosen.encoding, { placeholder: found.layers[0]?.encoding ?? 'UTF-8' })),
      layer.decisions.includes('cleanM') && line('cleanM', t('import.clean'), text(chosen.cleanM, { type: 'number', min: 0.1, max: 100, step: 'any' })),
      layer.decisions.includes('closeFrom') && line('closeFrom', t('import.close-from'), text(chosen.closeFrom, { type: 'date' })),
      line('source', t('import.source'), text(chosen.source)), line('licence', t('import.licence'), text(chosen.licence))),
    h('p', { class: 'checks' }, tick('swapped', t('import.swapped'), chosen.swapped), ' ', tick('repair', t('import.repair'), chosen.repair)),
    h('p', { class: 'tools' }, h('button', { type: 'submit', 'data-focus': 'check' }, t('import.check'))));
}

/** What the server calls a feature, a layer or the whole file. */
const place = text => {
  const [, word, rest] = text.match(/^(feature|layer|file) ?(.*)$/) ?? [];
  return word ? t(`import.place.${word}`, { rest }).trim() : text;
};

/** A field as people call it: by the file's name for it, or by its label where the layer speaks of one of its own. */
const fieldName = (name, layer) => (name === '-' ? '' : say(layer?.fields.find(each => each.name === name)) || name);

const issue = layer => ({ geometry, properties }) => h('li', { class: `issue ${properties.severity}`, 'data-code': properties.code }, h('b', {}, t(`import.severity.${properties.severity}`)), ' ',
  h('small', {}, [place(properties.place), fieldName(properties.field, layer)].filter(Boolean).join(', ')), h('p', {}, `${properties[get().lang].detail} ${properties[get().lang].remedy}`),
  geometry && h('button', { type: 'button', class: 'link', on: { click: () => lookAt(geometry.coordinates) } }, t('import.on-map')));

/** The issues of a file, those of a kind together; of very many only the first are kept. */
function kinds(issues, totals, layer) {
  return [...new Set(issues.map(each => each.properties.code))].map(code => [code, issues.filter(each => each.properties.code === code)]).map(([code, some]) => [some.map(issue(layer)), totals?.[code] > some.length && h('li', { class: 'note' }, t('import.first-of', { n: number(some.length), of: number(totals[code]) }))]);
}

const counts = one => one.counts && h('ul', { class: 'states' }, STATES.filter(state => one.counts[state] > 0).map(state => h('li', { 'data-state': state },
  h('i', { class: `state-${state}`, 'aria-hidden': 'true' }), t(`import.count.${state}`, { n: number(one.counts[state]) }))));

const repaired = features => features.some(each => each.properties.before) && h('p', { class: 'note repaired' }, h('i', { 'aria-hidden': 'true' }), t('import.repaired'));

const act = (word, isBusy) => h('button', { type: 'button', 'data-focus': word, disabled: isBusy, on: { click: () => decide(word, () => {}) } }, t(`import.do.${word}`));

export function importOne() {
  return live(h('section', { class: 'import' }), {
    needs: [desk], when: () => Boolean(desk.read().data.isOpen && desk.read().data.one),
    draw({ one, layers, features, issues, isBusy }) {
      const layer = layers.find(each => each.id === one.layer);
      const isOpen = ['checked', 'failed'].includes(one.state);
      return [h('h3', {}, one.fileName), h('p', { role: 'status', 'data-import-state': one.state }, one.state === 'uploaded'
        ? t('import.checking', { n: number(one.rowsDone), of: one.rowsTotal ? number(one.rowsTotal) : '?' }) : t(`import.state.${one.state}`)), counts(one), repaired(features),
      isOpen && h('p', { class: 'tools' }, one.errors === 0 && act('apply', isBusy), act('reject', isBusy)), one.state === 'applied' && h('p', { class: 'tools' }, act('undo', isBusy)),
      issues.length > 0 && h('div', { class: 'scroll', tabindex: 0, 'data-scroll': 'issues', role: 'group', 'aria-label': t('import.issues') }, h('ul', { class: 'issues' }, kinds(issues, one.found?.issues, layer))),
      isOpen && one.found && layer && choices(one, layer)];
    },
  });
}
