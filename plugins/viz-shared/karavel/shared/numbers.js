// @ts-check
/** @import { Cell, Formatters, Input } from 'karavel-viz' */

/** @typedef {(value: Cell | undefined) => string} Text */

const SYMBOLS = /** @type {Record<string, string>} */ ({ USD: '$', EUR: '€', GBP: '£', INR: '₹', JPY: '¥', CNY: 'CN¥', MXN: 'MX$', BRL: 'R$', KRW: '₩', AUD: 'A$', CAD: 'CA$' });
const CURRENCY_SIGN = /^([−-]?)(.*)$/s;

/** @param {Text} plain @param {unknown} currency @returns {Text} */
function withCurrency(plain, currency) {
  const { symbol, symbolPosition } = /** @type {{ symbol?: unknown, symbolPosition?: unknown }} */ (currency !== null && typeof currency === 'object' ? currency : {});
  if (typeof symbol !== 'string' || symbol === '') return plain;
  const sign = SYMBOLS[symbol] ?? symbol;
  if (symbolPosition === 'suffix') return (value) => (value === null ? plain(value) : `${plain(value)} ${sign}`);
  return (value) => (value === null ? plain(value) : plain(value).replace(CURRENCY_SIGN, (_, minus, rest) => `${minus}${sign}${sign.length > 1 && /\w$/.test(sign) ? ' ' : ''}${rest}`));
}

/** Every digit that matters, for tooltips and tables. @param {Formatters} formatters @returns {Text} */
function exact(formatters) {
  const [great, small] = [formatters.number(',.2~f'), formatters.number(',.4~g')];
  return (value) => (typeof value === 'number' && Math.abs(value) < 1 && value !== 0 ? small : great)(value);
}

/**
 * How a chart writes its values: short on axes and marks, exact where the reader asks (tooltips), unless the author chose a format.
 * @param {Input} input @param {{ format?: string, percent?: boolean }} [options] @returns {{ short: Text, long: Text }}
 */
export function valueTexts({ formData, formatters }, options = {}) {
  const chosen = [options.format, formData.y_axis_format, formData.number_format].find((one) => typeof one === 'string' && one !== '');
  const format = typeof chosen === 'string' ? chosen : 'SMART_NUMBER';
  if (options.percent) {
    const share = format.includes('%') ? format : '';
    return { short: formatters.number(share || '.0%'), long: formatters.number(share || '.1%') };
  }
  const short = formatters.number(format);
  const long = format === 'SMART_NUMBER' ? exact(formatters) : short;
  return { short: withCurrency(short, formData.currency_format), long: withCurrency(long, formData.currency_format) };
}
