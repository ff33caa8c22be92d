// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { TableColumn } from './columns.js' */

/** What a reader wants of one column. @typedef {{ readonly operator: string, readonly value: string, readonly to?: string }} ColumnFilter */

export const TEXT_OPERATORS = /** @type {const} */ (['contains', 'notContains', 'equals', 'notEquals', 'startsWith', 'endsWith', 'blank', 'notBlank']);
export const NUMBER_OPERATORS = /** @type {const} */ (['equals', 'notEquals', 'greaterThan', 'greaterThanOrEqual', 'lessThan', 'lessThanOrEqual', 'inRange', 'blank', 'notBlank']);

/** @param {TableColumn} column */
export const operatorsOf = ({ type }) => (type === 'number' || type === 'time' ? NUMBER_OPERATORS : TEXT_OPERATORS);

/** A time is typed as a day, a number as a number. @param {TableColumn} column @param {string | undefined} words */
const amount = ({ type }, words) => (words === undefined || words.trim() === '' ? NaN : type === 'time' ? Date.parse(`${words}${words.length === 10 ? 'T00:00:00Z' : ''}`) : Number(words.replace(',', '.')));

/** Whether a filter says anything yet. @param {ColumnFilter | undefined} filter */
export const says = (filter) => filter !== undefined && (filter.operator === 'blank' || filter.operator === 'notBlank' || filter.value.trim() !== '');

/** @param {TableColumn} column @param {ColumnFilter} filter @returns {(value: Cell) => boolean} */
export function tester(column, filter) {
  const { operator } = filter;
  if (operator === 'blank') return (value) => value === null || value === '';
  if (operator === 'notBlank') return (value) => value !== null && value !== '';
  if (column.type === 'number' || column.type === 'time') {
    const [one, other] = [amount(column, filter.value), amount(column, filter.to)];
    // A day is all of it.
    const end = column.type === 'time' && filter.value.length === 10 ? one + 86_400_000 : one;
    const last = column.type === 'time' && filter.to?.length === 10 ? other + 86_399_999 : other;
    const test = {
      equals: (/** @type {number} */ value) => (end === one ? value === one : value >= one && value < end),
      notEquals: (/** @type {number} */ value) => (end === one ? value !== one : value < one || value >= end),
      greaterThan: (/** @type {number} */ value) => (end === one ? value > one : value >= end),
      greaterThanOrEqual: (/** @type {number} */ value) => value >= one,
      lessThan: (/** @type {number} */ value) => value < one,
      lessThanOrEqual: (/** @type {number} */ value) => (end === one ? value <= one : value < end),
      inRange: (/** @type {number} */ value) => value >= one && value <= last,
    }[operator];
    return Number.isNaN(one) || !test ? () => true : (value) => typeof value === 'number' && test(value);
  }
  const wanted = filter.value.toLocaleLowerCase();
  const test = {
    contains: (/** @type {string} */ text) => text.includes(wanted),
    notContains: (/** @type {string} */ text) => !text.includes(wanted),
    equals: (/** @type {string} */ text) => text === wanted,
    notEquals: (/** @type {string} */ text) => text !== wanted,
    startsWith: (/** @type {string} */ text) => text.startsWith(wanted),
    endsWith: (/** @type {string} */ text) => text.endsWith(wanted),
  }[operator];
  return test ? (value) => test(column.text(value).toLocaleLowerCase()) : () => true;
}

/** @param {readonly number[]} rows @param {readonly TableColumn[]} columns @param {Readonly<Record<string, ColumnFilter>>} filters @returns {readonly number[]} */
export function filtered(rows, columns, filters) {
  const tests = columns.flatMap((column) => {
    const filter = filters[column.name];
    return filter && says(filter) ? [{ values: column.values, test: tester(column, filter) }] : [];
  });
  return tests.length === 0 ? rows : rows.filter((row) => tests.every(({ values, test }) => test(values[row] ?? null)));
}

/** @param {Input['ownState']} state @returns {Readonly<Record<string, ColumnFilter>>} */
export const filtersOf = (state) => /** @type {Record<string, ColumnFilter>} */ (state.filters !== null && typeof state.filters === 'object' ? state.filters : {});
