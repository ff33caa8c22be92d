// @ts-check
/** @import { Cell, Filter, Input } from 'karavel-viz' */
import { columnNames, fields, labelOf, metricFields, metricNames, numeric } from './columns.js';
import { joined } from './labels.js';

/** @typedef {{ readonly name: string, readonly value: number, readonly filters: readonly Filter[] }} Share */

/** Rows of (dimensions, metric) as named amounts, for charts that divide a whole. @param {Input} input @returns {{ shares: Share[], sum: number }} */
export function sharesOf(input) {
  const { data, formData } = input;
  const dimensions = fields(data, columnNames(formData, 'groupby'));
  const [metric] = metricFields(data, metricNames(formData, 'metric', 'metrics'), dimensions);
  if (!metric) return { shares: [], sum: 0 };
  const texts = dimensions.map((one) => labelOf(input, one, typeof formData.date_format === 'string' && formData.date_format !== 'smart_date' ? formData.date_format : undefined));
  const shares = metric.values.flatMap((/** @type {Cell} */ cell, row) => {
    const value = numeric(cell);
    if (value === null) return [];
    const name = dimensions.length > 0 ? joined(dimensions.map((one, index) => texts[index]?.(one.values[row]) ?? '')) : metric.label;
    return [{ name, value, filters: dimensions.map((one) => ({ column: one.name, values: [one.values[row] ?? null] })) }];
  });
  return { shares, sum: shares.reduce((sum, one) => sum + Math.max(0, one.value), 0) };
}

/** The largest ones and the rest as one, for nobody can read more. @param {readonly Share[]} shares @param {number} most @param {string} rest what to call it @returns {Share[]} */
export function atMost(shares, most, rest) {
  if (shares.length <= most) return [...shares];
  const least = shares.map((one) => one.value).sort((a, b) => b - a)[most - 1] ?? 0;
  const kept = shares.filter((one) => one.value >= least).slice(0, most);
  const known = new Set(kept);
  return [...kept, { name: rest, value: shares.reduce((sum, one) => (known.has(one) ? sum : sum + one.value), 0), filters: [] }];
}

/**
 * A label by the author's own template: {name}, {value}, {percent}, or ECharts' {b}, {c}, {d}; \\n begins a new line.
 * @param {string} template @param {{ name: string, value: string, percent: string }} parts
 */
export const byTemplate = (template, { name, value, percent }) =>
  template.replaceAll('\\n', '\n').replace(/\{(name|value|percent|[abcd])\}/g, (_, word) => ({ name, value, percent, b: name, c: value, d: percent, a: '' })[/** @type {'name'} */ (word)] ?? '');

/**
 * Which of name, value and percent a label shows, by Superset's words for it.
 * @param {string} type @param {{ name: string, value: string, percent: string }} parts @returns {{ head: string, tail: string }}
 */
export function labelParts(type, { name, value, percent }) {
  const tail = [type.includes('value') ? value : '', type.includes('percent') ? percent : ''].filter(Boolean).join(' · ');
  return { head: type.includes('key') || tail === '' ? name : '', tail };
}
