// @ts-check
/** @import { FormData } from 'karavel-viz' */

/** @param {FormData} form @param {string} name @param {boolean} fallback */
export const flag = (form, name, fallback) => (typeof form[name] === 'boolean' ? form[name] : fallback);

/** A number, also one written as text. @param {FormData} form @param {string} name @returns {number | undefined} */
export function number(form, name) {
  const value = form[name];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

/** @param {FormData} form @param {string} name */
export function text(form, name, fallback = '') {
  const value = form[name];
  return typeof value === 'string' && value !== '' ? value : fallback;
}

/** A list as it is, one value as a list of one, nothing as none. @param {FormData} form @param {string} name @returns {readonly unknown[]} */
export function list(form, name) {
  const value = form[name];
  if (Array.isArray(value)) return value;
  return value === null || value === undefined || value === '' ? [] : [value];
}

/** A pair of bounds, either end open. @param {FormData} form @param {string} name @returns {readonly [number | undefined, number | undefined]} */
export function bounds(form, name) {
  const [low, high] = list(form, name);
  const end = (/** @type {unknown} */ value) => (value === null || value === '' || !Number.isFinite(Number(value ?? NaN)) ? undefined : Number(value));
  return [end(low), end(high)];
}

/** @param {unknown} value @param {string} name @returns {string} */
const part = (value, name) => {
  const found = value !== null && typeof value === 'object' ? /** @type {Record<string, unknown>} */ (value)[name] : undefined;
  return typeof found === 'string' ? found : '';
};

/** The name of a metric's column in the answer. @param {unknown} metric @returns {string} */
export function metricLabel(metric) {
  if (typeof metric === 'string') return metric;
  if (metric === null || typeof metric !== 'object') return '';
  const column = 'column' in metric ? metric.column : undefined;
  const name = typeof column === 'string' ? column : part(column, 'column_name');
  const computed = part(metric, 'aggregate') ? `${part(metric, 'aggregate')}(${name})` : '';
  return part(metric, 'label') || part(metric, 'metric_name') || part(metric, 'sqlExpression') || computed;
}

/** The name of a dimension's column in the answer. @param {unknown} column @returns {string} */
export const columnLabel = (column) =>
  typeof column === 'string' ? column : part(column, 'label') || part(column, 'column_name') || part(column, 'sqlExpression');
