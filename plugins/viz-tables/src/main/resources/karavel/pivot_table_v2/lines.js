// @ts-check
/** @import { Cell } from 'karavel-viz' */
/** @import { Group } from './cube.js' */
import { textOrder } from '../tables/textOrder.js';
import { chain } from './cube.js';

/**
 * One row or column of what is shown.
 * @typedef {object} Line
 * @property {Group} group
 * @property {number} metric
 * @property {'leaf' | 'sub' | 'total'} kind `sub`: of a group that has others in it
 * @property {boolean} closed a group whose insides are hidden
 * @property {string} key of group and metric
 */
/**
 * @typedef {object} Shape
 * @property {number} levels dimensions on this axis
 * @property {'first' | 'last' | undefined} metrics where the metrics stand on this axis; undefined: on the other one
 * @property {number} metricCount
 * @property {boolean} subtotals
 * @property {boolean} subtotalsFirst before what they are of
 * @property {boolean} totals
 * @property {(a: Group, b: Group) => number} compare
 * @property {(group: Group) => boolean} closed
 */

/** What tells a group from all others. @param {Group} group */
export const pathOf = (group) => chain(group).slice(0, -1).reverse().map((one) => one.value);

/** @param {Group} group */
export const keyOf = (group) => JSON.stringify(pathOf(group));

/** @param {Group} root @param {Shape} shape @returns {Line[]} */
export function lines(root, shape) {
  const metrics = Array.from({ length: shape.metrics ? shape.metricCount : 1 }, (_, index) => index);
  const line = (/** @type {Group} */ group, /** @type {number} */ metric, /** @type {Line['kind']} */ kind) => ({ group, metric, kind, closed: kind === 'sub' && shape.closed(group), key: `${metric}${keyOf(group)}` });
  /** @type {Line[]} */
  const all = [];
  const ofGroups = (/** @type {readonly number[]} */ wanted) => {
    const add = (/** @type {Group} */ group, /** @type {Line['kind']} */ kind) => wanted.forEach((metric) => all.push(line(group, metric, kind)));
    const walk = (/** @type {Group} */ parent) => {
      for (const group of [...parent.children].sort(shape.compare)) {
        const inner = group.level + 1 < shape.levels;
        const closed = inner && shape.closed(group);
        if (!inner) add(group, 'leaf');
        else if (closed) add(group, 'sub');
        else {
          if (shape.subtotals && shape.subtotalsFirst) add(group, 'sub');
          walk(group);
          if (shape.subtotals && !shape.subtotalsFirst) add(group, 'sub');
        }
      }
    };
    walk(root);
    if (shape.levels > 0 && shape.totals) add(root, 'total');
  };
  if (shape.levels === 0) metrics.forEach((metric) => all.push(line(root, metric, 'leaf')));
  else if (shape.metrics === 'first') metrics.forEach((metric) => ofGroups([metric]));
  else ofGroups(metrics);
  return all;
}

/** By what groups are called. @param {(level: number, value: Cell) => string} write @param {string} locale @param {boolean} descending @returns {(a: Group, b: Group) => number} */
export function byKey(write, locale, descending) {
  const compare = textOrder(locale);
  const sign = descending ? -1 : 1;
  return ({ level, value: one }, { value: other }) => {
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * compare(typeof one === 'string' ? one : write(level, one), typeof other === 'string' ? other : write(level, other));
  };
}

/** By a number of each group; nothing last. @param {(group: Group) => Cell} valueOf @param {boolean} descending @param {(a: Group, b: Group) => number} then @returns {(a: Group, b: Group) => number} */
export function byValue(valueOf, descending, then) {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    const known = typeof one === 'number' && typeof other === 'number';
    if (!known) return typeof one === typeof other ? then(a, b) : typeof one === 'number' ? -1 : 1;
    return one === other ? then(a, b) : sign * (one - other);
  };
}
