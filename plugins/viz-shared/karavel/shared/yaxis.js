// @ts-check
/** @import { Input } from 'karavel-viz' */
/** @import { Text } from './numbers.js' */
/** @import { Pivoted } from './pivot.js' */
import { FONT, lines, quietAxis } from './look.js';
import { bounds, flag, text } from './settings.js';

/**
 * The value axis, and whether its zero needs a line of its own.
 * @param {Input} input @param {Pivoted['series']} series
 * @param {{ texts: { short: Text }, swapped: boolean, stacked: boolean, expanded: boolean, stream: boolean }} how
 */
export function valueAxis({ formData, size, theme }, series, { texts, swapped, expanded, stream }) {
  const quiet = quietAxis(theme);
  const values = series.flatMap((one) => one.values);
  const negative = values.some((value) => value !== null && value < 0);
  const whole = values.every((value) => value === null || Number.isInteger(value));
  const [low, high] = bounds(formData, 'y_axis_bounds');
  const log = flag(formData, 'logAxis', false);
  const title = text(formData, 'y_axis_title');
  const count = swapped ? Math.max(2, Math.floor(size.width / 110)) : lines(size.height);
  const name = title ? { name: title, nameGap: swapped ? 26 : 10, nameLocation: swapped ? 'middle' : 'end', nameTextStyle: { color: theme.inkMuted, fontSize: FONT, align: swapped ? 'center' : 'left' } } : {};
  const axis = {
    ...quiet,
    type: log ? 'log' : 'value',
    ...name,
    splitNumber: count,
    ...(low !== undefined ? { min: low } : {}),
    ...(high !== undefined ? { max: high } : expanded ? { max: 1, interval: size.height < 160 ? 0.5 : 0.25 } : {}),
    ...(flag(formData, 'truncateYAxis', false) && low === undefined ? { scale: true } : {}),
    ...(whole && !log && !expanded ? { minInterval: 1 } : {}),
    axisLabel: { ...quiet.axisLabel, show: !stream && size.height >= 80, formatter: (/** @type {number} */ value) => texts.short(value), ...(swapped ? { verticalAlign: 'top' } : {}) },
    splitLine: { ...quiet.splitLine, show: !stream },
    ...(flag(formData, 'minorSplitLine', false) ? { minorTick: { show: false }, minorSplitLine: { show: true, lineStyle: { color: theme.hairline, opacity: 0.5 } } } : {}),
  };
  return { axis, zero: negative && !log && !stream };
}
