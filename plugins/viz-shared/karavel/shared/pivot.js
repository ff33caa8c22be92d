// @ts-check
/** @import { Cell, Filter, FormData, Input } from 'karavel-viz' */
/** @import { Field } from './columns.js' */
import { numeric } from './columns.js';
import { flag, text } from './settings.js';
import { joined } from './labels.js';

/**
 * @typedef {object} Series
 * @property {string} name
 * @property {(number | null)[]} values one per x
 * @property {readonly Filter[]} filters what this series is of
 * @property {boolean} compared beside the metric itself, such as the same a year before
 */
/** @typedef {{ readonly xs: readonly Cell[], readonly series: readonly Series[] }} Pivoted */

/**
 * Long rows (x, dimensions, metrics) as one list of values per series, over the same x.
 * @param {Field} x @param {readonly Field[]} dimensions @param {readonly Field[]} metrics @param {Input} input @returns {Pivoted}
 */
export function pivot(x, dimensions, metrics, input) {
  const order = new Map(/** @type {[Cell, number][]} */ ([]));
  for (const value of x.values) if (!order.has(value) && (value !== null || x.type === 'text')) order.set(value, order.size);
  const xs = [...order.keys()];
  if (x.type === 'time' || x.type === 'number') xs.sort((a, b) => Number(a) - Number(b));
  xs.forEach((value, index) => order.set(value, index));

  const texts = dimensions.map((one) => input.formatters.cell(one));
  const found = new Map(/** @type {[string, Series][]} */ ([]));
  for (let row = 0; row < x.values.length; row++) {
    const place = order.get(x.values[row] ?? null);
    if (place === undefined) continue;
    const labels = dimensions.map((one, index) => texts[index]?.(one.values[row]) ?? '');
    for (const metric of metrics) {
      const name = joined([metrics.length > 1 || labels.length === 0 ? metric.label : '', ...labels]);
      let series = found.get(name);
      if (!series) {
        const filters = dimensions.map((one) => ({ column: one.name, values: [one.values[row] ?? null] }));
        series = { name, values: new Array(xs.length).fill(null), filters, compared: /__\d+ \w+ (ago|before)$/.test(metric.name) };
        found.set(name, series);
      }
      const value = numeric(metric.values[row]);
      if (value !== null) series.values[place] = (series.values[place] ?? 0) + value;
    }
  }
  return sortX({ xs, series: sorted([...found.values()], dimensions.length > 0, input.formData) }, x, input.formData);
}

/** @param {readonly (number | null)[]} values */
export const total = (values) => values.reduce((/** @type {number} */ sum, value) => sum + (value ?? 0), 0);

/** @param {Series[]} series @param {boolean} grouped @param {FormData} form */
function sorted(series, grouped, form) {
  // Metrics stay as the author listed them.
  const by = grouped ? text(form, 'sort_series_type', 'sum') : '';
  const direction = flag(form, 'sort_series_ascending', false) ? 1 : -1;
  const present = (/** @type {Series} */ one) => one.values.filter((value) => value !== null);
  const rank = {
    sum: (/** @type {Series} */ one) => total(one.values),
    max: (/** @type {Series} */ one) => present(one).reduce((a, b) => Math.max(a, b), -Infinity),
    min: (/** @type {Series} */ one) => present(one).reduce((a, b) => Math.min(a, b), Infinity),
    avg: (/** @type {Series} */ one) => total(one.values) / (present(one).length || 1),
  }[by];
  if (rank) return series.sort((a, b) => direction * (rank(a) - rank(b)));
  return by === 'name' ? series.sort((a, b) => direction * (a.name < b.name ? -1 : 1)) : series;
}

/** @param {Pivoted} pivoted @param {Field} x @param {FormData} form @returns {Pivoted} */
function sortX(pivoted, x, form) {
  const by = text(form, 'x_axis_sort');
  if (!by || x.type === 'time') return pivoted;
  const { xs, series } = pivoted;
  const order = xs.map((_, index) => index);
  const sum = (/** @type {number} */ index) => series.reduce((all, one) => all + (one.values[index] ?? 0), 0);
  const ascending = flag(form, 'x_axis_sort_asc', true) ? 1 : -1;
  order.sort((a, b) => ascending * (by === x.name ? (String(xs[a]) < String(xs[b]) ? -1 : 1) : sum(a) - sum(b)));
  const reordered = series.map((one) => ({ ...one, values: order.map((index) => one.values[index] ?? null) }));
  return { xs: order.map((index) => xs[index] ?? null), series: reordered };
}

/** Shares instead of values: of everything at one x (row), or of a series' own total (column). @param {Pivoted} pivoted @param {string} mode @returns {Pivoted} */
export function contribution({ xs, series }, mode) {
  const whole = xs.map((_, index) => series.reduce((sum, one) => sum + Math.abs(one.values[index] ?? 0), 0));
  const shares = series.map((one) => {
    const own = total(one.values.map((value) => Math.abs(value ?? 0)));
    const base = (/** @type {number} */ index) => (mode === 'column' ? own : (whole[index] ?? 0));
    return { ...one, values: one.values.map((value, index) => (value === null || base(index) === 0 ? null : value / base(index))) };
  });
  return { xs, series: shares };
}
