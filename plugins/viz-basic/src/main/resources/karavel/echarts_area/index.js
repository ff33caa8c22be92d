// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { text } from '../shared/settings.js';
import { timeseries } from '../shared/timeseries.js';

/** @type {Chart} */
export const chart = (input) => {
  const kind = text(input.formData, 'seriesType', 'line');
  const step = kind === 'start' || kind === 'middle' || kind === 'end' ? kind : undefined;
  return timeseries(input, { mark: 'line', area: true, smooth: kind === 'smooth', ...(step ? { step } : {}) });
};
