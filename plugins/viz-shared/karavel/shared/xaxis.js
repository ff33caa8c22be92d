// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Field } from './columns.js' */
import { labelOf } from './columns.js';
import { fit, twoLines, widthOf } from './labels.js';
import { FONT, quietAxis } from './look.js';
import { bounds, flag, number, text } from './settings.js';
import { momentText, tickLabels, ticks } from './times.js';

/**
 * The axis of the x column, wherever it lies.
 * @typedef {object} XAxis
 * @property {Record<string, unknown>} axis
 * @property {'category' | 'time' | 'value'} kind
 * @property {(value: Cell | undefined) => string} label one x in full
 */

/** @param {Input} input @param {Field} x @param {readonly Cell[]} xs @param {boolean} bars @returns {XAxis['kind']} */
export function kindOf({ formData }, x, xs, bars) {
  if (flag(formData, 'xAxisForceCategorical', false) || flag(formData, 'x_axis_force_categorical', false)) return 'category';
  if (x.type === 'time') return 'time';
  return x.type === 'number' && xs.length > 1 && !(bars && xs.length <= 60) ? 'value' : 'category';
}

/**
 * @param {Input} input @param {Field} x @param {readonly Cell[]} xs
 * @param {{ bars: boolean, upright: boolean, length: number }} place `length`: pixels along the axis; `upright`: it runs from top to bottom
 * @returns {XAxis}
 */
export function xAxis(input, x, xs, place) {
  const { axis, ...rest } = plainAxis(input, x, xs, place);
  const { formData, theme } = input;
  const minor = flag(formData, 'minorTicks', false) ? { minorTick: { show: true, length: 3, splitNumber: 5, lineStyle: { color: theme.hairline } }, axisTick: { .../** @type {object} */ (axis.axisTick), show: true, length: 5, lineStyle: { color: theme.hairline } } } : {};
  return { ...rest, axis: { ...axis, ...minor, ...titled(input, place) } };
}

/** @param {Input} input @param {{ upright: boolean }} place */
function titled({ formData, size, theme }, { upright }) {
  const title = text(formData, 'x_axis_title');
  if (!title || size.height < 110) return {};
  const margin = number(formData, 'x_axis_title_margin');
  const style = { fontSize: FONT, color: theme.inkMuted, fontFamily: theme.fontFamily };
  if (upright) return { name: title, nameLocation: 'start', nameGap: 6, nameTextStyle: { ...style, align: 'left' } };
  return { name: title, nameLocation: 'middle', nameGap: Math.max(margin ?? 0, 26), nameTextStyle: style };
}

/** The ends of an axis of numbers: the data's, unless the author says otherwise. @param {Input} input @param {boolean} bars */
function ends({ formData }, bars) {
  const [low, high] = bounds(formData, 'xAxisBounds');
  const truncated = flag(formData, 'truncateXAxis', true);
  const own = bars || !truncated ? undefined : true;
  return { min: low ?? (own && 'dataMin'), max: high ?? (own && 'dataMax'), scale: truncated };
}

/** @param {Input} input @param {Field} x @param {readonly Cell[]} xs @param {{ bars: boolean, upright: boolean, length: number }} place @returns {XAxis} */
function plainAxis(input, x, xs, place) {
  const kind = kindOf(input, x, xs, place.bars);
  const quiet = quietAxis(input.theme);
  const gap = place.bars ? {} : { boundaryGap: false };
  if (kind === 'time') {
    const times = /** @type {number[]} */ (xs.filter((value) => typeof value === 'number'));
    return { kind, label: momentText(input, times), axis: { ...quiet, type: 'time', inverse: place.upright, ...timeLabels(input, times, place, quiet) } };
  }
  const format = text(input.formData, 'xAxisFormat') || text(input.formData, 'x_axis_number_format');
  const label = x.type === 'time' ? timeName(input) : labelOf(input, x, format && format !== 'SMART_NUMBER' ? format : undefined);
  if (kind === 'value') {
    const short = Math.abs(Number(xs[xs.length - 1] ?? 0)) < 10_000 ? label : input.formatters.number('SMART_NUMBER');
    const count = Math.max(2, Math.floor(place.length / (place.upright ? 30 : 70)));
    return { kind, label, axis: { ...quiet, type: 'value', ...ends(input, place.bars), splitNumber: count, axisLabel: { ...quiet.axisLabel, formatter: short } } };
  }
  const names = xs.map(label);
  const axisLabel = { ...quiet.axisLabel, ...(place.upright ? sideLabels(input, names) : categoryLabels(input, names, place.length / Math.max(1, names.length))) };
  return { kind, label, axis: { ...quiet, type: 'category', data: names, inverse: place.upright, ...gap, ...(xs.length === 1 ? { boundaryGap: true } : {}), axisLabel } };
}

