// @ts-check
/** @import { Cell, Data, FormData, Input } from 'karavel-viz' */
/** @import { Field } from './columns.js' */
/** @import { Pivoted, Series } from './pivot.js' */
/** @import { Extent } from './extent.js' */
/** @import { Stroke } from './strokes.js' */
import { columnNames, fields, metricNames, xField } from './columns.js';
import { measures } from './measures.js';
import { bounded } from './crowd.js';
import { extentOf } from './extent.js';
import { contribution, pivot } from './pivot.js';
import { flag, text } from './settings.js';

/**
 * An answer to draw, and how: a chart has one part for each of its questions.
 * @typedef {object} Part
 * @property {Data} data
 * @property {FormData} form settings as this part reads them
 * @property {Stroke} stroke
 * @property {number} axis 0 for the first value axis, 1 for the second one
 * @property {(series: Series) => Series} [shape] what becomes of a series before it is drawn; its values are shares then
 */
/**
 * @typedef {object} Read
 * @property {Part} part
 * @property {Input} input whose form data are the part's
 * @property {Field} x
 * @property {boolean} grouped
 * @property {readonly Cell[]} xs
 * @property {readonly Series[]} series
 * @property {boolean} stacked
 * @property {string} stack Stack, Stream, Expand, or nothing
 * @property {boolean} percent values are shares
 * @property {Extent} extent
 */

/** Series as they are drawn; undefined where there is nothing. @param {Input} whole @param {Part} part @returns {Read | undefined} */
export function readPart(whole, part) {
  const { data, form, stroke } = part;
  const input = { ...whole, data, formData: form };
  const asked = metricNames(form, 'metrics', 'metric');
  const dimensions = fields(data, columnNames(form, 'groupby'));
  const x = xField(data, form, [...asked, ...dimensions.map((one) => one.name)]);
  const metrics = measures(data, asked, [x, ...dimensions]);
  if (!x || metrics.length === 0 || data.length === 0) return undefined;

  const chosen = stroke.mark === 'scatter' ? undefined : form.stack;
  const stack = chosen === true ? 'Stack' : typeof chosen === 'string' ? chosen : '';
  const mode = stack === 'Expand' ? 'row' : text(form, 'contributionMode');
  const shares = mode === 'row' || mode === 'column';
  const plain = leading(pivot(x, dimensions, metrics, input));
  const pivoted = part.shape ? { xs: plain.xs, series: plain.series.map(part.shape) } : plain;
  const few = stack === '' ? pivoted : bounded(pivoted, (count) => whole.text('more', { count }));
  const { xs, series } = prepared(shares ? contribution(few, mode) : few, { filled: stack !== '' && stroke.mark === 'line' && !metrics.some((one) => one.role), positive: flag(form, 'logAxis', false) });
  const extent = extentOf(series);
  if (xs.length === 0 || extent.low > extent.high) return undefined;
  const changes = series.every((one) => one.change === 'percentage');
  return { part, input, x, grouped: dimensions.length > 0, xs, series, stacked: stack !== '', stack, percent: shares || changes || part.shape !== undefined, extent };
}

/** Where there are only comparisons, they are what the chart is about. @param {Pivoted} pivoted @returns {Pivoted} */
const leading = (pivoted) => (pivoted.series.every((one) => one.compared) ? { ...pivoted, series: pivoted.series.map((one) => ({ ...one, compared: false })) } : pivoted);

/** @param {Pivoted} pivoted @param {{ filled: boolean, positive: boolean }} how @returns {Pivoted} */
function prepared({ xs, series }, { filled, positive }) {
  if (!filled && !positive) return { xs, series };
  const change = (/** @type {number | null} */ value) => (filled ? (value ?? 0) : positive && value !== null && value <= 0 ? null : value);
  return { xs, series: series.map((one) => ({ ...one, values: one.values.map(change) })) };
}

/** All parts over the same x: what one has not stays empty. @param {readonly Read[]} parts @returns {{ xs: readonly Cell[], parts: readonly Read[] }} */
export function aligned(parts) {
  const [first] = parts;
  if (!first || parts.length === 1) return { xs: first?.xs ?? [], parts };
  const places = new Map(/** @type {[Cell, number][]} */ ([]));
  for (const { xs } of parts) for (const x of xs) if (!places.has(x)) places.set(x, places.size);
  const xs = [...places.keys()];
  if (first.x.type === 'time' || first.x.type === 'number') xs.sort((a, b) => Number(a) - Number(b));
  xs.forEach((x, index) => places.set(x, index));
  const spread = (/** @type {Read} */ one) =>
    one.series.map((series) => {
      const values = new Array(xs.length).fill(one.stacked && one.part.stroke.mark === 'line' ? 0 : null);
      one.xs.forEach((x, index) => (values[places.get(x) ?? 0] = series.values[index] ?? null));
      return { ...series, values };
    });
  return { xs, parts: parts.map((one) => ({ ...one, xs, series: spread(one) })) };
}
