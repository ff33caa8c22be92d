// @ts-check
/** @import { Cell, Data, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { field } from '../shared/columns.js';
import { flag, list, metricLabel } from '../shared/settings.js';

/** @param {Data} data */
const isCount = ({ columns }) => columns.length === 1 && columns[0]?.name.toLowerCase() === 'rowcount';

/** How many rows there are on the server, where it gives them page by page. @param {Input} input @returns {number | undefined} */
export function rowCount({ results }) {
  const count = results.slice(1).find(isCount)?.values[0]?.[0];
  return typeof count === 'number' ? count : undefined;
}

/** The answer to the question without groups. @param {Input} input */
const totalsOf = ({ results }) => results.slice(1).find((data) => !isCount(data) && data.length === 1);

/**
 * The total of a metric: what the server says; without its word a sum of what may be summed, and of extremes; a mean of means would be a lie.
 * @param {Input} input @param {Field} one @returns {Cell | undefined} undefined: there is none
 */
export function totalOf(input, one) {
  const { formData } = input;
  if (!flag(formData, 'show_totals', false) || one.type !== 'number') return undefined;
  const totals = totalsOf(input);
  const given = totals && field(totals, one.name);
  if (given) return given.values[0] ?? null;
  if (one.name.startsWith('%') && wholeOf(input, one.name.slice(1)) !== undefined) return 1;
  const aggregate = aggregateOf(formData, 'metrics', one.name);
  const numbers = /** @type {number[]} */ (one.values.filter((value) => typeof value === 'number'));
  if (numbers.length === 0) return undefined;
  if (aggregate === 'COUNT' || aggregate === 'SUM') return numbers.reduce((all, value) => all + value, 0);
  if (aggregate === 'MAX' || aggregate === 'MIN') return numbers.reduce((a, b) => (aggregate === 'MAX' ? Math.max(a, b) : Math.min(a, b)));
  return undefined;
}

/** How a metric is put together, as far as its settings or its name tell. @param {Input['formData']} formData @param {string} control @param {string} name */
function aggregateOf(formData, control, name) {
  const base = name.replace(/__\d+ \w+( ago)?$/, '');
  const metric = list(formData, control).find((each) => metricLabel(each) === base);
  return metric !== null && typeof metric === 'object' && 'aggregate' in metric ? String(metric.aggregate) : name.startsWith('%') || /^(count|sum)\b(?!_distinct)/i.test(name) ? 'SUM' : '';
}

/** What a metric's shares are shares of where the server gives pages: the whole of all of them, if its parts add up to one. @param {Input} input @param {string} name @returns {number | undefined} */
export function wholeOf(input, name) {
  if (rowCount(input) === undefined || !['SUM', 'COUNT'].includes(aggregateOf(input.formData, 'percent_metrics', name))) return undefined;
  const totals = totalsOf(input);
  const whole = totals && field(totals, name)?.values[0];
  return typeof whole === 'number' && whole !== 0 ? whole : undefined;
}
