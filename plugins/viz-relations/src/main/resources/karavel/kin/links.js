// @ts-check
/** @import { Filter, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { labelOf, numeric } from '../shared/columns.js';

/** @typedef {{ readonly source: string, readonly target: string, readonly value: number, readonly filters: readonly Filter[] }} Link */

/**
 * Rows as links between names, the same pair once, the strongest first. What is not above zero cannot be drawn as a width.
 * @param {Input} input @param {Field} source @param {Field} target @param {Field | undefined} metric without one, rows are counted
 * @returns {{ links: Link[], sum: number }}
 */
export function linksOf(input, source, target, metric) {
  const [from, to] = [labelOf(input, source), labelOf(input, target)];
  const found = new Map(/** @type {[string, Link][]} */ ([]));
  for (let row = 0; row < input.data.length; row++) {
    const [a, b] = [source.values[row] ?? null, target.values[row] ?? null];
    const value = metric ? (numeric(metric.values[row]) ?? 0) : 1;
    if (a === null || b === null || value <= 0) continue;
    const key = JSON.stringify([a, b]);
    const filters = [{ column: source.name, values: [a] }, { column: target.name, values: [b] }];
    const known = found.get(key);
    found.set(key, { source: from(a), target: to(b), value: value + (known?.value ?? 0), filters });
  }
  const links = [...found.values()].sort((a, b) => b.value - a.value);
  return { links, sum: links.reduce((all, one) => all + one.value, 0) };
}

/** What goes in and out of each name, the busiest first. @param {readonly Link[]} links @returns {Map<string, { in: number, out: number }>} */
export function flows(links) {
  const found = new Map(/** @type {[string, { in: number, out: number }][]} */ ([]));
  const at = (/** @type {string} */ name) => {
    const flow = found.get(name) ?? { in: 0, out: 0 };
    found.set(name, flow);
    return flow;
  };
  for (const one of links) {
    at(one.source).out += one.value;
    at(one.target).in += one.value;
  }
  return new Map([...found].sort(([, a], [, b]) => b.in + b.out - a.in - a.out));
}

/** What a click on a name filters by: where it comes from, else where it goes to. @param {Field} source @param {Field} target @param {readonly Link[]} links @returns {(name: string) => readonly Filter[]} */
export function filtersByName(source, target, links) {
  const found = new Map(/** @type {[string, readonly Filter[]][]} */ ([]));
  const cell = (/** @type {Link} */ link, /** @type {Field} */ column) => link.filters.filter((one) => one.column === column.name).slice(column === target ? -1 : 0);
  for (const link of links) if (!found.has(link.target)) found.set(link.target, cell(link, target));
  for (const link of links) found.set(link.source, cell(link, source).slice(0, 1));
  return (name) => found.get(name) ?? [];
}

/**
 * The links without circles: one that would lead back goes to a name of its own instead (`again`), the strongest keep their way.
 * @param {readonly Link[]} links @param {(name: string) => string} again
 * @returns {{ links: Link[], returns: Set<string> }}
 */
export function withoutCircles(links, again) {
  const next = new Map(/** @type {[string, string[]][]} */ ([]));
  const reaches = (/** @type {string} */ from, /** @type {string} */ to) => {
    const seen = new Set([from]);
    const open = [from];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (name === to) return true;
      for (const one of next.get(name) ?? []) {
        if (!seen.has(one)) open.push(one);
        seen.add(one);
      }
    }
    return false;
  };
  const returns = /** @type {Set<string>} */ (new Set());
  const kept = links.map((link) => {
    if (reaches(link.target, link.source)) {
      returns.add(again(link.target));
      return { ...link, target: again(link.target) };
    }
    next.set(link.source, [...(next.get(link.source) ?? []), link.target]);
    return link;
  });
  return { links: kept, returns };
}

/** The most named values of a field, for descriptions. @param {Iterable<string>} names @param {number} most */
export const firstFew = (names, most = 3) => [...names].slice(0, most).join(', ');

/** How many columns links without circles need. @param {readonly Link[]} links */
export function stepsOf(links) {
  const next = new Map(/** @type {[string, string[]][]} */ ([]));
  for (const { source, target } of links) next.set(source, [...(next.get(source) ?? []), target]);
  const known = new Map(/** @type {[string, number][]} */ ([]));
  const depth = (/** @type {string} */ name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    /** @type {number} */
    const made = 1 + (next.get(name) ?? []).reduce((/** @type {number} */ most, one) => Math.max(most, depth(one)), 0);
    known.set(name, made);
    return made;
  };
  return [...next.keys()].reduce((most, name) => Math.max(most, depth(name)), 1);
}
