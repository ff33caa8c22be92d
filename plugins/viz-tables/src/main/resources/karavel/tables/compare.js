// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { field, numeric } from '../shared/columns.js';
import { list, text } from '../shared/settings.js';

/** @typedef {{ field: Field, sign: string, group: string, change: boolean, total: Cell | undefined }} Compared one column of a metric that is compared with another time */

/** @typedef {[number | null, number | null]} Pair now and then */

/** What a metric is compared with, if the author wants that. @param {Input} input */
const shifts = ({ formData }) => (text(formData, 'query_mode', 'aggregate') === 'raw' ? [] : list(formData, 'time_compare').map(String).filter(Boolean));

/**
 * A metric beside the same of another time: Main, # (then), △ (difference) and % (of then), or only what was chosen.
 * @param {Input} input @param {Field} metric @param {(name: string) => Cell | undefined} totalOf @returns {Compared[]} none where nothing is compared
 */
export function comparedWith(input, metric, totalOf) {
  const type = text(input.formData, 'comparison_type', 'values');
  return shifts(input).flatMap((shift, place) => {
    const then = field(input.data, `${metric.name}__${shift}`);
    if (!then) return [];
    const group = metric.label;
    const after = place === 0 ? '' : ` (${shift})`;
    const pairs = metric.values.map((value, row) => /** @type {Pair} */ ([numeric(value), numeric(then.values[row])]));
    const total = /** @type {Pair} */ ([numeric(totalOf(metric.name)), numeric(totalOf(then.name))]);
    // What a difference is in, its metric is in too.
    const own = { ...(metric.format ? { format: metric.format } : {}), ...(metric.currency ? { currency: metric.currency } : {}) };
    const counted = totalOf(metric.name) !== undefined;
    const column = (/** @type {string} */ sign, /** @type {(pair: Pair) => number | null} */ of, /** @type {boolean} */ change) => ({
      field: { name: `${sign} ${metric.name}${after}`, label: `${sign}${after}`, type: /** @type {'number'} */ ('number'), values: pairs.map(of), ...(sign === '%' || sign === '÷' ? {} : own) }, sign, group, change, total: counted ? of(total) : undefined,
    });
    const main = place === 0 ? [column('Main', ([now]) => now, false)] : [];
    const difference = column('△', ([now, before]) => (now === null || before === null ? null : now - before), true);
    const share = column('%', ([now, before]) => (now === null || !before ? null : (now - before) / Math.abs(before)), true);
    switch (type) {
      case 'difference': return [...main, difference];
      case 'percentage': return [...main, share];
      case 'ratio': return [...main, column('÷', ([now, before]) => (now === null || !before ? null : now / before), false)];
      default: return [...main, column('#', ([, before]) => before, false), difference, share];
    }
  });
}