/** A moment as a category. @param {Input} input */
function timeName({ formData, formatters }) {
  const format = text(formData, 'x_axis_time_format', 'smart_date');
  return formatters.time(format.startsWith('smart_date') || format === 'adaptive' ? undefined : format, text(formData, 'time_grain_sqla') || undefined);
}

/** @param {Input} input @param {readonly number[]} times @param {{ upright: boolean, length: number }} place @param {ReturnType<typeof quietAxis>} quiet */
function timeLabels(input, times, place, quiet) {
  const { formData, formatters, size } = input;
  const format = text(formData, 'x_axis_time_format', 'smart_date');
  const own = format.startsWith('smart_date') || format === 'adaptive' ? undefined : formatters.time(format);
  if (flag(formData, 'zoomable', false)) return { axisLabel: { ...quiet.axisLabel, formatter: own ?? formatters.time('smart_date') } };
  const grain = text(formData, 'time_grain_sqla');
  const width = own ? widthOf(own(times[times.length - 1]), FONT) + 12 : undefined;
  const style = { quarters: grain === 'P3M', below: !place.upright && size.height >= 170 };
  const chosen = ticks(times, place.length, grain, place.upright ? 22 : width, !style.below);
  const labels = own ? undefined : tickLabels(formatters, chosen.times, chosen.level, style);
  const formatter = (/** @type {number} */ value) => (own ? own(value) : (labels?.get(value) ?? ''));
  const values = [...chosen.times];
  return { axisLabel: { ...quiet.axisLabel, customValues: values, lineHeight: 14, verticalAlign: 'top', hideOverlap: !labels, formatter }, axisTick: { show: false, customValues: values } };
}

/** Names beside a bar: cut, never crowding out the plot. @param {Input} input @param {readonly string[]} names */
const sideLabels = ({ size }, names) => {
  const longest = names.reduce((most, name) => Math.max(most, widthOf(name, FONT)), 0);
  return { width: Math.min(Math.ceil(longest) + 8, Math.max(50, size.width * 0.36)), overflow: 'truncate', ellipsis: '…' };
};

/** Names below a bar: as they are, else on two lines, else slanted and cut; only crowds are thinned out. @param {Input} input @param {readonly string[]} names @param {number} slot */
function categoryLabels({ formData, size }, names, slot) {
  const asked = number(formData, 'xAxisLabelRotation') ?? number(formData, 'x_axis_label_rotation') ?? 0;
  const longest = names.reduce((most, name) => Math.max(most, widthOf(name, FONT)), 0);
  const most = Math.max(44, Math.min(120, size.height * 0.28));
  const every = formData.x_axis_label_interval;
  const thin = every === '0' || every === 0 ? { interval: 0 } : slot < 15 ? { interval: 'auto' } : { interval: 0 };
  if (asked !== 0) return { ...thin, rotate: asked, width: most, overflow: 'truncate', hideOverlap: slot < 15 };
  if (longest <= slot - 6) return { interval: 0 };
  if (longest < 44) return { interval: 'auto' };
  const wrapped = size.height >= 160 ? names.map((name) => twoLines(name, slot - 8, FONT)) : [];
  if (wrapped.length > 0 && wrapped.every((name) => name !== undefined)) return { interval: 0, lineHeight: 13, formatter: (/** @type {string} */ name, /** @type {number} */ index) => wrapped[index] ?? name };
  if (slot >= 64) return { interval: 0, formatter: (/** @type {string} */ name) => fit(name, slot - 10, FONT) };
  return { ...thin, rotate: 38, hideOverlap: slot < 15, formatter: (/** @type {string} */ name) => fit(name, most, FONT) };
}
