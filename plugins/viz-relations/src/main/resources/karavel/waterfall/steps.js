// @ts-check
/** @import { Cell, Filter, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { labelOf, numeric } from '../shared/columns.js';

/** @typedef {{ readonly label: string, readonly within: string, readonly kind: 'increase' | 'decrease' | 'total', readonly from: number, readonly to: number, readonly change: number, readonly filters: readonly Filter[] }} Step */

/**
 * Rows as steps of a running total. With a breakdown every step of the axis ends with the total so far.
 * @param {Input} input @param {Field} x @param {Field | undefined} part @param {Field} metric
 * @param {{ x: (value: Cell | undefined) => string, total: string, wanted: boolean }} words
 * @returns {Step[]}
 */
export function steps(input, x, part, metric, words) {
  const groups = new Map(/** @type {[Cell, Map<Cell, number>][]} */ ([]));
  for (let row = 0; row < input.data.length; row++) {
    const value = numeric(metric.values[row]);
    if (value === null) continue;
    const [at, of] = [x.values[row] ?? null, part?.values[row] ?? null];
    const group = groups.get(at) ?? new Map();
    groups.set(at, group.set(of, (group.get(of) ?? 0) + value));
  }
  const partText = part ? labelOf(input, part) : () => '';
  /** @type {Step[]} */
  const found = [];
  let sum = 0;
  for (const [at, group] of groups) {
    const filters = [{ column: x.name, values: [at] }];
    for (const [of, value] of group) {
      const label = part ? partText(of) : words.x(at);
      found.push({ label, within: part ? words.x(at) : '', kind: value < 0 ? 'decrease' : 'increase', from: sum, to: sum + value, change: value, filters: part ? [...filters, { column: part.name, values: [of] }] : filters });
      sum += value;
    }
    if (part) found.push({ label: words.x(at), within: words.x(at), kind: 'total', from: 0, to: sum, change: sum, filters });
  }
  if (!part && words.wanted && found.length > 0) found.push({ label: words.total, within: '', kind: 'total', from: 0, to: sum, change: sum, filters: [] });
  return found;
}
