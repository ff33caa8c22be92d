// @ts-check
/** @import { Cell, Filter, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
/** @import { Group } from './cube.js' */
/** @import { Line } from './lines.js' */
/** @import { Look } from '../tables/rules.js' */
import { columnNames, fields, labelOf, metricFields, metricNames } from '../shared/columns.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, text } from '../shared/settings.js';
import { choice, configOf, word } from '../tables/config.js';
import { decimals } from '../tables/formats.js';
import { rulesOf } from '../tables/rules.js';
import { AGGREGATES } from './aggregates.js';
import { chain, cube } from './cube.js';
import { byKey, byValue, keyOf, lines } from './lines.js';

/** What a reader did. @typedef {{ closedRows?: string[], closedColumns?: string[], sort?: { key: string, desc: boolean } | null }} Doings `key` of a column's line, or `level` and a number for the names of rows */
/**
 * @typedef {object} Pivot
 * @property {Line[]} rows
 * @property {Line[]} columns
 * @property {readonly string[]} rowHeads names of the levels of rows
 * @property {readonly string[]} columnHeads names of the levels of columns
 * @property {(line: Line, level: number) => string} rowLabel of a level, '' where it says nothing
 * @property {(line: Line, level: number) => string} columnLabel
 * @property {(line: Line, level: number) => Group | undefined} rowGroup the group a level's label stands for
 * @property {(line: Line, level: number) => Group | undefined} columnGroup
 * @property {(row: Line, column: Line) => Cell} value
 * @property {(row: Line, column: Line) => string} write
 * @property {(row: Line, column: Line) => Look | undefined} look
 * @property {(groups: readonly (Group | undefined)[]) => Filter[]} filters of a row's and a column's group
 */

/** Rows before columns, or as transposed. @param {Input} input */
function axes({ data, formData }) {
  const [rows, columns] = [fields(data, columnNames(formData, 'groupbyRows')), fields(data, columnNames(formData, 'groupbyColumns'))];
  return flag(formData, 'transposePivot', false) ? [columns, rows] : [rows, columns];
}

/** @param {Input} input @param {Doings} doings @returns {Pivot | undefined} undefined: nothing to show */
export function pivot(input, doings) {
  const { data, formData, locale } = input;
  const [rowFields = [], columnFields = []] = axes(input);
  const metrics = metricFields(data, metricNames(formData, 'metrics'), [...rowFields, ...columnFields]).filter(({ name }) => choice(configOf(input, name), 'visible') !== false);
  if (data.length === 0 || metrics.length === 0) return undefined;
  const aggregate = AGGREGATES[text(formData, 'aggregateFunction', 'Sum')] ?? /** @type {import('./aggregates.js').Aggregate} */ (AGGREGATES.Sum);
  const made = cube(rowFields, columnFields, metrics, aggregate, data.length);
  const onRows = text(formData, 'metricsLayout', 'COLUMNS') === 'ROWS';
  const where = flag(formData, 'combineMetric', false) ? /** @type {const} */ ('last') : /** @type {const} */ ('first');
  // One metric needs no level of its own where there is another one: it is what the table is about.
  const named = (/** @type {readonly Field[]} */ other) => metrics.length > 1 || other.length === 0;
  const rowMetrics = onRows && named(rowFields) ? where : undefined;
  const columnMetrics = !onRows && named(columnFields) ? where : undefined;
  const writers = { rows: rowFields.map((one) => keyWriter(input, one)), columns: columnFields.map((one) => keyWriter(input, one)) };
  const value = (/** @type {Line} */ row, /** @type {Line} */ column) => made.value(row.group, column.group, onRows ? row.metric : column.metric);

  const shape = (/** @type {'rows' | 'columns'} */ side, /** @type {readonly Field[]} */ dims, /** @type {'first' | 'last' | undefined} */ place) => {
    const row = side === 'rows';
    const closed = new Set(row ? doings.closedRows : doings.closedColumns);
    const order = text(formData, row ? 'rowOrder' : 'colOrder', 'key_a_to_z');
    const name = (/** @type {number} */ level, /** @type {Cell} */ cell) => writers[side][level]?.(cell) ?? '';
    const keys = byKey(name, locale, order === 'key_z_to_a');
    const total = (/** @type {Group} */ group) => (row ? made.value(group, made.columns.root, 0) : made.value(made.rows.root, group, 0));
    const chosen = order.startsWith('value') ? byValue(total, order === 'value_z_to_a', keys) : keys;
    return {
      levels: dims.length, metrics: place, metricCount: metrics.length, compare: chosen, keys, name,
      subtotals: flag(formData, row ? 'rowSubTotals' : 'colSubTotals', false), subtotalsFirst: formData[row ? 'rowSubtotalPosition' : 'colSubtotalPosition'] === true,
      totals: flag(formData, row ? 'colTotals' : 'rowTotals', false), closed: (/** @type {Group} */ group) => closed.has(keyOf(group)),
    };
  };
  const columnShape = shape('columns', columnFields, columnMetrics);
  const columns = lines(made.columns.root, columnShape);
  const rowShape = shape('rows', rowFields, rowMetrics);
  const rows = lines(made.rows.root, { ...rowShape, compare: clicked(doings, columns, rowShape, (group, line) => made.value(group, line.group, onRows ? 0 : line.metric), locale) });

  const heads = (/** @type {readonly Field[]} */ dims, /** @type {'first' | 'last' | undefined} */ place) => {
    const names = dims.map((one) => word(configOf(input, one.name), 'customColumnName') || one.label);
    return place === 'first' ? [input.text('metric'), ...names] : place === 'last' ? [...names, input.text('metric')] : names;
  };
  const reader = labels(input, metrics);
  return {
    rows,
    columns,
    rowHeads: heads(rowFields, rowMetrics),
    columnHeads: heads(columnFields, columnMetrics),
    rowLabel: reader.label(rowShape),
    rowGroup: reader.group(rowShape),
    columnLabel: reader.label(columnShape),
    columnGroup: reader.group(columnShape),
    value,
    ...cells(input, metrics, aggregate, value, onRows, { rows, columns }),
    filters: (groups) => groups.flatMap((group, side) => (group ? chain(group).slice(0, -1).reverse().map((one) => ({ column: (side === 0 ? rowFields : columnFields)[one.level]?.name ?? '', values: [one.value] })) : [])),
  };
}

