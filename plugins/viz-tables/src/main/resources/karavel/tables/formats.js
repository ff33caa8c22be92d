// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
/** @import { Config } from './config.js' */
import { valueTexts } from '../shared/numbers.js';
import { text } from '../shared/settings.js';
import { word } from './config.js';

/** @typedef {(value: Cell | undefined) => string} Write */

/** How a column's cells are written. @param {Input} input @param {Field} one @param {Config} config @param {boolean} dimension @returns {Write} */
export function writer(input, one, config, dimension) {
  const { formatters, formData } = input;
  if (one.type === 'time') {
    const format = [word(config, 'd3TimeFormat'), text(formData, 'table_timestamp_format')].find((each) => each !== '' && !each.startsWith('smart_date'));
    return formatters.time(format, text(formData, 'query_mode', 'aggregate') === 'raw' ? undefined : text(formData, 'time_grain_sqla') || undefined);
  }
  if (one.type === 'boolean') return (value) => (value === true || value === 1 ? input.text('true') : value === false || value === 0 ? input.text('false') : formatters.cell(one)(value));
  if (one.type !== 'number') return formatters.cell(one);
  return numbers(input, one, config, dimension);
}

/** @param {Input} input @param {Field} one @param {Config} config @param {boolean} dimension @returns {Write} */
function numbers(input, one, config, dimension) {
  const { formatters, formData } = input;
  const share = one.name.startsWith('%');
  const format = word(config, 'd3NumberFormat') || one.format || (share ? '.1%' : '');
  const currency = share ? null : (config.currencyFormat ?? one.currency ?? null);
  const withUnits = (/** @type {string} */ given) => valueTexts({ ...input, formData: { ...formData, currency_format: currency, y_axis_format: null, number_format: null } }, { format: given }).long;
  const usual = dimension && !format ? identity(formatters.cell(one)) : withUnits(format || decimals(one.values));
  const small = word(config, 'd3SmallNumberFormat');
  if (!small) return usual;
  const tiny = withUnits(small);
  return (value) => (typeof value === 'number' && Math.abs(value) < 1 ? tiny : usual)(value);
}

/** A year or an id reads better without separators. @param {Write} grouped @returns {Write} */
const identity = (grouped) => (value) => (Number.isInteger(value) && Number(value) >= 0 && Number(value) < 10_000 ? String(value) : grouped(value));

/** One number of decimals for a whole column, so that its digits stand below each other. @param {readonly Cell[]} values */
export function decimals(values) {
  let most = 0;
  let whole = true;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    whole &&= Number.isInteger(value);
    most = Math.max(most, Math.abs(value));
  }
  if (whole) return ',d';
  return most >= 10_000 ? ',.0f' : most >= 10 ? ',.1f' : most >= 1 ? ',.2f' : ',.4f';
}
