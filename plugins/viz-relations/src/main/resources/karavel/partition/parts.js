// @ts-check
/** @import { Cell, Filter, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
/** @import { Part } from '../kin/hierarchy.js' */
import { hierarchy, textOf } from '../kin/hierarchy.js';
import { columnNames, numeric, xField } from '../shared/columns.js';
import { text } from '../shared/settings.js';

/**
 * What all rows beneath a part come to.
 * @typedef {object} Heap
 * @property {string} name
 * @property {readonly Filter[]} filters
 * @property {number} sum
 * @property {number} second
 * @property {number} rows
 * @property {number} first the sum at the first time of all
 * @property {number} last
 * @property {Map<Cell, Heap>} children
 */

/** What a part amounts to, by the words of the control. @type {Readonly<Record<string, (heap: Heap) => number>>} */
const AMOUNTS = {
  agg_mean: ({ sum, rows }) => sum / rows,
  point_diff: ({ first, last }) => last - first,
  point_factor: ({ first, last }) => last / first,
  point_percent: ({ first, last }) => last / first - 1,
};

/**
 * How parts are made of the rows: those of one moment (or of none), or each over all times.
 * @typedef {object} Division
 * @property {(metric: Field | undefined, second: Field | undefined) => { roots: Part[], whole?: number }} of whole: what all of them amount to, where that is not their sum
 * @property {readonly Field[]} levels
 * @property {boolean} adds whether a part's amount is that of its own parts together
 * @property {boolean} timed whether the first level is the time
 * @property {'' | 'percent' | 'change'} kind
 */

/** @param {Input} input @param {readonly string[]} asked names of metrics @param {readonly Field[]} groups @returns {Division} */
export function division(input, asked, groups) {
  const option = text(input.formData, 'time_series_option', 'not_time');
  const time = option === 'not_time' ? undefined : xField(input.data, input.formData, [...asked, ...columnNames(input.formData, 'groupby')]);
  const amount = AMOUNTS[option];
  if (time && amount) {
    const kind = option === 'point_percent' ? 'percent' : option === 'point_diff' ? 'change' : '';
    return { of: (metric, second) => heaps(input, time, groups, metric, second, amount), levels: groups, adds: false, timed: false, kind };
  }
  const timed = time !== undefined && option !== 'agg_sum';
  const levels = timed ? [time, ...groups.filter((one) => one.name !== time.name)] : groups;
  return { of: (metric, second) => hierarchy(input, levels, metric, second), levels, adds: true, timed, kind: '' };
}

/** @param {Input} input @param {Field} time @param {readonly Field[]} levels @param {Field | undefined} metric @param {Field | undefined} second @param {(heap: Heap) => number} amount */
function heaps(input, time, levels, metric, second, amount) {
  const when = time.values.map(Number).filter(Number.isFinite);
  const [from, to] = [when.reduce((a, b) => Math.min(a, b), Infinity), when.reduce((a, b) => Math.max(a, b), -Infinity)];
  const texts = levels.map((one) => textOf(input, one));
  /** @type {(name: string, filters: readonly Filter[]) => Heap} */
  const none = (name, filters) => ({ name, filters, sum: 0, second: 0, rows: 0, first: 0, last: 0, children: new Map() });
  const add = (/** @type {Heap} */ heap, /** @type {number} */ row, /** @type {number} */ value) => {
    heap.sum += value;
    heap.second += numeric(second?.values[row]) ?? 0;
    heap.rows += 1;
    heap.first += time.values[row] === from ? value : 0;
    heap.last += time.values[row] === to ? value : 0;
  };
  const all = none('', []);
  for (let row = 0; row < input.data.length; row++) {
    const value = numeric(metric?.values[row]);
    if (value === null) continue;
    let heap = all;
    add(heap, row, value);
    for (const [depth, level] of levels.entries()) {
      const cell = level.values[row] ?? null;
      const inner = heap.children.get(cell) ?? none(texts[depth]?.(cell) ?? '', [...heap.filters, { column: level.name, values: [cell] }]);
      heap.children.set(cell, inner);
      heap = inner;
      add(heap, row, value);
    }
  }
  return { roots: parts(all.children, amount), whole: amount(all) };
}

/** Where nothing changed, or began at nothing, there is nothing to draw. @param {Map<Cell, Heap>} heaps @param {(heap: Heap) => number} amount @returns {Part[]} */
function parts(heaps, amount) {
  return [...heaps].flatMap(([, heap]) => {
    const own = amount(heap);
    if (!Number.isFinite(own) || own === 0) return [];
    return [{ name: heap.name, value: Math.abs(own), amount: own, second: heap.second, filters: heap.filters, children: new Map(parts(heap.children, amount).map((one, index) => [index, one])) }];
  }).sort((a, b) => b.value - a.value);
}
