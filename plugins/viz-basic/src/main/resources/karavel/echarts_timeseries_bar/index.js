// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { timeseries } from '../shared/timeseries.js';

/** @type {Chart} */
export const chart = (input) => timeseries(input, { mark: 'bar' });
