// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { flag } from '../shared/settings.js';
import { timeseries } from '../shared/timeseries.js';

/** @type {Chart} */
export const chart = (input) => {
  const { seriesType } = input.formData;
  const step = seriesType === 'middle' || seriesType === 'end' ? seriesType : 'start';
  return timeseries(input, { mark: 'line', step, area: flag(input.formData, 'area', false) });
};
