// @ts-check
/** @import { Filter } from 'karavel-viz' */
/** @import { Part } from '../kin/hierarchy.js' */

/**
 * @typedef {object} Block
 * @property {string} name
 * @property {number} value
 * @property {number} second
 * @property {number} depth
 * @property {number} from where it begins, from 0 to 1
 * @property {number} to
 * @property {number} share of what it is part of
 * @property {readonly string[]} path names from the first column on
 * @property {readonly Filter[]} filters
 */

/**
 * The parts of one part that are drawn by themselves; the rest as one, without filters, for it is no value of its own.
 * @param {readonly Part[]} parts @param {number} sum @param {{ limit: number, threshold: number, rest: string }} how @returns {Part[]}
 */
function kept(parts, sum, { limit, threshold, rest }) {
  const large = parts.filter((one, index) => (limit === 0 || index < limit) && one.value / sum >= threshold);
  const small = parts.filter((one) => !large.includes(one));
  if (small.length < 2) return [...parts];
  const children = new Map(/** @type {[null, Part][]} */ ([]));
  return [...large, { name: rest, value: small.reduce((all, one) => all + one.value, 0), second: small.reduce((all, one) => all + one.second, 0), filters: [], children }];
}

/**
 * Parts as blocks, column by column.
 * @param {readonly Part[]} roots
 * @param {{ limit: number, threshold: number, rest: string, weight: (value: number) => number, equal: (depth: number) => boolean, order: (parts: readonly Part[], depth: number) => readonly Part[] }} how
 * @returns {Block[]}
 */
export function blocks(roots, how) {
  /** @type {Block[]} */
  const found = [];
  /** @param {readonly Part[]} parts @param {number} depth @param {number} from @param {number} to @param {readonly string[]} path */
  const lay = (parts, depth, from, to, path) => {
    const sum = parts.reduce((all, one) => all + one.value, 0);
    const list = how.order(kept(parts, sum, how), depth);
    const weights = list.map((one) => (how.equal(depth) ? 1 : how.weight(one.value)));
    const whole = weights.reduce((all, one) => all + one, 0);
    let at = from;
    list.forEach((part, index) => {
      const end = at + ((to - from) * (weights[index] ?? 0)) / whole;
      const names = [...path, part.name];
      found.push({ name: part.name, value: part.value, second: part.second, depth, from: at, to: end, share: part.value / sum, path: names, filters: part.filters });
      if (part.children.size > 0) lay(how.order([...part.children.values()], depth + 1), depth + 1, at, end, names);
      at = end;
    });
  };
  if (roots.length > 0) lay(roots, 0, 0, 1, []);
  return found;
}
