// @ts-check
/** @import { Chart } from 'karavel-viz' */
import { strokeOf } from '../shared/strokeOf.js';
import { timeseries } from '../shared/timeseries.js';

/** @type {Chart} */
export const chart = (input) => timeseries(input, strokeOf(input.formData));
