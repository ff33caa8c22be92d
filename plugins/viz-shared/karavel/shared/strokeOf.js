// @ts-check
/** @import { FormData } from 'karavel-viz' */
/** @import { Stroke } from './strokes.js' */
import { flag, text } from './settings.js';

const STROKES = /** @type {Record<string, Stroke>} */ ({
  bar: { mark: 'bar' },
  scatter: { mark: 'scatter' },
  smooth: { mark: 'line', smooth: true },
  start: { mark: 'line', step: 'start' },
  middle: { mark: 'line', step: 'middle' },
  end: { mark: 'line', step: 'end' },
});

/** How the control seriesType wants series drawn. @param {FormData} form @returns {Stroke} */
export const strokeOf = (form) => ({ ...(STROKES[text(form, 'seriesType', 'line')] ?? { mark: 'line' }), area: flag(form, 'area', false) });
