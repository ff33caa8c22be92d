// @ts-check
/** @import { Chart } from 'karavel-viz' */
/** @import { Stroke } from '../shared/strokes.js' */
import { flag, text } from '../shared/settings.js';
import { timeseries } from '../shared/timeseries.js';

const STROKES = /** @type {Record<string, Stroke>} */ ({
  bar: { mark: 'bar' },
  scatter: { mark: 'scatter' },
  smooth: { mark: 'line', smooth: true },
  start: { mark: 'line', step: 'start' },
  middle: { mark: 'line', step: 'middle' },
  end: { mark: 'line', step: 'end' },
});

/** @type {Chart} */
export const chart = (input) => {
  const stroke = STROKES[text(input.formData, 'seriesType', 'line')] ?? { mark: 'line' };
  return timeseries(input, { ...stroke, area: flag(input.formData, 'area', false) });
};
