// @ts-check
/** @import { Helper } from './interpreter.js' */
import { escape } from '../shared/labels.js';
import { formatDate } from './dates.js';
import { Html, isEmpty, own } from './interpreter.js';

/** @param {unknown} value */
const number = (value) => (typeof value === 'string' && value.trim() === '' ? NaN : Number(value));
/** @param {unknown} value */
const words = (value) => (value === null || value === undefined ? '' : typeof value === 'object' && !(value instanceof Html) ? JSON.stringify(value) : value instanceof Html ? value.text : String(value));
/** @param {unknown} value @returns {readonly unknown[]} */
const listed = (value) => (Array.isArray(value) ? value : []);

/** A condition that is a block too: {{#eq a b}}…{{else}}…{{/eq}}. @param {(...values: readonly unknown[]) => unknown} test @returns {Helper} */
const condition = (test) => (args, { block, fn, inverse }) => {
  const holds = test(...args);
  return block ? new Html(isEmpty(holds) ? inverse() : fn()) : holds;
};

/** @param {(...values: readonly unknown[]) => unknown} make @returns {Helper} */
const plain = (make) => (args) => make(...args);

/** Handlebars' own. @type {Readonly<Record<string, Helper>>} */
const BUILT_IN = {
  if: ([value], { hash, fn, inverse, block }) => {
    const holds = !isEmpty(value) || (value === 0 && hash.includeZero === true);
    return block ? new Html(holds ? fn() : inverse()) : holds;
  },
  unless: ([value], { hash, fn, inverse }) => new Html(!isEmpty(value) || (value === 0 && hash.includeZero === true) ? inverse() : fn()),
  with: ([value], { fn, inverse }) => new Html(isEmpty(value) ? inverse() : fn(value, { params: [value] })),
  each: ([value], { fn, inverse }) => {
    const entries = Array.isArray(value) ? value.map((item, index) => /** @type {const} */ ([index, item])) : value !== null && typeof value === 'object' ? Object.entries(value) : [];
    if (entries.length === 0) return new Html(inverse());
    return new Html(entries.map(([key, item], index) => fn(item, { data: { index, key, first: index === 0, last: index === entries.length - 1 }, params: [item, key] })).join(''));
  },
  lookup: ([value, name]) => own(value, String(name)),
  log: () => '',
};

/** Comparisons and logic. @type {Readonly<Record<string, Helper>>} */
const LOGIC = {
  eq: condition((a, b) => a === b),
  eqw: condition((a, b) => words(a) === words(b)),
  neq: condition((a, b) => a !== b),
  neqw: condition((a, b) => words(a) !== words(b)),
  lt: condition((a, b) => number(a) < number(b)),
  lte: condition((a, b) => number(a) <= number(b)),
  gt: condition((a, b) => number(a) > number(b)),
  gte: condition((a, b) => number(a) >= number(b)),
  and: condition((...all) => all.every((one) => !isEmpty(one))),
  or: condition((...all) => all.some((one) => !isEmpty(one))),
  not: condition((one) => isEmpty(one)),
  empty: condition((one) => listed(one).length === 0),
  includes: condition((all, one) => listed(all).includes(one)),
  contains: condition((all, one) => (Array.isArray(all) ? all.includes(one) : words(all).includes(words(one)))),
  ifx: plain((test, yes, no) => (isEmpty(test) ? no : yes)),
  coalesce: plain((...all) => all.find((one) => !isEmpty(one))),
};

/** @type {Readonly<Record<string, Helper>>} */
const NUMBERS = {
  sum: plain((...all) => all.flat().map(number).filter((one) => !Number.isNaN(one)).reduce((a, b) => a + b, 0)),
  difference: plain((a, b) => number(a) - number(b)),
  multiplication: plain((a, b) => number(a) * number(b)),
  division: plain((a, b) => number(a) / number(b)),
  remainder: plain((a, b) => number(a) % number(b)),
  ceil: plain((a) => Math.ceil(number(a))),
  floor: plain((a) => Math.floor(number(a))),
  round: plain((a) => Math.round(number(a))),
  abs: plain((a) => Math.abs(number(a))),
  count: plain((all) => (Array.isArray(all) ? all.length : false)),
};

