// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
/** @import { Align } from '../grid/model.js' */
/** @import { Config } from './config.js' */
import { columnNames, fields, metricNames, numeric } from '../shared/columns.js';
import { widthOf } from '../shared/labels.js';
import { list, text } from '../shared/settings.js';
import { barsOf } from './bars.js';
import { comparedWith } from './compare.js';
import { choice, configOf, word } from './config.js';
import { writer } from './formats.js';
import { totalOf, wholeOf } from './totals.js';

/**
 * @typedef {object} TableColumn
 * @property {string} name in the answer
 * @property {string} label
 * @property {string} group of a metric that is compared with another time, or ''
 * @property {'text' | 'number' | 'time' | 'boolean'} type
 * @property {readonly Cell[]} values
 * @property {boolean} dimension a click on a cell filters by it
 * @property {boolean} change a difference: coloured by its sign
 * @property {Align} align
 * @property {number} width wanted, in pixels
 * @property {boolean} fixed the author's width
 * @property {boolean} wrap long texts take several lines
 * @property {(value: Cell | undefined) => string} text
 * @property {((value: Cell | undefined, color?: string) => string) | undefined} bar
 * @property {string} total what stands in the last row, or ''
 */

const PADDING = 18;
const MOST_MEASURED = 200;
const [NARROW, WIDE] = [56, 340];
const [LINE, ROW, MOST_LINES] = [17, 30, 6];
const GIVING = 0.1;

/** The columns to show, in the author's order. @param {Input} input @returns {TableColumn[]} */
export function columnsOf(input) {
  const { data, formData } = input;
  const raw = text(formData, 'query_mode', list(formData, 'all_columns').length > 0 ? 'raw' : 'aggregate') === 'raw';
  const dimensions = fields(data, columnNames(formData, ...(raw ? ['all_columns'] : ['groupby'])));
  const metrics = raw ? [] : fields(data, metricNames(formData, 'metrics'));
  const shares = raw ? [] : metricNames(formData, 'percent_metrics').flatMap((name) => shareOf(input, name));
  const plain = (/** @type {Field} */ one, /** @type {boolean} */ dimension) => column(input, one, { dimension, group: '', change: false, total: dimension ? undefined : totalOf(input, one) }, configOf(input, one.name));
  if (dimensions.length + metrics.length + shares.length === 0) return visible(fields(data, data.columns.map((one) => one.name)).map((one) => plain(one, one.type !== 'number')), input);
  const measured = metrics.flatMap((metric) => {
    const compared = comparedWith(input, metric, (name) => totalOf(input, { ...metric, name, values: name === metric.name ? metric.values : (fields(data, [name])[0]?.values ?? []) }));
    if (compared.length === 0) return [plain(metric, false)];
    return compared.map(({ field, sign, group, change, total }) => {
      const config = configOf(input, field.name, sign);
      const formatted = { ...configOf(input, metric.name, `Main ${metric.name}`), ...config, ...(sign === '%' && !word(config, 'd3NumberFormat') ? { d3NumberFormat: '.1%', currencyFormat: null } : {}) };
      return column(input, field, { dimension: false, group, change, total }, formatted);
    });
  });
  return visible([...dimensions.map((one) => plain(one, true)), ...measured, ...shares.map((one) => plain(one, false))], input);
}

/** @param {TableColumn[]} columns @param {Input} input */
const visible = (columns, input) => columns.filter(({ name }) => choice(configOf(input, name), 'visible') !== false);

/** A metric as its share of the whole column, as the server made it or from the metric itself. @param {Input} input @param {string} name @returns {Field[]} */
function shareOf(input, name) {
  const { data } = input;
  const [made] = fields(data, [`%${name}`]);
  const [metric] = fields(data, [name]);
  const whole = metric && wholeOf(input, name);
  if (metric && whole !== undefined) return [{ ...metric, name: `%${name}`, label: `% ${metric.label}`, values: metric.values.map((cell) => (numeric(cell) === null ? null : (numeric(cell) ?? 0) / whole)) }];
  if (made) return [{ ...made, label: metric ? `% ${metric.label}` : made.label }];
  if (!metric) return [];
  const sum = metric.values.reduce((/** @type {number} */ all, cell) => all + (numeric(cell) ?? 0), 0);
  const values = metric.values.map((cell) => (sum === 0 || numeric(cell) === null ? null : (numeric(cell) ?? 0) / sum));
  return [{ ...metric, name: `%${name}`, label: `% ${metric.label}`, values }];
}

