// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { CellView, GridSource } from '../grid/model.js' */
/** @import { Sort } from '../tables/order.js' */
/** @import { Line, TimeColumn, TimeTable } from './model.js' */
import { mix } from '../shared/color.js';
import { widthOf } from '../shared/labels.js';
import { ordered } from '../tables/order.js';
import { addressOf, sparkValues, timeColumns, timeTable, valueOf } from './model.js';
import { spark } from './spark.js';

/** What a column's numbers are written like: the author's way, the metric's, or by what they are. @param {TimeColumn} column @param {readonly (number | null)[]} values @param {string} metric */
function formatOf({ d3format, colType, comparisonType }, values, metric) {
  if (d3format) return d3format;
  if (colType === 'contrib' || (colType === 'time' && comparisonType === 'perc')) return '.1%';
  if (colType === 'time' && comparisonType === 'perc_change') return '+.1%';
  // A sign of its own tells a difference from a value.
  if (metric && !(colType === 'time' && comparisonType === 'diff')) return metric;
  const known = values.filter((value) => value !== null);
  const most = known.reduce((all, value) => Math.max(all, Math.abs(value)), 0);
  return known.every(Number.isInteger) ? ',d' : most >= 10_000 ? ',.0f' : most >= 10 ? ',.1f' : ',.3f';
}

/** From the colour of bad to that of good, between the author's bounds. @param {Input} input @param {TimeColumn} column @param {number | null} value */
function toned({ theme }, { bounds: [low, high] }, value) {
  if (value === null || (low === undefined && high === undefined)) return undefined;
  const share = low === undefined ? (value >= (high ?? 0) ? 1 : 0) : high === undefined ? (value <= low ? 0 : 1) : high === low ? (value >= high ? 1 : 0) : Math.max(0, Math.min(1, (value - low) / (high - low)));
  const color = share < 0.5 ? theme.bad : theme.good;
  return mix(theme.surface, color, (theme.mode === 'dark' ? 0.42 : 0.3) * Math.abs(share - 0.5) * 2);
}

/** The table over time as a grid. @param {Input} input @param {readonly Sort[]} sorts @returns {{ source: GridSource, line: (row: number) => Line | undefined, columns: readonly TimeColumn[] }} */
export function timeSource(input, sorts) {
  const table = timeTable(input);
  const columns = timeColumns(input);
  const values = columns.map((column) => table.lines.map((line) => valueOf(column, line, table)));
  // Metrics have a scale each; groups of one metric share it.
  const grouped = table.lines.some((line) => line.filters.length > 0);
  const writers = columns.map((column, index) => {
    const all = input.formatters.number(formatOf(column, column.colType === 'spark' ? table.lines.flatMap((line) => [...line.values]) : (values[index] ?? []), table.lines[0]?.format ?? ''));
    const own = grouped ? [] : table.lines.map((line, row) => input.formatters.number(formatOf(column, column.colType === 'spark' ? line.values : [values[index]?.[row] ?? null], line.format)));
    return (/** @type {number} */ value, /** @type {number} */ row) => (own[row] ?? all)(value);
  });
  const rows = table.lines.map((_, row) => row);
  const keys = sorts.flatMap(({ id, desc }) => (id === 'name' ? [{ values: /** @type {Cell[]} */ (table.lines.map((line) => line.label)), desc }] : columns.flatMap((column, index) => (column.key === id ? [{ values: values[index] ?? [], desc }] : []))));
  const order = keys.length > 0 ? ordered(rows, keys, input.locale) : rows;
  const tallest = columns.reduce((most, column) => Math.max(most, column.colType === 'spark' ? column.height + 10 : 0), 34);
  const widths = sizes(input, table, columns, values, writers);
  const sortOf = (/** @type {string} */ id) => {
    const place = sorts.findIndex((one) => one.id === id);
    return place < 0 ? undefined : { ascending: !sorts[place]?.desc, place: sorts.length > 1 ? place + 1 : 0 };
  };
  const names = { id: 'name', label: table.name || input.text('metric'), width: widths[0] ?? 120, align: /** @type {'left'} */ ('left'), pinned: true, sortable: true, sort: sortOf('name') };
  const source = {
    label: input.text('rows', { count: table.lines.length }),
    columns: [names, ...columns.map((column, index) => ({ id: column.key, label: column.label, title: column.tooltip || column.label, width: widths[index + 1] ?? 80, align: column.colType === 'spark' ? /** @type {'left'} */ ('left') : /** @type {'right'} */ ('right'), sortable: true, sort: sortOf(column.key) }))],
    heads: [],
    rowCount: rows.length,
    rowHeight: tallest,
    cell: (/** @type {number} */ row, /** @type {number} */ column) => view(/** @type {Line} */ (table.lines[order[row] ?? 0]), order[row] ?? 0, column - 1),
    nothing: input.text('noData'),
  };

  /** @param {Line} line @param {number} row @param {number} at @returns {CellView} */
  function view(line, row, at) {
    const column = columns[at];
    if (!column) {
      const href = addressOf(input, line);
      return { text: line.label, title: line.label, kind: line.filters.length > 0 ? 'filter strong' : 'strong', ...(href ? { href } : {}) };
    }
    const value = values[at]?.[row] ?? null;
    const write = (/** @type {number | null} */ given) => (given === null ? '–' : (writers[at]?.(given, row) ?? ''));
    if (column.colType === 'spark') {
      const shown = sparkValues(column, line.values);
      const moments = table.times.slice(table.times.length - shown.length).map(input.formatters.time(column.dateFormat || undefined, typeof input.formData.time_grain_sqla === 'string' ? input.formData.time_grain_sqla : undefined));
      return { text: write(value), html: spark(input, column, shown, moments, write, { width: Math.min(column.width, (widths[at + 1] ?? column.width) - 16), height: column.height }), kind: 'drawn' };
    }
    const background = toned(input, column, value);
    return { text: write(value), title: column.tooltip || '', ...(background ? { background } : {}) };
  }
  return { source, line: (row) => table.lines[order[row] ?? -1], columns };
}

/** @param {Input} input @param {TimeTable} table @param {readonly TimeColumn[]} columns @param {readonly (readonly (number | null)[])[]} values @param {readonly ((value: number, row: number) => string)[]} writers */
function sizes({ size }, table, columns, values, writers) {
  const longest = (/** @type {readonly string[]} */ texts) => texts.reduce((most, text) => Math.max(most, widthOf(text, 12)), 0);
  const name = Math.min(Math.max(110, size.width * 0.35), Math.max(110, longest(table.lines.map((line) => line.label)) * 1.06 + 24));
  const own = columns.map((column, index) => (column.colType === 'spark' ? Math.min(column.width, Math.max(90, size.width * 0.5)) + 16 : Math.max(64, longest([`${column.label}  `, ...(values[index] ?? []).map((value, row) => (value === null ? '' : (writers[index]?.(value, row) ?? '')))]) + 30)));
  const all = [name, ...own].map(Math.round);
  const rest = size.width - all.reduce((sum, width) => sum + width, 0);
  if (rest <= 0) return all;
  const more = Math.floor(rest / all.length);
  return all.map((width, index) => width + more + (index === 0 ? rest - more * all.length : 0));
}