/** @type {Readonly<Record<string, Helper>>} */
const TEXTS = {
  uppercase: plain((one) => words(one).toLocaleUpperCase()),
  lowercase: plain((one) => words(one).toLocaleLowerCase()),
  capitalizeFirst: plain((one) => words(one).replace(/^./u, (sign) => sign.toLocaleUpperCase())),
  capitalizeEach: plain((one) => words(one).replace(/(^|\s)(\S)/gu, (_, gap, sign) => gap + sign.toLocaleUpperCase())),
  excerpt: plain((one, length) => (words(one).length > number(length ?? 50) ? `${words(one).slice(0, number(length ?? 50))}...` : words(one))),
  concat: plain((...all) => all.map(words).join('')),
  join: plain((all, between) => listed(all).map(words).join(words(between))),
  first: plain((all) => (Array.isArray(all) ? all[0] : words(all)[0])),
  last: plain((all) => (Array.isArray(all) ? all.at(-1) : words(all).at(-1))),
  newLineToBr: plain((one) => new Html(escape(words(one)).replace(/\r?\n/g, '<br>'))),
  sanitize: plain((one) => words(one).replace(/[\s!-/:-@[-`{-~]+/g, '-').replace(/^-|-$/g, '').toLowerCase()),
  sprintf: plain((form, ...all) => sprintf(words(form), all)),
};

/** @param {string} form @param {readonly unknown[]} all */
function sprintf(form, all) {
  let next = 0;
  return form.replace(/%(?:%|(0?)(\d*)(?:\.(\d+))?([sdif]))/g, (whole, zero, width, digits, kind) => {
    if (whole === '%%') return '%';
    const value = all[next++];
    const text = kind === 's' ? words(value) : kind === 'f' ? number(value).toFixed(digits === undefined ? 6 : Number(digits)) : String(Math.trunc(number(value)));
    return text.padStart(Number(width || 0), zero ? '0' : ' ');
  });
}

/** A list by groups: {{#groupBy data "region"}} {{key}} {{#each items}}…, each group with its rows. @type {Helper} */
const groupBy = ([rows, name], { fn, inverse, hash }) => {
  const by = String(name ?? hash.by ?? '');
  /** @type {Map<unknown, unknown[]>} */
  const groups = new Map();
  for (const row of listed(rows)) {
    const key = by.split('.').reduce((/** @type {unknown} */ inner, part) => own(inner, part), row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  const all = [...groups].map(([value, items]) => ({ value, key: value, items }));
  return new Html(all.length === 0 ? inverse() : all.map((group, index) => fn(group, { data: { index, first: index === 0, last: index === all.length - 1 } })).join(''));
};

/** All helpers a template has: Handlebars' own and those of Superset. @param {Pick<import('karavel-viz').Formatters, 'number' | 'time'>} host formatters in the reader's language @returns {Readonly<Record<string, Helper>>} */
export function helpers({ number: numberFormat, time }) {
  const localised = (/** @type {unknown} */ value, /** @type {unknown} */ language) => {
    const amount = number(value);
    if (!Number.isFinite(amount)) return words(value);
    return typeof language === 'string' && typeof Intl === 'object' ? inLanguage(language, amount) ?? numberFormat(',.3~f')(amount) : numberFormat(',.3~f')(amount);
  };
  return {
    ...BUILT_IN,
    ...LOGIC,
    ...NUMBERS,
    ...TEXTS,
    groupBy,
    dateFormat: ([value], { hash }) => formatDate(value, typeof hash.format === 'string' ? hash.format : 'YYYY-MM-DD', time),
    formatDate: ([format, value]) => formatDate(value, words(format), time),
    formatNumber: ([value, language], { hash }) => (typeof hash.format === 'string' ? numberFormat(hash.format)(number(value)) : localised(value, language)),
    formatCurrency: ([value, code]) => (Number.isFinite(number(value)) ? `${localised(value, undefined)}${code ? ` ${words(code)}` : ''}` : words(value)),
    stringify: ([value], { hash }) => (value === undefined ? '' : JSON.stringify(value, null, number(hash.space ?? 0) || undefined)),
    parseJson: ([value], { fn, block }) => {
      /** @type {unknown} */
      let parsed;
      try {
        parsed = JSON.parse(words(value));
      } catch {
        parsed = undefined;
      }
      return block ? new Html(fn(parsed)) : parsed;
    },
  };
}

/** @param {string} language @param {number} amount */
function inLanguage(language, amount) {
  try {
    return new Intl.NumberFormat(language).format(amount);
  } catch {
    return undefined;
  }
}
