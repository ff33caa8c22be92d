// @ts-check
/** @import { Cell, Filter, Input } from 'karavel-viz' */
/** @import { Field } from './columns.js' */
/** @import { Measure } from './measures.js' */
import { numeric } from './columns.js';
import { joined } from './labels.js';
import { namesMetric, timeOf } from './measures.js';
import { flag } from './settings.js';
import { sortSeries, sortX } from './order.js';

/**
 * @typedef {object} Series
 * @property {string} name
 * @property {(number | null)[]} values one per x
 * @property {readonly Filter[]} filters what this series is of
 * @property {boolean} compared beside the metric itself, such as the same a year before
 * @property {string} [of] the series that this one is of another time of, or a forecast of
 * @property {string} [metric] name of the metric
 * @property {string} [offset] the other time
 * @property {'' | 'difference' | 'percentage' | 'ratio'} [change]
 * @property {'' | 'yhat' | 'lower' | 'upper'} [role] its part in a forecast
 */
/** As the server names the series beyond the limit. */
const OTHERS = 'Others';

/** @typedef {{ readonly xs: readonly Cell[], readonly series: readonly Series[] }} Pivoted */

/**
 * Long rows (x, dimensions, metrics) as one list of values per series, over the same x.
 * @param {Field} x @param {readonly Field[]} dimensions @param {readonly Measure[]} metrics @param {Input} input @returns {Pivoted}
 */
export function pivot(x, dimensions, metrics, input) {
  const { formData } = input;
  const order = new Map(/** @type {[Cell, number][]} */ ([]));
  for (const value of x.values) if (!order.has(value) && (value !== null || x.type === 'text')) order.set(value, order.size);
  const xs = [...order.keys()];
  if (x.type === 'time' || x.type === 'number') xs.sort((a, b) => Number(a) - Number(b));
  xs.forEach((value, index) => order.set(value, index));

  const texts = dimensions.map((one) => input.formatters.cell(one));
  const several = new Set(metrics.map((one) => one.base ?? one.name)).size > 1 || namesMetric(formData);
  const rest = flag(formData, 'group_others_when_limit_reached', false);
  const found = new Map(/** @type {[string, Series][]} */ ([]));
  for (let row = 0; row < x.values.length; row++) {
    const place = order.get(x.values[row] ?? null);
    if (place === undefined) continue;
    const labels = dimensions.map((one, index) => texts[index]?.(one.values[row]) ?? '');
    for (const metric of metrics) {
      const of = joined([several || labels.length === 0 ? (metric.head ?? metric.label) : '', ...labels]);
      const name = joined([of, timeOf(metric)]);
      const key = `${metric.role ?? ''}|${name}`;
      let series = found.get(key);
      if (!series) {
        // What was put together beyond the limit is no value of the column.
        const filters = rest && labels.every((label) => label === OTHERS) ? [] : dimensions.map((one) => ({ column: one.name, values: [one.values[row] ?? null] }));
        const { offset = '', change = '', role = '' } = metric;
        series = { name, values: new Array(xs.length).fill(null), filters, compared: offset !== '', of, metric: metric.base ?? metric.name, offset, change, role };
        found.set(key, series);
      }
      const value = numeric(metric.values[row]);
      if (value !== null) series.values[place] = (series.values[place] ?? 0) + value;
    }
  }
  const all = [...found.values()];
  const kept = flag(formData, 'show_empty_columns', false) ? all : all.filter((one) => one.values.some((value) => value !== null));
  const sorted = sortSeries(kept.length > 0 ? kept : all, dimensions.length > 0, formData);
  return sortX({ xs, series: sorted }, x, formData);
}

/** @param {readonly (number | null)[]} values */
export const total = (values) => values.reduce((/** @type {number} */ sum, value) => sum + (value ?? 0), 0);

/** Shares instead of values: of everything at one x and one time (row), or of a series' own total (column). @param {Pivoted} pivoted @param {string} mode @returns {Pivoted} */
export function contribution({ xs, series }, mode) {
  const wholes = new Map(/** @type {[string, number[]][]} */ ([]));
  for (const one of series) {
    const whole = wholes.get(one.offset ?? '') ?? xs.map(() => 0);
    one.values.forEach((value, index) => (whole[index] = (whole[index] ?? 0) + Math.abs(value ?? 0)));
    wholes.set(one.offset ?? '', whole);
  }
  const shares = series.map((one) => {
    const own = total(one.values.map((value) => Math.abs(value ?? 0)));
    const base = (/** @type {number} */ index) => (mode === 'column' ? own : (wholes.get(one.offset ?? '')?.[index] ?? 0));
    return { ...one, values: one.values.map((value, index) => (value === null || base(index) === 0 ? null : value / base(index))) };
  });
  return { xs, series: shares };
}
