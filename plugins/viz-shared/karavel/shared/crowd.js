// @ts-check
/** @import { Pivoted, Series } from './pivot.js' */
import { total } from './pivot.js';

/** More points than this along an axis are a crowd: no marks of their own, no gaps drawn. */
export const CROWD = 2000;
const MOST_CELLS = 30_000;
const MOST_STACKED = 40;

/** A stack of more layers than can be read, over more points than can be drawn: the smallest as one. @param {Pivoted} pivoted @param {(count: number) => string} name @returns {Pivoted} */
export function bounded({ xs, series }, name) {
  if (series.length <= MOST_STACKED || xs.length * series.length <= MOST_CELLS) return { xs, series };
  const least = series.map((one) => Math.abs(total(one.values))).sort((a, b) => b - a)[MOST_STACKED - 1] ?? 0;
  const kept = series.filter((one) => Math.abs(total(one.values)) >= least).slice(0, MOST_STACKED);
  const rest = series.filter((one) => !kept.includes(one));
  const values = /** @type {(number | null)[]} */ (xs.map(() => null));
  for (const one of rest) one.values.forEach((value, index) => value !== null && (values[index] = (values[index] ?? 0) + value));
  return { xs, series: [...kept, { name: name(rest.length), values, filters: [], compared: false }] };
}

/** Which points of a series are drawn: all of them (undefined), or in a crowd only those with a value. @param {Series} series @param {{ category: boolean, stacked: boolean, gaps: boolean }} how @returns {readonly number[] | undefined} */
export function pointsOf({ values }, { category, stacked, gaps }) {
  if (category || stacked || gaps || values.length <= CROWD) return undefined;
  const points = [];
  for (let index = 0; index < values.length; index++) if (values[index] !== null) points.push(index);
  return points;
}

/** @param {readonly (number | null)[]} values */
export function presentIn(values) {
  let count = 0;
  for (let index = 0; index < values.length; index++) if (values[index] !== null) count++;
  return count;
}
