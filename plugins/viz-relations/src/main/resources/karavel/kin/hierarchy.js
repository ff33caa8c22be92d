// @ts-check
/** @import { Cell, Filter, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { labelOf, numeric } from '../shared/columns.js';
import { text } from '../shared/settings.js';

/**
 * A part of the whole, and its parts.
 * @typedef {object} Part
 * @property {string} name
 * @property {number} value how large it is drawn
 * @property {number | null} [amount] what is said of it, where that is not its value
 * @property {number} second the sum of another metric, for colours
 * @property {readonly Filter[]} filters
 * @property {Map<Cell, Part>} children
 */

/**
 * Long rows as parts of parts, the outer level first. What is not above zero has no area and is left out, but counted.
 * A level without a value ends the branch there.
 * @param {Input} input @param {readonly Field[]} levels @param {Field | undefined} metric @param {Field | undefined} [second]
 * @returns {{ roots: Part[], sum: number, omitted: number }}
 */
export function hierarchy(input, levels, metric, second) {
  const texts = levels.map((one) => textOf(input, one));
  /** @type {Map<Cell, Part>} */
  const roots = new Map();
  let omitted = 0;
  for (let row = 0; row < input.data.length && metric; row++) {
    const value = numeric(metric.values[row]) ?? 0;
    if (value <= 0) {
      omitted++;
      continue;
    }
    const other = numeric(second?.values[row]) ?? 0;
    let siblings = roots;
    /** @type {readonly Filter[]} */
    let filters = [];
    for (const [depth, level] of levels.entries()) {
      const cell = level.values[row] ?? null;
      if (cell === null && depth > 0 && levels.slice(depth).every((one) => (one.values[row] ?? null) === null)) break;
      filters = [...filters, { column: level.name, values: [cell] }];
      const part = siblings.get(cell) ?? { name: texts[depth]?.(cell) ?? '', value: 0, second: 0, filters, children: new Map() };
      part.value += value;
      part.second += other;
      siblings.set(cell, part);
      siblings = part.children;
    }
  }
  const list = largestFirst(roots);
  return { roots: list, sum: list.reduce((sum, one) => sum + one.value, 0), omitted };
}

/** How the cells of a level are written. @param {Input} input @param {Field} level */
export function textOf(input, level) {
  const dates = text(input.formData, 'date_format', 'smart_date');
  return labelOf(input, level, level.type === 'time' && dates !== 'smart_date' ? dates : undefined);
}

/** @param {Map<Cell, Part>} parts */
export const largestFirst = (parts) => [...parts.values()].sort((a, b) => b.value - a.value);

/** How many levels there are below and with these. @param {readonly Part[]} parts @returns {number} */
export const depthOf = (parts) => parts.reduce((most, one) => Math.max(most, 1 + depthOf([...one.children.values()])), 0);

/** @param {readonly Part[]} parts @returns {number} */
export const leavesOf = (parts) => parts.reduce((sum, one) => sum + (one.children.size === 0 ? 1 : leavesOf([...one.children.values()])), 0);
