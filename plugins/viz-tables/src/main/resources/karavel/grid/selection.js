// @ts-check
/** @import { GridSource } from './model.js' */

/** @typedef {{ readonly rows: readonly [number, number], readonly columns: readonly [number, number] }} Area first and last, both included */
/** @typedef {ReturnType<typeof selection>} Selection */

/** Where the reader is, and from where to where he chose. Row -1 is the header, -2 and so on the rows above it; the row after the last one, totals. */
export function selection() {
  let active = { row: 0, column: 0 };
  let anchor = active;
  let [rowCount, columnCount, total, highest] = [0, 0, false, -1];
  const between = (/** @type {number} */ value, /** @type {number} */ low, /** @type {number} */ high) => Math.max(low, Math.min(high, value));

  /** @returns {Area} */
  const area = () => ({
    rows: [Math.min(active.row, anchor.row), Math.max(active.row, anchor.row)],
    columns: [Math.min(active.column, anchor.column), Math.max(active.column, anchor.column)],
  });
  return {
    /** Whether to show where it is: not before the reader came here. */
    shown: false,
    get active() {
      return active;
    },
    area,
    several: () => active.row !== anchor.row || active.column !== anchor.column,
    /** @param {number} rows @param {number} columns @param {boolean} withTotal @param {number} [heads] rows of headers above the columns' own */
    bound(rows, columns, withTotal, heads = 0) {
      [rowCount, columnCount, total, highest] = [rows, columns, withTotal, -1 - heads];
      const last = rows - 1 + (withTotal ? 1 : 0);
      active = { row: between(active.row, highest, last), column: between(active.column, 0, Math.max(0, columns - 1)) };
      anchor = { row: between(anchor.row, highest, last), column: between(anchor.column, 0, Math.max(0, columns - 1)) };
    },
    /** @param {number} row @param {number} column @param {boolean} extend */
    go(row, column, extend) {
      this.shown = true;
      const lowest = extend ? 0 : highest;
      active = { row: between(row, lowest, rowCount - 1 + (total && !extend ? 1 : 0)), column: between(column, 0, columnCount - 1) };
      if (!extend || anchor.row < 0) anchor = active;
    },
    all() {
      anchor = { row: 0, column: 0 };
      active = { row: Math.max(0, rowCount - 1), column: Math.max(0, columnCount - 1) };
    },
    /** Styles of a cell; row -2 is that of totals. @param {number} row @param {number} column */
    kindOf(row, column) {
      if (!this.shown) return '';
      const at = row === -2 ? rowCount : row;
      const { rows, columns } = area();
      const inside = at >= rows[0] && at <= rows[1] && column >= columns[0] && column <= columns[1];
      return (active.row === at && active.column === column ? ' active' : '') + (inside && this.several() ? ' picked' : '');
    },
  };
}

/** What is chosen as a spreadsheet takes it. @param {GridSource} source @param {Area} area */
export function copyText(source, { rows, columns }) {
  const lines = [];
  for (let row = rows[0]; row <= rows[1]; row++) {
    const cells = [];
    for (let column = columns[0]; column <= columns[1]; column++) {
      const text = row < 0 ? (source.columns[column]?.label ?? '') : (row >= source.rowCount ? source.foot?.[column]?.text : source.cell(row, column).text) ?? '';
      cells.push(/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    }
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}
