// @ts-check
/** @import { Cell } from 'karavel-viz' */

/** Collects the values of one cell. @typedef {{ push: (value: Cell) => void, value: () => Cell }} Collector */
/** @typedef {'total' | 'row' | 'column'} Whole what a fraction is of */

/** @param {Cell} value */
const amount = (value) => (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN);

/** @param {(value: number) => void} take @param {() => Cell} value @returns {Collector} */
const ofNumbers = (take, value) => ({
  push: (given) => {
    const number = amount(given);
    if (!Number.isNaN(number)) take(number);
  },
  value,
});

/** Numbers before texts, each in its own order. @param {Cell} a @param {Cell} b */
function natural(a, b) {
  const [one, other] = [amount(a), amount(b)];
  if (!Number.isNaN(one) && !Number.isNaN(other)) return one - other;
  if (Number.isNaN(one) !== Number.isNaN(other)) return Number.isNaN(one) ? 1 : -1;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

const sum = () => {
  let all = 0;
  let any = false;
  return ofNumbers((value) => { all += value; any = true; }, () => (any ? all : null));
};

const count = () => {
  let all = 0;
  return { push: (/** @type {Cell} */ value) => { if (value !== null) all++; }, value: () => all };
};

/** @param {(distinct: Set<Cell>) => Cell} end */
const distinct = (end) => () => {
  const values = new Set(/** @type {Cell[]} */ ([]));
  return { push: (/** @type {Cell} */ value) => { if (value !== null) values.add(value); }, value: () => end(values) };
};

const average = () => {
  let [all, n] = [0, 0];
  return ofNumbers((value) => { all += value; n++; }, () => (n === 0 ? null : all / n));
};

const median = () => {
  /** @type {number[]} */
  const values = [];
  return ofNumbers((value) => values.push(value), () => {
    if (values.length === 0) return null;
    values.sort((a, b) => a - b);
    const middle = (values.length - 1) / 2;
    return (/** @type {number} */ (values[Math.floor(middle)]) + /** @type {number} */ (values[Math.ceil(middle)])) / 2;
  });
};

/** By Welford: the sum of squares of differences, without losing digits. @param {(variance: number) => number} end */
const spread = (end) => () => {
  let [n, mean, squares] = [0, 0, 0];
  return ofNumbers((value) => {
    n++;
    const off = value - mean;
    mean += off / n;
    squares += off * (value - mean);
  }, () => (n === 0 ? null : n === 1 ? 0 : end(squares / (n - 1))));
};

/** @param {1 | -1} sign */
const extreme = (sign) => () => {
  /** @type {number | null} */
  let best = null;
  return ofNumbers((value) => { if (best === null || (value - best) * sign > 0) best = value; }, () => best);
};

/** The first or last in the order of values, which may be texts. @param {1 | -1} sign */
const end = (sign) => () => {
  /** @type {Cell} */
  let best = null;
  return { push: (/** @type {Cell} */ value) => { if (value !== null && (best === null || natural(value, best) * sign > 0)) best = value; }, value: () => best };
};

/** @typedef {{ make: () => Collector, of?: Whole, kind: 'own' | 'count' | 'share' | 'text' }} Aggregate `own`: in the metric's own unit */

/** Superset's, by its names. @type {Readonly<Record<string, Aggregate>>} */
export const AGGREGATES = {
  Count: { make: count, kind: 'count' },
  'Count Unique Values': { make: distinct((values) => values.size), kind: 'count' },
  'List Unique Values': { make: distinct((values) => [...values].sort(natural).join(', ')), kind: 'text' },
  Sum: { make: sum, kind: 'own' },
  Average: { make: average, kind: 'own' },
  Median: { make: median, kind: 'own' },
  'Sample Variance': { make: spread((variance) => variance), kind: 'own' },
  'Sample Standard Deviation': { make: spread(Math.sqrt), kind: 'own' },
  Minimum: { make: extreme(-1), kind: 'own' },
  Maximum: { make: extreme(1), kind: 'own' },
  First: { make: end(-1), kind: 'own' },
  Last: { make: end(1), kind: 'own' },
  'Sum as Fraction of Total': { make: sum, of: 'total', kind: 'share' },
  'Sum as Fraction of Rows': { make: sum, of: 'row', kind: 'share' },
  'Sum as Fraction of Columns': { make: sum, of: 'column', kind: 'share' },
  'Count as Fraction of Total': { make: count, of: 'total', kind: 'share' },
  'Count as Fraction of Rows': { make: count, of: 'row', kind: 'share' },
  'Count as Fraction of Columns': { make: count, of: 'column', kind: 'share' },
};
