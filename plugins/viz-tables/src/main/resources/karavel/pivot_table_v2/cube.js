// @ts-check
/** @import { Cell } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
/** @import { Aggregate } from './aggregates.js' */

/**
 * A group on an axis; the root is the whole.
 * @typedef {object} Group
 * @property {number} id in the axis; the root is 0
 * @property {Cell} value
 * @property {number} level from 0; the root is -1
 * @property {Group | undefined} parent
 * @property {Group[]} children in the order they came
 */
/** @typedef {{ root: Group, count: number, of: readonly Group[] }} Axis `of`: the innermost group of each row of the answer */
/**
 * @typedef {object} Cube
 * @property {Axis} rows
 * @property {Axis} columns
 * @property {(row: Group, column: Group, metric: number) => Cell} value
 */

/** @param {readonly Field[]} fields @param {number} length @returns {Axis} */
export function axis(fields, length) {
  /** @type {Group} */
  const root = { id: 0, value: null, level: -1, parent: undefined, children: [] };
  /** @type {Map<Group, Map<Cell, Group>>} */
  const known = new Map();
  let count = 1;
  const of = [];
  for (let row = 0; row < length; row++) {
    let group = root;
    for (const [level, { values }] of fields.entries()) {
      const value = values[row] ?? null;
      const inner = known.get(group) ?? new Map();
      known.set(group, inner);
      let next = inner.get(value);
      if (!next) {
        next = { id: count++, value, level, parent: group, children: [] };
        inner.set(value, next);
        group.children.push(next);
      }
      group = next;
    }
    of.push(group);
  }
  return { root, count, of };
}

/** A group and all around it. @param {Group} group @returns {Group[]} innermost first */
export function chain(group) {
  const all = [];
  for (let one = /** @type {Group | undefined} */ (group); one; one = one.parent) all.push(one);
  return all;
}

/** Every cell, subtotal and total from the rows' own values: an average is one of values, not of averages. @param {readonly Field[]} rowFields @param {readonly Field[]} columnFields @param {readonly Field[]} metrics @param {Aggregate} aggregate @param {number} length @returns {Cube} */
export function cube(rowFields, columnFields, metrics, aggregate, length) {
  const [rows, columns] = [axis(rowFields, length), axis(columnFields, length)];
  /** @type {Map<number, import('./aggregates.js').Collector[]>} */
  const cells = new Map();
  const place = (/** @type {number} */ row, /** @type {number} */ column) => row * columns.count + column;
  for (let at = 0; at < length; at++) {
    const across = chain(/** @type {Group} */ (columns.of[at]));
    for (const row of chain(/** @type {Group} */ (rows.of[at]))) {
      for (const column of across) {
        const key = place(row.id, column.id);
        let collectors = cells.get(key);
        if (!collectors) cells.set(key, (collectors = metrics.map(() => aggregate.make())));
        for (const [index, metric] of metrics.entries()) collectors[index]?.push(metric.values[at] ?? null);
      }
    }
  }
  const plain = (/** @type {number} */ row, /** @type {number} */ column, /** @type {number} */ metric) => cells.get(place(row, column))?.[metric]?.value() ?? null;
  return {
    rows,
    columns,
    value: (row, column, metric) => {
      const own = plain(row.id, column.id, metric);
      if (!aggregate.of || own === null) return own;
      const whole = plain(aggregate.of === 'column' ? 0 : row.id * (aggregate.of === 'row' ? 1 : 0), aggregate.of === 'column' ? column.id : 0, metric);
      return typeof own === 'number' && typeof whole === 'number' && whole !== 0 ? own / whole : null;
    },
  };
}
