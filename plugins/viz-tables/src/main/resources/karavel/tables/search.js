// @ts-check
/** @import { TableColumn } from './columns.js' */

/** @typedef {{ stop: () => void }} Search */

const AT_ONCE = 40;
const SLICE = 12;

/**
 * Looks for words in what the cells say, in slices, so that the page stays alive over any number of rows.
 * @param {readonly TableColumn[]} columns @param {readonly number[]} rows @param {string} words @param {(hits: number[], done: boolean) => void} found
 * @returns {Search}
 */
export function search(columns, rows, words, found) {
  const wanted = words.toLocaleLowerCase();
  const texts = columns.map((column) => lowered(column));
  /** @type {number[]} */
  const hits = [];
  let at = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {number} budget */
  function slice(budget) {
    const until = performance.now() + budget;
    for (; at < rows.length; at++) {
      if ((at & 63) === 63 && performance.now() > until) break;
      const row = rows[at] ?? 0;
      if (texts.some((text) => text(row).includes(wanted))) hits.push(row);
    }
    found(hits, at >= rows.length);
    timer = at < rows.length ? setTimeout(() => slice(SLICE)) : undefined;
  }
  slice(AT_ONCE);
  return { stop: () => clearTimeout(timer) };
}

/** Most columns say the same few things again and again. @param {TableColumn} column */
export function lowered({ values, text, type }) {
  if (type === 'number') return (/** @type {number} */ row) => text(values[row]).toLocaleLowerCase();
  const known = new Map();
  return (/** @type {number} */ row) => {
    const value = values[row] ?? null;
    let words = known.get(value);
    if (words === undefined) {
      words = text(value).toLocaleLowerCase();
      if (known.size < 50_000) known.set(value, words);
    }
    return /** @type {string} */ (words);
  };
}
