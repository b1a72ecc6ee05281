// @ts-check
// How the values spread, in the colours of the classes; a state is counted by class.
import { measure } from '../state/data.js';
import { isShare, isState } from '../state/display.js';
import { isInView, painted } from '../state/painted.js';
import { get } from '../state/state.js';
import { number, t } from '../text.js';
import { h, s } from '../ui/dom.js';
import { live } from '../ui/live.js';
import { fold, hatching } from '../ui/pieces.js';

const [WIDE, HIGH, FOOT, HEAD] = [460, 150, 34, 14];
const MOST_BARS = 24;

/** The least round step that is no smaller. */
function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 2.5, 5, 10].map(one => one * power).find(one => one >= least * 0.9999);
}

/** Bars of numbers: one a whole number where there are few, else equal round steps. */
function bins(values, classes) {
  const figures = values.map(one => one.value).filter(one => one !== null);
  if (!figures.length) return [];
  const [least, high] = [Math.min(...figures), Math.max(...figures)];
  const isWhole = figures.every(Number.isInteger) && high - least < MOST_BARS;
  const step = isWhole || high === least ? 1 : roundStep((high - least) / 16);
  const low = isWhole || high === least ? least : Math.floor(least / step + 1e-9) * step;
  const bars = Array.from({ length: Math.max(1, Math.ceil((high - low) / step - 1e-9) + (isWhole ? 1 : 0)) }, (_, i) => ({ from: low + i * step, counts: new Map() }));
  for (const one of values.filter(value => value.value !== null)) {
    const { counts } = bars[Math.min(bars.length - 1, Math.floor((one.value - low) / step + 1e-9))];
    counts.set(one.class, (counts.get(one.class) ?? 0) + 1);
  }
  return bars.map(bar => ({ label: isShare(measure()) ? `${number(bar.from * 100, 1)}\u00a0%` : number(bar.from, 2), isWhole,
    parts: [...bar.counts].sort(([a], [b]) => a - b).map(([index, count]) => ({ kind: classes.get(index), count })) }));
}

const perClass = answer => answer.legend.classes.map(kind => ({ label: kind.label, isWhole: true, parts: [{ kind, count: kind.count }] }));

function chart(bars, isByClass) {
  const most = Math.max(1, ...bars.map(bar => bar.parts.reduce((sum, part) => sum + part.count, 0)));
  const wide = WIDE / bars.length;
  const tall = count => count / most * (HIGH - FOOT - HEAD);
  const every = Math.ceil(bars.length / (isByClass || bars[0].isWhole ? 24 : 8));
  return s('svg', { viewBox: `0 0 ${WIDE} ${HIGH}`, role: 'img', 'aria-label': bars.map(bar => `${bar.label}: ${bar.parts.reduce((sum, part) => sum + part.count, 0)}`).join(', ') },
    s('defs', {}, bars.flatMap(bar => bar.parts).filter(part => part.kind.hatch).map(part => hatching(`bar-hatch-${part.kind.index}`, part.kind))),
    s('line', { x1: 0, x2: WIDE, y1: HIGH - FOOT, y2: HIGH - FOOT, class: 'axis' }),
    bars.map((bar, i) => {
      let y = HIGH - FOOT;
      const all = bar.parts.reduce((sum, part) => sum + part.count, 0);
      return [bar.parts.map(part => {
        y -= tall(part.count);
        return s('rect', { x: i * wide + wide * 0.08, y, width: wide * 0.84, height: tall(part.count), stroke: '#1d2730', 'stroke-width': 0.6,
          fill: part.kind.hatch ? `url(#bar-hatch-${part.kind.index})` : part.kind.fill, opacity: isInView(part.kind.index) ? 1 : 0.2 });
      }), all > 0 && s('text', { x: (i + 0.5) * wide, y: y - 3, class: 'count' }, number(all)),
      i % every === 0 && s('text', { x: (i + 0.5) * wide, y: HIGH - FOOT + 14, class: 'below' }, bar.label.length > wide / 5.5 ? `${bar.label.slice(0, Math.max(3, Math.floor(wide / 5.8)))}…` : bar.label)];
    }));
}

export function histogram() {
  return live(h('section', { class: 'histogram' }), {
    needs: [painted], room: 'map', quiet: true, keys: ['only', 'since', 'level', 'measure'],
    empty: answer => answer.values.length === 0 && t('legend.nobody'),
    draw(answer) {
      const isByClass = Boolean(answer.change) || isState(measure(), get().level);
      const bars = isByClass ? perClass(answer) : bins(answer.values, new Map(answer.legend.classes.map(one => [one.index, one])));
      const unknown = answer.values.filter(one => one.value === null).length;
      return fold('histogram', t('histogram.title'), bars.length ? chart(bars, isByClass) : h('p', { class: 'empty' }, t('headline.none')),
        !isByClass && unknown > 0 && h('p', { class: 'note' }, t('histogram.unknown', { n: number(unknown) })));
    },
  });
}
