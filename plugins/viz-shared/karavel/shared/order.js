// @ts-check
/** @import { Cell, FormData } from 'karavel-viz' */
/** @import { Field } from './columns.js' */
/** @import { Pivoted, Series } from './pivot.js' */
import { flag, text } from './settings.js';

/** @param {readonly (number | null)[]} values @returns {readonly number[]} */
const present = (values) => /** @type {number[]} */ (values.filter((value) => value !== null));

/** @type {Record<string, (values: readonly (number | null)[]) => number>} */
const RANKS = {
  sum: (values) => present(values).reduce((a, b) => a + b, 0),
  max: (values) => present(values).reduce((a, b) => Math.max(a, b), -Infinity),
  min: (values) => present(values).reduce((a, b) => Math.min(a, b), Infinity),
  avg: (values) => present(values).reduce((a, b) => a + b, 0) / (present(values).length || 1),
};

/** Series in the order of the control; those of other times and forecasts stay with theirs. @param {Series[]} series @param {boolean} grouped @param {FormData} form */
export function sortSeries(series, grouped, form) {
  // Metrics stay as the author listed them.
  const by = grouped ? text(form, 'sort_series_type', 'sum') : '';
  const rank = RANKS[by];
  if (!rank && by !== 'name') return series;
  const direction = flag(form, 'sort_series_ascending', false) ? 1 : -1;
  const leads = series.filter((one) => !one.compared && !one.role);
  const ranks = new Map((leads.length > 0 ? leads : series).map((one) => [one.of ?? one.name, rank ? rank(one.values) : 0]));
  const place = (/** @type {Series} */ one) => ranks.get(one.of ?? one.name) ?? 0;
  const names = (/** @type {Series} */ a, /** @type {Series} */ b) => compared(a.of ?? a.name, b.of ?? b.name);
  return series.sort((a, b) => direction * (rank ? place(a) - place(b) || 0 : names(a, b)));
}

/** @param {Cell | undefined} a @param {Cell | undefined} b */
function compared(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [one, other] = [String(a ?? ''), String(b ?? '')];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Places along the x axis by name or by what stands there; time stays in its order unless it is told to be categories. @param {Pivoted} pivoted @param {Field} x @param {FormData} form @returns {Pivoted} */
export function sortX(pivoted, x, form) {
  const { xs, series } = pivoted;
  const leads = series.filter((one) => !one.role);
  const several = leads.length > 1;
  const chosen = [text(form, 'x_axis_sort'), text(form, 'x_axis_sort_series')];
  const by = several ? chosen[1] || chosen[0] : chosen[0] || chosen[1];
  const forced = flag(form, 'xAxisForceCategorical', false) || flag(form, 'x_axis_force_categorical', false);
  if (!by || (x.type === 'time' && !forced)) return pivoted;
  const ascending = flag(form, several && chosen[1] ? 'x_axis_sort_series_ascending' : 'x_axis_sort_asc', true) ? 1 : -1;
  const metric = leads.filter((one) => one.metric === by);
  const counted = metric.length > 0 ? metric : leads;
  const amount = (/** @type {number} */ index) => (RANKS[by] ?? RANKS.sum)?.(counted.map((one) => one.values[index] ?? null)) ?? 0;
  const amounts = xs.map((_, index) => amount(index));
  const named = by === x.name || by === 'name';
  const order = xs.map((_, index) => index).sort((a, b) => ascending * (named ? compared(xs[a], xs[b]) : (amounts[a] ?? 0) - (amounts[b] ?? 0)));
  const reordered = series.map((one) => ({ ...one, values: order.map((index) => one.values[index] ?? null) }));
  return { xs: order.map((index) => xs[index] ?? null), series: reordered };
}
