// @ts-check
/** @import { Input } from 'karavel-viz' */
/** @import { TableColumn } from './columns.js' */

/** How a reader arranged the columns; kept in his browser. @typedef {{ widths?: Record<string, number>, order?: string[], pinned?: string[], hidden?: string[] }} Layout */

/** @param {Readonly<Record<string, unknown>>} state @returns {Layout} */
export const layoutOf = (state) => /** @type {Layout} */ (state.layout !== null && typeof state.layout === 'object' ? state.layout : {});

/** The columns as the reader arranged them: pinned ones first, hidden ones away, those he does not know where they were. @param {readonly TableColumn[]} columns @param {Layout} layout @returns {TableColumn[]} */
export function arranged(columns, { widths = {}, order = [], pinned = [], hidden = [] }) {
  const place = (/** @type {TableColumn} */ one) => order.indexOf(one.name);
  const known = columns.filter((one) => place(one) >= 0).sort((a, b) => place(a) - place(b));
  const moved = columns.map((one) => (place(one) < 0 ? one : /** @type {TableColumn} */ (known.shift())));
  const shown = moved.filter((one) => !hidden.includes(one.name));
  const sized = (shown.length > 0 ? shown : moved).map((one) => (widths[one.name] === undefined ? one : { ...one, width: /** @type {number} */ (widths[one.name]), fixed: true }));
  return [...sized.filter((one) => pinned.includes(one.name)), ...sized.filter((one) => !pinned.includes(one.name))];
}

/** @param {readonly string[]} names @param {number} from @param {number} to */
export function moved(names, from, to) {
  const next = [...names];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Spans of neighbours that belong together, as a row of headers above them. @param {readonly TableColumn[]} columns */
export function groupHeads(columns) {
  if (columns.every((one) => one.group === '')) return [];
  /** @type {{ label: string, from: number, to: number, kind?: string }[]} */
  const heads = [];
  columns.forEach(({ group }, index) => {
    const last = heads.at(-1);
    if (last && last.label === group && group !== '') last.to = index + 1;
    else heads.push({ label: group, from: index, to: index + 1, ...(group === '' ? { kind: 'plain' } : {}) });
  });
  return [heads];
}
