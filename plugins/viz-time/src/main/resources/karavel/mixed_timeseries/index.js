// @ts-check
/** @import { Chart, FormData } from 'karavel-viz' */
import { plot } from '../shared/plot.js';
import { flag, number } from '../shared/settings.js';
import { strokeOf } from '../shared/strokeOf.js';

/** Settings of how the second question is drawn end in B, those of what it asks in _b. */
const DRAWN = ['seriesType', 'area', 'stack', 'opacity', 'markerEnabled', 'markerSize', 'show_value', 'only_total', 'yAxisIndex'];
const OTHER_ENDS = /_b$/;

/** The settings as the second question reads them. @param {FormData} form @returns {FormData} */
function second(form) {
  const own = Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (OTHER_ENDS.test(name) ? [[name.replace(OTHER_ENDS, ''), value]] : [])));
  const drawn = Object.fromEntries(DRAWN.map((name) => [name, form[`${name}B`]]));
  return { ...form, groupby: [], metrics: [], time_compare: [], comparison_type: 'values', ...own, ...drawn };
}

/** The second value axis under the names of the first. @param {FormData} form @returns {FormData} */
const secondAxis = (form) => ({
  ...form,
  y_axis_bounds: form.y_axis_bounds_secondary,
  y_axis_format: form.y_axis_format_secondary,
  currency_format: form.currency_format_secondary,
  y_axis_title: form.yAxisTitleSecondary ?? form.y_axis_title_secondary,
  logAxis: flag(form, 'logAxisSecondary', false),
  truncateYAxis: flag(form, 'truncateYAxisSecondary', flag(form, 'truncateYAxis', false)),
  minorSplitLine: false,
});

/** @type {Chart} */
export const chart = (input) => {
  const { formData, data, results } = input;
  const other = second(formData);
  const axes = [number(formData, 'yAxisIndex') === 1 ? 1 : 0, number(formData, 'yAxisIndexB') === 0 ? 0 : 1];
  const forms = [formData, secondAxis(formData)];
  // Both on the second axis is one axis, with the second one's settings.
  const both = axes[0] === axes[1];
  const parts = [
    { data, form: formData, stroke: strokeOf(formData), axis: both ? 0 : (axes[0] ?? 0) },
    ...(results[1] ? [{ data: results[1], form: other, stroke: strokeOf(other), axis: both ? 0 : (axes[1] ?? 1) }] : []),
  ];
  const shown = both ? [forms[axes[0] ?? 0] ?? formData] : forms;
  return plot(input, parts, shown);
};
