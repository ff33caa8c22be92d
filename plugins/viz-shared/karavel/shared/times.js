// @ts-check
/** @import { Cell, Formatters, Input } from 'karavel-viz' */
import { text } from './settings.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONDAY = 4 * DAY;

/**
 * A distance between ticks: of a fixed length, or of whole months.
 * @typedef {{ readonly length: number, readonly months?: number, readonly level: 'year' | 'month' | 'day' | 'time' }} Step
 */

/** @param {number} count @returns {Step} */
const months = (count) => ({ length: count * 30.4 * DAY, months: count, level: count % 12 === 0 ? 'year' : 'month' });
/** @type {readonly Step[]} */
const STEPS = [
  ...[1, 5, 15, 30].map((count) => /** @type {Step} */ ({ length: count * SECOND, level: 'time' })),
  ...[1, 5, 15, 30].map((count) => /** @type {Step} */ ({ length: count * MINUTE, level: 'time' })),
  ...[1, 3, 6, 12].map((count) => /** @type {Step} */ ({ length: count * HOUR, level: 'time' })),
  ...[1, 2, 7, 14].map((count) => /** @type {Step} */ ({ length: count * DAY, level: 'day' })),
  ...[1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].map(months),
];
const LABEL_WIDTH = { year: 36, month: 29, day: 26, time: 40 };

/** Distance between the points in time of a grain, or of what lies closest in the data. @param {readonly number[]} times ascending @param {string} grain */
export function closest(times, grain) {
  const [, time = '', count = '', unit = ''] = /P(T?)(\d+)([YMWDHS])/.exec(grain) ?? [];
  const length = { Y: 365 * DAY, M: time ? MINUTE : 28 * DAY, W: 7 * DAY, D: DAY, H: HOUR, S: SECOND }[unit];
  if (length) return length * Number(count);
  return times.slice(1).reduce((least, next, index) => Math.min(least, next - (times[index] ?? next)), Infinity);
}

/** @param {number} low @param {number} high @param {Step} step @param {number} phase a moment that weeks start at */
function regular(low, high, step, phase) {
  if (step.months) {
    const first = new Date(low).getUTCFullYear() * 12 + new Date(low).getUTCMonth();
    const ticks = [];
    for (let month = Math.floor(first / step.months) * step.months; ; month += step.months) {
      const time = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
      if (time > high) return ticks;
      if (time >= low) ticks.push(time);
    }
  }
  const start = step.level === 'day' ? phase : 0;
  const ticks = [];
  for (let time = start + Math.ceil((low - start) / step.length) * step.length; time <= high; time += step.length) ticks.push(time);
  return ticks;
}

/**
 * Moments to write on an axis: every one in the data when they fit, else round ones of the calendar.
 * @param {readonly number[]} times ascending, distinct @param {number} width @param {string} grain
 * @param {number} [labelWidth] when labels are all alike @param {boolean} [single] days are named with their month
 * @returns {{ times: readonly number[], level: Step['level'] }}
 */
export function ticks(times, width, grain, labelWidth, single = false) {
  const widthOf = (/** @type {Step['level']} */ level) => labelWidth ?? (single && level === 'day' ? 44 : LABEL_WIDTH[level]);
  const [low = 0, high = low] = [times[0], times[times.length - 1]];
  const gap = closest(times, grain);
  const natural = STEPS.findLast((step) => step.length <= gap * 1.1)?.level ?? 'time';
  const least = gap >= 27 * DAY ? gap * 0.9 : Math.min(gap, DAY);
  if (times.length * widthOf(natural) <= width) return { times, level: natural };
  const phase = gap >= 7 * DAY && gap < 27 * DAY ? low : MONDAY;
  for (const step of STEPS) {
    const room = width / widthOf(step.level);
    if (step.length < least || (high - low) / step.length + 1 > room) continue;
    return { times: regular(low, high, step, phase), level: step.level };
  }
  return { times: [low, high], level: 'year' };
}

/**
 * Axis labels: the part that changes from tick to tick, below it the rest where it begins.
 * @param {Formatters} formatters @param {readonly number[]} times @param {Step['level']} level @param {{ quarters: boolean, below: boolean }} style
 * @returns {Map<number, string>}
 */
export function tickLabels(formatters, times, level, { quarters, below }) {
  const inner = formatters.time({ year: '%Y', month: quarters ? 'Q%q' : '%b', day: '%-d', time: times.some((time) => time % MINUTE !== 0) ? '%H:%M:%S' : '%H:%M' }[level]);
  const outer = { year: undefined, month: '%Y', day: '%b', time: '%b %-d' }[level];
  const [context, year] = [formatters.time(outer), formatters.time('%Y')];
  const labels = new Map();
  let previous = '';
  for (const time of times) {
    const word = outer === undefined ? '' : context(time) + (level === 'day' && previous.slice(-4) !== year(time) ? ` ${year(time)}` : '');
    const key = outer === undefined ? '' : `${context(time)} ${year(time)}`;
    const begins = key !== previous;
    const single = { year: inner(time), month: begins && previous !== '' ? year(time) : inner(time), day: `${formatters.time('%b %-d')(time)}`, time: inner(time) }[level];
    labels.set(time, !below ? single : begins && word ? `${inner(time)}\n${word}` : inner(time));
    previous = key;
  }
  return labels;
}

const TOOLTIP = /** @type {readonly (readonly [number, string])[]} */ ([[360 * DAY, '%Y'], [85 * DAY, 'Q%q %Y'], [27 * DAY, '%B %Y'], [DAY, '%a, %b %-d, %Y'], [MINUTE, '%b %-d, %Y %H:%M'], [0, '%b %-d, %Y %H:%M:%S']]);

/** A moment in full, as fine as the data is. @param {Input} input @param {readonly number[]} times ascending, distinct @returns {(value: Cell | undefined) => string} */
export function momentText({ formatters, formData }, times) {
  const chosen = text(formData, 'tooltipTimeFormat');
  if (chosen && !chosen.startsWith('smart_date')) return formatters.time(chosen);
  const gap = closest(times, text(formData, 'time_grain_sqla'));
  const least = Number.isFinite(gap) ? gap : times.every((time) => time % DAY === 0) ? DAY : MINUTE;
  const whole = least >= 27 * DAY && times.some((time) => new Date(time).getUTCDate() !== 1) ? DAY : least;
  return formatters.time(TOOLTIP.find(([length]) => length <= whole)?.[1]);
}
