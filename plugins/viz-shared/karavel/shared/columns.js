// @ts-check
/** @import { Cell, Column, Data, FormData, Input } from 'karavel-viz' */
import { columnLabel, list, metricLabel } from './settings.js';

/**
 * A column of the answer with its values.
 * @typedef {Column & { readonly values: readonly Cell[] }} Field
 */

/** @param {Data} data @param {number} index @returns {Field} */
const at = (data, index) => ({ .../** @type {Column} */ (data.columns[index]), values: data.values[index] ?? [] });

/** @param {Data} data @param {string} name @returns {Field | undefined} */
export function field(data, name) {
  const index = data.columns.findIndex((column) => column.name === name);
  return index < 0 ? undefined : at(data, index);
}

/** @param {Data} data @param {readonly string[]} names @returns {Field[]} */
export function fields(data, names) {
  const found = [...new Set(names)].map((name) => field(data, name));
  return /** @type {Field[]} */ (found.filter(Boolean));
}

/** @param {FormData} form @param {...string} controls */
export const metricNames = (form, ...controls) => controls.flatMap((name) => list(form, name).map(metricLabel)).filter(Boolean);

/** @param {FormData} form @param {...string} controls */
export const columnNames = (form, ...controls) => controls.flatMap((name) => list(form, name).map(columnLabel)).filter(Boolean);

/**
 * The metrics that were asked for, or every number column nobody else claims: an answer may come from SQL that names its columns differently.
 * @param {Data} data @param {readonly string[]} wanted @param {readonly (Field | undefined)[]} taken @returns {Field[]}
 */
export function metricFields(data, wanted, taken) {
  const found = fields(data, wanted);
  if (found.length > 0) return found;
  const names = new Set(taken.map((one) => one?.name));
  return data.columns.flatMap((column, index) => (column.type === 'number' && !names.has(column.name) ? [at(data, index)] : []));
}

/**
 * The x axis: the control's column, else the first one that is neither metric nor series.
 * @param {Data} data @param {FormData} form @param {readonly string[]} others @returns {Field | undefined}
 */
export function xField(data, form, others) {
  const [named = ''] = columnNames(form, 'x_axis', 'granularity_sqla');
  const index = data.columns.findIndex((column) => !others.includes(column.name));
  return field(data, named) ?? field(data, '__timestamp') ?? (index < 0 ? undefined : at(data, index));
}

/** With labels that tell them apart: of several alike, those that are called otherwise say so. @param {readonly Field[]} fields @returns {Field[]} */
export function apart(fields) {
  const count = (/** @type {string} */ label) => fields.filter((one) => one.label === label).length;
  const taken = new Set(fields.filter((one) => count(one.label) === 1 || one.label === one.name).map((one) => one.label));
  return fields.map((one) => {
    if (taken.has(one.label) && (count(one.label) === 1 || one.label === one.name)) return one;
    let label = `${one.label} (${one.name})`;
    for (let number = 2; taken.has(label); number++) label = `${one.label} (${one.name}, ${number})`;
    taken.add(label);
    return { ...one, label };
  });
}

/** @param {Cell | undefined} cell @returns {number | null} */
export const numeric = (cell) => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return typeof cell === 'string' && cell.trim() !== '' && Number.isFinite(Number(cell)) ? Number(cell) : null;
};

/** A cell as a label, times by the query's grain. @param {Input} input @param {Column} column @param {string} [format] */
export function labelOf({ formatters, formData }, column, format) {
  const grain = typeof formData.time_grain_sqla === 'string' ? formData.time_grain_sqla : undefined;
  if (column.type === 'time') return formatters.time(format, grain);
  if (column.type !== 'number') return formatters.cell(column, format);
  const grouped = formatters.number(format || ',.4~f');
  // A year or an id reads better without separators.
  return (/** @type {Cell | undefined} */ cell) => (!format && Number.isInteger(cell) && Math.abs(Number(cell)) < 10_000 ? String(cell) : grouped(cell));
}
