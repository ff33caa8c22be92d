// @ts-check
/** @import { Chart } from 'karavel-viz' */
/** @import { Series } from '../shared/pivot.js' */
import { plot } from '../shared/plot.js';
import { text } from '../shared/settings.js';

/** Change since the first value, as a share of it. @param {Series} series @returns {Series} */
function changed(series) {
  const first = series.values.find((value) => value !== null && value !== 0) ?? null;
  return { ...series, values: series.values.map((value) => (value === null || first === null ? null : (value - first) / Math.abs(first))) };
}

/** @type {Chart} */
export const chart = (input) => {
  const { data, formData } = input;
  // The author's format is of the values; the axis shows shares of the first one.
  const format = text(formData, 'y_axis_format');
  const form = { ...formData, stack: '', logAxis: false, y_axis_format: format.includes('%') ? format : '+.0%', currency_format: undefined };
  return plot({ ...input, formData: form }, [{ data, form, stroke: { mark: 'line' }, axis: 0, shape: changed }], [form]);
};
