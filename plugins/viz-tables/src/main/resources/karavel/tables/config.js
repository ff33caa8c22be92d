// @ts-check
/** @import { Input } from 'karavel-viz' */

/** @typedef {Readonly<Record<string, unknown>>} Config one column's part of `column_config` */

/** What the author said about a column. @param {Input} input @param {...string} names the first that says anything counts @returns {Config} */
export function configOf({ formData }, ...names) {
  const all = /** @type {Record<string, Config> | null | undefined} */ (formData.column_config);
  return Object.assign({}, ...names.map((name) => all?.[name] ?? {}).reverse());
}

/** @param {Config} config @param {string} name */
export const word = (config, name) => (typeof config[name] === 'string' ? config[name] : '');

/** @param {Config} config @param {string} name @returns {boolean | undefined} */
export const choice = (config, name) => (typeof config[name] === 'boolean' ? config[name] : undefined);
