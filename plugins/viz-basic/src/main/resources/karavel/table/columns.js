// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
import { alpha } from '../shared/color.js';
import { columnNames, fields, metricNames, numeric } from '../shared/columns.js';
import { conditionColor } from '../shared/conditions.js';
import { widthOf } from '../shared/labels.js';
import { valueTexts } from '../shared/numbers.js';
import { flag, list, metricLabel, text } from '../shared/settings.js';

/** @typedef {'left' | 'center' | 'right'} Align */
/**
 * @typedef {object} TableColumn
 * @property {string} name in the answer
 * @property {string} label
 * @property {readonly Cell[]} values
 * @property {boolean} dimension a click on a cell filters by it
 * @property {Align} align
 * @property {number} width wanted, in pixels
 * @property {(value: Cell | undefined) => string} text
 * @property {(value: Cell | undefined) => string} background CSS, or ''
 * @property {string} total what stands in the last row, or ''
 */

const PADDING = 18;
const MOST_MEASURED = 200;

/** @param {Input} input @param {string} name @returns {Readonly<Record<string, unknown>>} */
function configOf({ formData }, name) {
  const all = /** @type {Record<string, unknown> | null | undefined} */ (formData.column_config);
  return /** @type {Record<string, unknown>} */ (all?.[name] ?? {});
}

/** The columns to show, in the author's order. @param {Input} input @returns {TableColumn[]} */
export function columnsOf(input) {
  const { data, formData } = input;
  const raw = text(formData, 'query_mode', 'aggregate') === 'raw';
  const dimensions = fields(data, columnNames(formData, ...(raw ? ['all_columns'] : ['groupby'])));
  const metrics = raw ? [] : fields(data, metricNames(formData, 'metrics'));
  const shares = raw ? [] : metricNames(formData, 'percent_metrics').flatMap((name) => shareOf(input, name));
  const chosen = [...dimensions.map((one) => ({ one, dimension: true })), ...metrics.map((one) => ({ one, dimension: false })), ...shares.map((one) => ({ one, dimension: false }))];
  const shown = chosen.length > 0 ? chosen : fields(data, data.columns.map((column) => column.name)).map((one) => ({ one, dimension: one.type !== 'number' }));
  return shown.filter(({ one }) => configOf(input, one.name).visible !== false).map(({ one, dimension }) => column(input, one, dimension));
}

/** A metric as its share of the whole column, as the server made it or from the metric itself. @param {Input} input @param {string} name @returns {Field[]} */
function shareOf({ data }, name) {
  const [made] = fields(data, [`%${name}`]);
  if (made) return [made];
  const [metric] = fields(data, [name]);
  if (!metric) return [];
  const sum = metric.values.reduce((/** @type {number} */ all, cell) => all + (numeric(cell) ?? 0), 0);
  const values = metric.values.map((cell) => (sum === 0 || numeric(cell) === null ? null : (numeric(cell) ?? 0) / sum));
  return [{ ...metric, name: `%${name}`, label: `% ${metric.label}`, values }];
}

/** @param {Input} input @param {Field} one @param {boolean} dimension @returns {TableColumn} */
function column(input, one, dimension) {
  const config = configOf(input, one.name);
  const label = typeof config.customColumnName === 'string' && config.customColumnName ? config.customColumnName : one.label;
  const write = writer(input, one, config, dimension);
  const number = one.type === 'number' && !(dimension && text(input.formData, 'query_mode', 'aggregate') !== 'raw');
  const aligned = typeof config.horizontalAlign === 'string' ? config.horizontalAlign : text(input.formData, 'align');
  const align = aligned === 'left' || aligned === 'center' || aligned === 'right' ? aligned : number ? 'right' : 'left';
  const longest = one.values.slice(0, MOST_MEASURED).reduce((/** @type {number} */ most, cell) => Math.max(most, widthOf(write(cell), 12)), widthOf(label, 12) + 14);
  const asked = Number(config.columnWidth);
  const width = Number.isFinite(asked) && asked > 0 ? asked : Math.min(340, Math.max(64, Math.ceil(longest) + PADDING));
  const background = backgrounds(input, one, config, number && !dimension);
  return { name: one.name, label, values: one.values, dimension, align, width, text: write, background, total: totalOf(input, one, dimension, write) };
}

/** @param {Input} input @param {Field} one @param {Readonly<Record<string, unknown>>} config @param {boolean} dimension @returns {TableColumn['text']} */
function writer(input, one, config, dimension) {
  const { formatters, formData } = input;
  if (one.type === 'time') {
    const format = [config.d3TimeFormat, formData.table_timestamp_format].find((each) => typeof each === 'string' && each !== '' && !each.startsWith('smart_date'));
    return formatters.time(typeof format === 'string' ? format : undefined, text(formData, 'time_grain_sqla') || undefined);
  }
  if (one.type !== 'number') return formatters.cell(one);
  const share = one.name.startsWith('%');
  const format = typeof config.d3NumberFormat === 'string' && config.d3NumberFormat ? config.d3NumberFormat : share ? '.1%' : '';
  const withUnits = (/** @type {string} */ given) => valueTexts({ ...input, formData: { ...formData, currency_format: config.currencyFormat ?? null, y_axis_format: null, number_format: null } }, { format: given }).long;
  const usual = dimension && !format ? (/** @type {Cell | undefined} */ value) => (Number.isInteger(value) && Math.abs(Number(value)) < 10_000 ? String(value) : formatters.cell(one)(value)) : withUnits(format || decimals(one.values));
  const small = typeof config.d3SmallNumberFormat === 'string' && config.d3SmallNumberFormat ? withUnits(config.d3SmallNumberFormat) : usual;
  return (value) => (typeof value === 'number' && Math.abs(value) < 1 ? small : usual)(value);
}

