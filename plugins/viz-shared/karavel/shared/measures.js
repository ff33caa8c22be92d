// @ts-check
/** @import { Data, FormData } from 'karavel-viz' */
/** @import { Field } from './columns.js' */
import { field, metricFields } from './columns.js';

/**
 * A number column of the answer, and how it belongs to a metric.
 * @typedef {object} Origin
 * @property {string} base name of the metric
 * @property {string} head what people call it
 * @property {string} offset the other time it is of, such as "1 year ago"
 * @property {'' | 'difference' | 'percentage' | 'ratio'} change what it says of the other time
 * @property {'' | 'yhat' | 'lower' | 'upper'} role its part in a forecast
 */
/** @typedef {Field & Partial<Origin>} Measure */

const FORECAST = /^(.*)__(yhat|yhat_lower|yhat_upper)$/;
const CHANGE = /^(difference|percentage|ratio)__(.+)__\2__(.+)$/;

/** @param {string} name @param {readonly string[]} metrics @returns {Origin | undefined} */
function origin(name, metrics) {
  const [, inner = name, part = ''] = FORECAST.exec(name) ?? [];
  const role = /** @type {Origin['role']} */ (part.replace('yhat_', ''));
  const [, change = '', of = '', then = ''] = CHANGE.exec(inner) ?? [];
  if (metrics.includes(of)) return { base: of, head: of, offset: then, change: /** @type {Origin['change']} */ (change), role };
  if (metrics.includes(inner)) return { base: inner, head: inner, offset: '', change: '', role };
  const base = metrics.find((one) => inner.startsWith(`${one}__`));
  return base === undefined ? undefined : { base, head: base, offset: inner.slice(base.length + 2), change: '', role };
}

/**
 * The metrics that were asked for, what was worked out of them for other times, and their forecasts.
 * @param {Data} data @param {readonly string[]} wanted @param {readonly (Field | undefined)[]} taken @returns {Measure[]}
 */
export function measures(data, wanted, taken) {
  const others = new Set(taken.map((one) => one?.name));
  const found = data.columns.flatMap((column) => {
    const known = column.type === 'number' && !others.has(column.name) ? origin(column.name, wanted) : undefined;
    const own = known ? field(data, column.name) : undefined;
    return known && own ? [{ ...own, ...known, head: field(data, known.base)?.label ?? spoken(own.label, known) }] : [];
  });
  if (found.length === 0) return metricFields(data, wanted, taken);
  return found.sort((a, b) => wanted.indexOf(a.base) - wanted.indexOf(b.base));
}

/** The metric's own label out of that of a column of another time, where the metric itself is not in the answer. @param {string} label @param {Origin} of */
const spoken = (label, { base, offset }) => (offset && label.endsWith(`, ${offset}`) ? label.slice(0, -offset.length - 2) : base);

const SIGNS = { '': '', difference: 'Δ ', percentage: 'Δ% ', ratio: '÷ ' };

/** What a series of another time adds to its name. @param {Measure} measure */
export const timeOf = ({ offset = '', change = '' }) => (offset ? `${SIGNS[change]}${offset}` : '');

/** Superset's words for wanting the metric's name before series of one metric. @param {FormData} form */
export const namesMetric = (form) => form.truncate_metric === false;
