// @ts-check
/** @import { Filter } from 'karavel-viz' */
/** @import { Part } from '../kin/hierarchy.js' */

/**
 * @typedef {object} Block
 * @property {string} name
 * @property {number} value how large it is drawn
 * @property {number | null} amount what is said of it
 * @property {number} second
 * @property {number} depth
 * @property {number} from where it begins, from 0 to 1
 * @property {number} to
 * @property {number} share of what it is part of
 * @property {readonly string[]} path names from the first column on
 * @property {readonly Filter[]} filters
 */

/**
 * @typedef {object} How
 * @property {(depth: number) => number} limit most parts of one; 0 for all
 * @property {(depth: number) => number} threshold least share of a part
 * @property {string} rest what those are called that are put together
 * @property {boolean} adds whether amounts of parts add up
 * @property {(value: number) => number} weight
 * @property {(depth: number) => boolean} equal
 * @property {(parts: readonly Part[], depth: number) => readonly Part[]} order
 */

/**
 * The parts of one part that are drawn by themselves; the rest as one, without filters, for it is no value of its own.
 * @param {readonly Part[]} parts @param {number} sum @param {How} how @param {number} depth @returns {Part[]}
 */
function kept(parts, sum, { limit, threshold, rest, adds }, depth) {
  const [most, least] = [limit(depth), threshold(depth)];
  const large = parts.filter((one, index) => (most === 0 || index < most) && one.value / sum >= least);
  const small = parts.filter((one) => !large.includes(one));
  if (small.length < 2) return [...parts];
  const children = new Map(/** @type {[null, Part][]} */ ([]));
  return [...large, { name: rest, value: small.reduce((all, one) => all + one.value, 0), ...(adds ? {} : { amount: null }), second: small.reduce((all, one) => all + one.second, 0), filters: [], children }];
}

/**
 * Parts as blocks, column by column.
 * @param {readonly Part[]} roots
 * @param {How} how
 * @returns {Block[]}
 */
export function blocks(roots, how) {
  /** @type {Block[]} */
  const found = [];
  /** @param {readonly Part[]} parts @param {number} depth @param {number} from @param {number} to @param {readonly string[]} path */
  const lay = (parts, depth, from, to, path) => {
    const sum = parts.reduce((all, one) => all + one.value, 0);
    const list = how.order(kept(parts, sum, how, depth), depth);
    const weights = list.map((one) => (how.equal(depth) ? 1 : how.weight(one.value)));
    const whole = weights.reduce((all, one) => all + one, 0);
    let at = from;
    list.forEach((part, index) => {
      const end = at + ((to - from) * (weights[index] ?? 0)) / whole;
      const names = [...path, part.name];
      found.push({ name: part.name, value: part.value, amount: part.amount === undefined ? part.value : part.amount, second: part.second, depth, from: at, to: end, share: part.value / sum, path: names, filters: part.filters });
      if (part.children.size > 0) lay(how.order([...part.children.values()], depth + 1), depth + 1, at, end, names);
      at = end;
    });
  };
  if (roots.length > 0) lay(roots, 0, 0, 1, []);
  return found;
}