/** One number of decimals for a whole column, so that its digits stand below each other. @param {readonly Cell[]} values */
function decimals(values) {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.every(Number.isInteger)) return ',d';
  const most = numbers.reduce((all, value) => Math.max(all, Math.abs(value)), 0);
  return most >= 10_000 ? ',.0f' : most >= 10 ? ',.1f' : most >= 1 ? ',.2f' : ',.4f';
}

/** @param {Input} input @param {Field} one @param {Readonly<Record<string, unknown>>} config @param {boolean} number @returns {TableColumn['background']} */
function backgrounds(input, one, config, number) {
  const { formData, theme } = input;
  const rules = list(formData, 'conditional_formatting');
  const bars = number && (typeof config.showCellBars === 'boolean' ? config.showCellBars : flag(formData, 'show_cell_bars', true));
  const numbers = bars ? one.values.filter((value) => typeof value === 'number') : [];
  const low = numbers.reduce((least, value) => Math.min(least, value), 0);
  const high = numbers.reduce((most, value) => Math.max(most, value), 0);
  const aligned = config.alignPositiveNegative === true || flag(formData, 'align_pn', false);
  const toned = config.colorPositiveNegative === true;
  const red = toned || (config.colorPositiveNegative !== false && flag(formData, 'color_pn', true));
  const strength = theme.mode === 'dark' ? 0.24 : 0.13;
  const bar = (/** @type {number} */ value) => {
    const color = alpha(value < 0 && red ? theme.bad : toned ? theme.good : (theme.categorical[0] ?? theme.accent), strength);
    const [least, reach] = aligned ? [0, Math.max(-low, high)] : [low, high - low];
    if (reach === 0) return '';
    const [from, to] = aligned ? [0, Math.abs(value) / reach] : [(Math.min(0, value) - least) / reach, (Math.max(0, value) - least) / reach];
    const [start, end] = [from, to].map((share) => `${(share * 100).toFixed(1)}%`);
    return `linear-gradient(to right, transparent ${start}, ${color} ${start} ${end}, transparent ${end}) center / calc(100% - 6px) calc(100% - 8px) no-repeat`;
  };
  return (value) => {
    if (typeof value !== 'number') return '';
    return conditionColor(input, rules, one.name, value, one.values, theme.mode === 'dark' ? 0.4 : 0.28) ?? (bars ? bar(value) : '');
  };
}

/** Sums only what may be summed: counts and sums, and extremes; a mean of means would be a lie. @param {Input} input @param {Field} one @param {boolean} dimension @param {TableColumn['text']} write */
function totalOf(input, one, dimension, write) {
  const { formData, results } = input;
  if (!flag(formData, 'show_totals', false) || dimension || one.type !== 'number') return '';
  const [given] = results[1]?.length === 1 ? fields(results[1], [one.name]) : [];
  if (given) return write(given.values[0]);
  const metric = list(formData, 'metrics').find((each) => metricLabel(each) === one.name);
  const aggregate = metric !== null && typeof metric === 'object' && 'aggregate' in metric ? String(metric.aggregate) : one.name.startsWith('%') || /^(count|sum)\b/i.test(one.name) ? 'SUM' : '';
  const numbers = one.values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return '';
  if (aggregate === 'COUNT' || aggregate === 'SUM') return write(numbers.reduce((all, value) => all + value, 0));
  if (aggregate === 'MAX' || aggregate === 'MIN') return write(numbers.reduce((a, b) => (aggregate === 'MAX' ? Math.max(a, b) : Math.min(a, b))));
  return '';
}

/** Final widths: what is left goes to the columns of text, else to all. @param {readonly TableColumn[]} columns @param {number} available @returns {number[]} */
export function widths(columns, available) {
  const wanted = columns.map((one) => one.width);
  const rest = available - wanted.reduce((all, width) => all + width, 0);
  if (rest <= 0 || columns.length === 0) return wanted;
  const growing = columns.some((one) => one.align === 'left') ? columns.map((one) => (one.align === 'left' ? 2 : 1)) : columns.map(() => 1);
  const parts = growing.reduce((all, part) => all + part, 0);
  return wanted.map((width, index) => width + (rest * (growing[index] ?? 0)) / parts);
}

/** The order of rows: numbers and times by size, text as people sort it, nothing last. @param {TableColumn} column @param {boolean} ascending @param {string} locale @returns {number[]} */
export function ordered({ values }, ascending, locale) {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = ascending ? 1 : -1;
  return values.map((_, row) => row).sort((a, b) => {
    const [one, other] = [values[a] ?? null, values[b] ?? null];
    if (one === null || other === null) return one === other ? a - b : one === null ? 1 : -1;
    const difference = typeof one === 'number' && typeof other === 'number' ? one - other : compare(String(one), String(other));
    return difference === 0 ? a - b : sign * difference;
  });
}
