// @ts-check
/** @import { Drawing, Input } from 'karavel-viz' */
/** @import { Stroke } from './strokes.js' */
import { plot } from './plot.js';

/** One drawing for everything that has an x axis, a value axis and series. @param {Input} input @param {Stroke} stroke @returns {Drawing} */
export const timeseries = (input, stroke) => plot(input, [{ data: input.data, form: input.formData, stroke, axis: 0 }], [input.formData]);