/** The order a reader clicked, else the author's. @param {Doings} doings @param {readonly Line[]} columns @param {{ compare: (a: Group, b: Group) => number, keys: (a: Group, b: Group) => number, name: (level: number, cell: Cell) => string }} shape @param {(group: Group, line: Line) => Cell} valueOf @param {string} locale */
function clicked({ sort }, columns, { compare, keys, name }, valueOf, locale) {
  if (!sort) return compare;
  if (sort.key.startsWith('level')) return byKey(name, locale, sort.desc);
  const line = columns.find((one) => one.key === sort.key);
  return line ? byValue((group) => valueOf(group, line), sort.desc, keys) : compare;
}

/** @param {Input} input @param {Field} one */
function keyWriter(input, one) {
  const format = word(configOf(input, one.name), 'd3TimeFormat') || text(input.formData, 'date_format');
  return labelOf(input, one, one.type === 'time' && format && !format.startsWith('smart_date') ? format : undefined);
}

/** What levels say. @param {Input} input @param {readonly Field[]} metrics */
function labels(input, metrics) {
  /** @typedef {{ levels: number, metrics: 'first' | 'last' | undefined, name: (level: number, cell: Cell) => string }} Named */
  const own = (/** @type {Named} */ shape, /** @type {number} */ level) => level - (shape.metrics === 'first' ? 1 : 0);
  const group = (/** @type {Named} */ shape) => (/** @type {Line} */ line, /** @type {number} */ level) => chain(line.group).find((one) => one.level === own(shape, level) && one.level >= 0);
  const label = (/** @type {Named} */ shape) => (/** @type {Line} */ line, /** @type {number} */ level) => {
    const at = own(shape, level);
    if (shape.metrics && (at < 0 || at >= shape.levels)) {
      const metric = metrics[line.metric];
      return metric ? word(configOf(input, metric.name), 'customColumnName') || metric.label : '';
    }
    const found = group(shape)(line, level);
    if (found) return shape.name(found.level, found.value);
    if (at === 0 && line.kind === 'total') return input.text('total');
    return at === line.group.level + 1 && line.kind === 'sub' && !line.closed ? input.text('subtotal') : '';
  };
  return { group, label };
}

/** @param {Input} input @param {readonly Field[]} metrics @param {import('./aggregates.js').Aggregate} aggregate @param {(row: Line, column: Line) => Cell} value @param {boolean} onRows @param {{ rows: readonly Line[], columns: readonly Line[] }} all */
function cells(input, metrics, aggregate, value, onRows, { rows, columns }) {
  const writers = metrics.map((metric) => valueWriter(input, metric, aggregate));
  const metricOf = (/** @type {Line} */ row, /** @type {Line} */ column) => (onRows ? row.metric : column.metric);
  const leaf = (/** @type {Line} */ line) => line.kind === 'leaf';
  // A colour compares cells of one kind: totals would outshine them all.
  const wanted = new Set((Array.isArray(input.formData.conditional_formatting) ? input.formData.conditional_formatting : []).map((rule) => rule?.column));
  const among = metrics.map((metric, index) => (wanted.has(metric.name) ? rows.filter(leaf).flatMap((row) => columns.flatMap((column) => (leaf(column) && metricOf(row, column) === index ? [value(row, column)] : []))) : []));
  const rules = wanted.size === 0 ? [] : metrics.map((metric, index) => rulesOf(input, (name) => (name === metric.name ? among[index] : undefined)));
  return {
    write: (/** @type {Line} */ row, /** @type {Line} */ column) => {
      const cell = value(row, column);
      return cell === null ? '' : (writers[metricOf(row, column)]?.(cell) ?? String(cell));
    },
    look: (/** @type {Line} */ row, /** @type {Line} */ column) => {
      if (rules.length === 0 || !leaf(row) || !leaf(column)) return undefined;
      /** @type {Look | undefined} */
      let look;
      for (const rule of rules[metricOf(row, column)] ?? []) {
        const found = rule.look(value(row, column));
        if (found !== undefined) look = { ...look, [rule.kind]: found };
      }
      return look;
    },
  };
}

/** @param {Input} input @param {Field} metric @param {import('./aggregates.js').Aggregate} aggregate @returns {(value: Cell | undefined) => string} */
function valueWriter(input, metric, aggregate) {
  const { formData, formatters } = input;
  const config = configOf(input, metric.name);
  const general = text(formData, 'valueFormat');
  const format = word(config, 'd3NumberFormat') || (general === 'SMART_NUMBER' ? '' : general) || metric.format || '';
  if (aggregate.kind === 'text') return (value) => String(value ?? '');
  if (aggregate.kind === 'count') return formatters.number(',d');
  if (aggregate.kind === 'share') return formatters.number(format.includes('%') ? format : '.1%');
  const currency = config.currencyFormat ?? formData.currency_format ?? metric.currency;
  return valueTexts({ ...input, formData: { ...formData, currency_format: currency, y_axis_format: null, number_format: null } }, { format: format || decimals(metric.values) }).long;
}
