// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { flag } from '../shared/settings.js';
import { timeseries } from '../shared/timeseries.js';

/** @type {Chart} */
export const chart = (input) => timeseries(input, { mark: 'line', area: flag(input.formData, 'area', false) });
