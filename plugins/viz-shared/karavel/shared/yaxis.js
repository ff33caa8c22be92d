// @ts-check
/** @import { Input } from 'karavel-viz' */
/** @import { Extent } from './extent.js' */
/** @import { Text } from './numbers.js' */
/** @import { Read } from './part.js' */
import { reach, united } from './extent.js';
import { widthOf } from './labels.js';
import { FONT, lines, quietAxis } from './look.js';
import { bounds, flag, number, text } from './settings.js';

/**
 * A value axis of the parts that are measured on it, and whether its zero needs a line of its own.
 * @param {Input} input whose form data are the axis' @param {readonly Read[]} parts
 * @param {{ texts: { short: Text }, swapped: boolean, second: boolean }} how
 * @returns {{ axis: Record<string, unknown>, zero: boolean }}
 */
export function valueAxis({ formData, size, theme }, parts, { texts, swapped, second }) {
  const quiet = quietAxis(theme);
  const extent = united(parts.map((part) => part.extent));
  const expanded = parts.some((part) => part.stack === 'Expand');
  const stream = parts.some((part) => part.stack === 'Stream');
  const percent = parts.some((part) => part.percent);
  const negative = extent.low < 0;
  const whole = !percent && extent.whole;
  const [low, high] = bounds(formData, 'y_axis_bounds');
  const log = flag(formData, 'logAxis', false);
  const truncated = flag(formData, 'truncateYAxis', false);
  const count = swapped ? Math.max(2, Math.floor(size.width / 110)) : lines(size.height);
  const axis = {
    ...quiet,
    type: log ? 'log' : 'value',
    ...titled(formData, theme, extent, { texts, swapped, second, room: size.height }),
    ...(second ? { position: 'right', alignTicks: !log && low === undefined && high === undefined } : {}),
    splitNumber: count,
    ...(low !== undefined ? { min: low } : {}),
    ...(high !== undefined ? { max: high } : expanded ? { max: 1, interval: size.height < 160 ? 0.5 : 0.25 } : {}),
    ...(stream ? { min: -half(parts), max: half(parts) } : {}),
    ...(low !== undefined && high !== undefined && !log ? evenly(high - low, count) : {}),
    ...(truncated && low === undefined ? { scale: true } : {}),
    ...(whole && !log && !expanded ? { minInterval: 1 } : {}),
    axisLabel: { ...quiet.axisLabel, show: !stream && size.height >= 80, formatter: (/** @type {number} */ value) => texts.short(value), ...(swapped ? { verticalAlign: 'top' } : {}) },
    splitLine: { ...quiet.splitLine, show: !stream && !second },
    ...(flag(formData, 'minorSplitLine', false) ? { minorTick: { show: false, splitNumber: 5 }, minorSplitLine: { show: true, lineStyle: { color: theme.hairline, opacity: 0.5 } } } : {}),
  };
  return { axis, zero: negative && !log && !stream };
}

/** Between two given ends, steps that meet both. @param {number} range @param {number} count */
function evenly(range, count) {
  for (const many of [count, count + 1, count - 1, count + 2]) {
    const step = range / many;
    const [head = 0] = step.toExponential(6).split('e').map(Number);
    if (many > 1 && [1, 2, 2.5, 5].includes(head)) return { interval: step };
  }
  return {};
}

/** Where a stream ends to either side. @param {readonly Read[]} parts */
const half = (parts) => parts.reduce((most, { xs, series }) => xs.reduce((/** @type {number} */ all, _, index) => Math.max(all, series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0) / 2), most), 0) || 1;

/**
 * The title beside the axis, or above it where the author says so or there is no room.
 * @param {Input['formData']} formData @param {Input['theme']} theme @param {Extent} extent
 * @param {{ texts: { short: Text }, swapped: boolean, second: boolean, room: number }} how
 */
function titled(formData, theme, extent, { texts, swapped, second, room }) {
  const title = text(formData, 'y_axis_title');
  if (!title || room < 100) return {};
  const margin = number(formData, 'y_axis_title_margin');
  const style = { color: theme.inkMuted, fontSize: FONT, fontFamily: theme.fontFamily };
  if (swapped) return { name: title, nameLocation: 'middle', nameGap: margin ?? 26, nameTextStyle: { ...style, align: 'center' } };
  // A unit reads better upright.
  if (text(formData, 'y_axis_title_position', 'Left') === 'Top' || widthOf(title, FONT) < 26) return { name: title, nameLocation: 'end', nameGap: margin ?? 10, nameTextStyle: { ...style, align: second ? 'right' : 'left' } };
  const beside = widthOf(texts.short(reach(extent)), FONT) + 18;
  return { name: title, nameLocation: 'middle', nameRotate: second ? -90 : 90, nameGap: Math.max(beside, margin ?? 0), nameTextStyle: { ...style, align: 'center' } };
}
