// @ts-check
// One line that says it all, and a bar with three ticks: baseline, now, target. It is as high without a bar as with one.
import { catalogue, measure, targets } from '../state/data.js';
import { findTarget, gapText, limitText, measureName, moveText, wholeOf, wholeText } from '../state/display.js';
import { painted } from '../state/painted.js';
import { get } from '../state/state.js';
import { date, number, percent, say, signed, t } from '../text.js';
import { h } from '../ui/dom.js';
import { live } from '../ui/live.js';

const isCount = chosen => chosen.kind === 'status' || chosen.kind === 'flag';

/** True where nobody has been assessed: a nought would be a lie. */
const isUnknown = ({ values, summary }) => summary.mean === null && summary.missing > 0 && values.every(one => one.value === null);

/** The figure of the whole in words. */
function figure(chosen, answer, target) {
  const { summary } = answer;
  if (isUnknown(answer)) return t('headline.nobody', { day: date(answer.asOf) });
  if (!answer.values.length) return t('headline.none');
  if (isCount(chosen)) {
    const of = target?.of ?? summary.count;
    return t('headline.count', { met: number(summary.met), of: number(of), percent: percent(of ? summary.met / of * 100 : 0) });
  }
  const whole = wholeOf(chosen, summary);
  if (whole === null) return t('headline.none');
  const mean = wholeText(chosen, whole, target);
  return chosen.rollUp === 'sum' ? t(chosen.flow ? 'headline.flow' : 'headline.sum', { sum: mean }) : t(chosen.rollUp === 'share' ? 'headline.share' : 'headline.mean', { mean });
}

/** How it stands against the target; compared by the server, before any rounding. */
function against(target, decimals) {
  if (!target || target.low === null) return [t('headline.no-target')];
  const goal = t('headline.target', { target: limitText(target, decimals) });
  if (target.state === 'no_data' || !target.now) return [goal];
  return [goal, target.met ? t('headline.met') : gapText(target, decimals)];
}

function bar(target, now, decimals) {
  if (!target || target.low === null || now === null) return null;
  const baseline = target.baseline?.value ?? null;
  const whole = target.of ?? (target.unit === 'percent' ? 100 : Math.max(target.low, target.high ?? 0, now) * 1.1);
  const at = value => Math.min(100, Math.max(0, value / whole * 100));
  // What is counted anew every year begins at nought: nobody misses a baseline there.
  const points = [['baseline', baseline, number], ['now', now, number], ['target', target.low, () => limitText(target, decimals)]]
    .filter(([kind, value]) => kind !== 'baseline' || value !== null || target.nature !== 'flow');
  const words = points.map(([kind, value, say]) => `${t(`headline.tick.${kind}`)} ${value === null ? t('criteria.not-known') : say(value, decimals)}`);
  return [h('div', { class: 'bar', role: 'img', 'aria-label': words.join(', ') }, h('b', { style: `width:${at(now)}%` }),
    target.high > target.low && h('u', { style: `left:${at(target.low)}%;width:${at(target.high) - at(target.low)}%` }),
    points.map(([kind, value]) => value !== null && h('i', { class: `tick ${kind}`, style: `left:${at(value)}%` }))),
  h('ul', { class: 'ticks', 'aria-hidden': 'true' }, points.map(([kind], i) => h('li', {}, h('i', { class: `tick ${kind}` }), words[i])))];
}

const changeWords = (chosen, { change }) => [t('headline.from-to', { from: date(change.from), to: date(change.to) }),
  'gained' in change.counts ? t('headline.turned', { gained: number(change.counts.gained), lost: number(change.counts.lost), net: signed(change.met) })
    : t('headline.moved', { more: number(change.counts.more), less: number(change.counts.less), by: moveText(chosen, change.by) })];

export function headline() {
  return live(h('section', { class: 'headline', 'aria-live': 'polite' }), {
    needs: [catalogue, painted, targets], quiet: [catalogue, painted], keys: ['group', 'since', 'measure'],
    draw(declared, answer, planned) {
      const chosen = measure();
      const target = findTarget(planned, chosen.id, get().group);
      const group = declared.groups.find(one => one.id === get().group);
      const words = answer.change ? changeWords(chosen, answer) : [figure(chosen, answer, target), ...against(target, chosen.decimals)];
      const now = target?.now?.value ?? null;
      return [h('p', {}, h('strong', {}, measureName(chosen)), group && h('em', {}, say(group.label)), h('span', { class: 'figures' }, words.join(' · '))),
        isUnknown(answer) || !answer.values.length ? null : bar(target, now, chosen.decimals)];
    },
  });
}
