// @ts-check
/** @import { Chart, FormData } from 'karavel-viz' */
import { chart as drawn } from '../bubble_v2/index.js';

/** What the older chart calls things, under the names of the newer one. @param {FormData} form @returns {FormData} */
const renewed = (form) => ({
  ...form,
  xAxisFormat: form.x_axis_format,
  logXAxis: form.x_log_scale === true,
  logYAxis: form.y_log_scale === true,
  // "Show min and max" of the older chart began at the least value.
  truncateXAxis: form.x_axis_showminmax !== false,
  truncateYAxis: form.y_axis_showminmax !== false,
  xAxisLabelRotation: form.x_ticks_layout === '45°' ? 45 : 0,
  tooltipSizeFormat: 'SMART_NUMBER',
});

/** The older key of the bubble chart, drawn as the newer one. @type {Chart} */
export const chart = (input) => drawn({ ...input, formData: renewed(input.formData) });
