// @ts-check
/** @import { Entry } from './plot.js' */
/** @import { Series } from './pivot.js' */
/** @import { Scene } from './strokes.js' */
/** @import { Text } from './numbers.js' */
import { alpha } from './color.js';

/** What is expected after the last value, beginning at it: dashed, within its band. @param {Scene} scene @param {readonly Series[]} all @param {readonly Series[]} leads @param {readonly string[]} colors @param {Text} long @returns {{ series: object, entry: Entry | undefined }[]} */
export function forecasts(scene, all, leads, colors, long) {
  const part = (/** @type {Series} */ lead, /** @type {string} */ role) => all.find((one) => one.role === role && one.name === lead.name);
  const expected = leads.filter((lead) => part(lead, 'yhat'));
  const banded = !scene.stacked && expected.length <= 4;
  return leads.flatMap((lead, place) => {
    const [middle, lower, upper] = ['yhat', 'lower', 'upper'].map((role) => part(lead, role));
    if (!middle) return [];
    const last = lead.values.findLastIndex((value) => value !== null);
    const future = (/** @type {Series | undefined} */ one) => scene.xs.map((_, index) => (index < last ? null : index === last ? (lead.values[last] ?? null) : (one?.values[index] ?? null)));
    const [values, low, high] = [future(middle), future(lower), future(upper)];
    const color = colors[place] ?? scene.input.theme.accent;
    const common = { type: 'line', name: lead.name, yAxisIndex: scene.axis, showSymbol: false, color, silent: true, tooltip: { show: false } };
    const points = (/** @type {readonly (number | null)[]} */ numbers) => scene.xs.map((x, index) => at(scene, x, numbers[index] ?? null));
    const band = `band ${scene.stack} ${place}`;
    const width = high.map((value, index) => (value === null || (low[index] ?? null) === null ? null : value - (low[index] ?? 0)));
    const area = { ...common, stack: band, stackStrategy: 'all', lineStyle: { opacity: 0 }, emphasis: { disabled: true } };
    const say = (/** @type {number} */ index) => (index <= last || (low[index] ?? null) === null ? long(values[index] ?? null) : `${long(values[index] ?? null)}  (${long(low[index] ?? null)} – ${long(high[index] ?? null)})`);
    const entry = { name: lead.name, color, values: values.map((value, index) => (index === last ? null : value)), say, stack: '' };
    return [
      ...(banded && lower && upper ? [{ series: { ...area, data: points(low), areaStyle: { opacity: 0 } }, entry: undefined }, { series: { ...area, data: points(width), areaStyle: { color: alpha(color, 0.16), opacity: 1 } }, entry: undefined }] : []),
      { series: { ...common, silent: false, tooltip: {}, data: points(values), lineStyle: { color, width: 1.9, type: [5, 4] }, itemStyle: { color } }, entry },
    ];
  });
}

/** @param {Scene} scene @param {unknown} x @param {number | null} value */
const at = ({ category, swapped }, x, value) => (category ? value : swapped ? [value, x] : [x, value]);