/** @param {Input} input @param {Field} one @param {{ dimension: boolean, group: string, change: boolean, total: Cell | undefined }} role @param {Config} config @returns {TableColumn} */
function column(input, one, { dimension, group, change, total }, config) {
  const label = word(config, 'customColumnName') || (group && one.label === 'Main' ? input.text('main') : one.label);
  const write = writer(input, one, config, dimension);
  const raw = text(input.formData, 'query_mode', 'aggregate') === 'raw';
  const number = one.type === 'number' && !(dimension && !raw);
  const aligned = word(config, 'horizontalAlign') || text(input.formData, 'align');
  const align = aligned === 'left' || aligned === 'center' || aligned === 'right' ? aligned : number ? 'right' : 'left';
  const asked = Number(config.columnWidth);
  const fixed = Number.isFinite(asked) && asked > 0;
  const totalText = total === undefined ? '' : write(total);
  const natural = Math.max(longest(one, write) + (change ? 18 : 0), widthOf(label, 12) + 28, widthOf(totalText, 12) * 1.06);
  const width = fixed ? asked : Math.min(WIDE, Math.max(NARROW, Math.ceil(natural) + PADDING));
  const wrap = choice(config, 'truncateLongCells') === false && one.type === 'text';
  // Rows as they are have ids and years among their numbers: bars only where the author wants them.
  const barred = number && !change && (!dimension || choice(config, 'showCellBars') === true);
  const bar = barred ? barsOf(input, one.values, config) : undefined;
  return { name: one.name, label, group, type: one.type, values: one.values, dimension, change, align, width, fixed, wrap, text: write, bar, total: totalText };
}

/** All rows are as high as the longest text needs, so that a row's place is known without drawing those before it. @param {readonly TableColumn[]} columns in their final widths */
export function rowHeight(columns) {
  const lines = columns.map((one) => (one.wrap ? Math.ceil((longest(one, one.text) * 1.08) / Math.max(20, one.width - PADDING)) : 1));
  return ROW + LINE * (Math.min(MOST_LINES, Math.max(1, ...lines)) - 1);
}

/** Of a sample, spread over all rows: a long table has its longest texts anywhere. @param {{ readonly values: readonly Cell[] }} one @param {(value: Cell | undefined) => string} write */
function longest({ values }, write) {
  const step = Math.max(1, Math.floor(values.length / MOST_MEASURED));
  let most = 0;
  for (let row = 0; row < values.length; row += step) most = Math.max(most, widthOf(write(values[row]), 12));
  return most;
}

/** Rather a little narrower than a column half in sight; much too many stay as wide as they are. @param {readonly { width: number, fixed: boolean }[]} columns @param {number} over @returns {number[]} */
function narrowed(columns, over) {
  const free = columns.reduce((all, one) => all + (one.fixed ? 0 : one.width), 0);
  const share = over / free;
  return columns.map((one) => (one.fixed || share > GIVING ? one.width : Math.floor(one.width * (1 - share))));
}

/** Final widths: what is left goes to the columns of text, else to all; none to those the author or reader sized. @param {readonly { width: number, align: Align, fixed: boolean }[]} columns @param {number} available @returns {number[]} */
export function widths(columns, available) {
  const wanted = columns.map((one) => one.width);
  const rest = available - wanted.reduce((all, width) => all + width, 0);
  const free = columns.filter((one) => !one.fixed);
  if (rest < 0 && free.length > 0) return narrowed(columns, -rest);
  if (rest <= 0 || free.length === 0) return wanted;
  const texts = free.some((one) => one.align === 'left');
  const part = (/** @type {{ align: Align, fixed: boolean }} */ one) => (one.fixed ? 0 : texts && one.align === 'left' ? 2 : 1);
  const parts = columns.reduce((all, one) => all + part(one), 0);
  const sizes = columns.map((one) => Math.floor(one.width + (rest * part(one)) / parts));
  const grown = columns.findLastIndex((one) => part(one) > 0);
  sizes[grown] = (sizes[grown] ?? 0) + Math.floor(available) - sizes.reduce((all, width) => all + width, 0);
  return sizes;
}
