// @ts-check

/** @typedef {'left' | 'center' | 'right'} Align */
/**
 * What a cell looks like.
 * @typedef {object} CellView
 * @property {string} text
 * @property {string} [title] shown on hover
 * @property {string} [kind] names of styles
 * @property {string} [background] a colour
 * @property {string} [bar] a gradient that draws a bar
 * @property {string} [color] CSS
 * @property {string} [href] makes the text a link
 * @property {string} [html] in place of the text; made safe by whoever gives it
 * @property {number} [indent] levels
 * @property {'open' | 'closed'} [toggle] a group that opens and closes
 * @property {string} [mark] a sign before the text, with its colour in `markColor`
 * @property {string} [markColor]
 */
/**
 * @typedef {object} GridColumn
 * @property {string} id
 * @property {string} label
 * @property {string} [title] shown on hover of the header
 * @property {number} width
 * @property {Align} align
 * @property {boolean} [pinned] stays at the left; pinned ones come first
 * @property {{ ascending: boolean, place: number } | undefined} [sort] `place` from 1 where there are several
 * @property {boolean} [sortable]
 * @property {boolean} [filtered]
 */
/**
 * A header cell over columns `from` to `to`, the end excluded.
 * @typedef {object} Head
 * @property {string} label
 * @property {number} from
 * @property {number} to
 * @property {'open' | 'closed'} [toggle]
 * @property {string} [key] for those that do something
 * @property {string} [kind]
 */
/**
 * @typedef {object} GridSource
 * @property {string} label what people hear
 * @property {readonly GridColumn[]} columns
 * @property {readonly (readonly Head[])[]} heads rows above the columns' own header
 * @property {number} rowCount
 * @property {number} rowHeight
 * @property {(row: number, column: number) => CellView} cell
 * @property {(row: number) => string} [rowKind]
 * @property {readonly CellView[]} [foot] one per column
 * @property {string} nothing in place of rows
 * @property {boolean} [movable] columns can be moved
 * @property {boolean} [menus] headers have a menu
 */
/**
 * @typedef {object} GridActions
 * @property {(column: number, additive: boolean) => void} sort
 * @property {(column: number, width: number | undefined) => void} resize undefined: as wide as what is in it
 * @property {(from: number, to: number) => void} move
 * @property {(row: number, column: number, event: Event) => void} press a click, or Enter
 * @property {(row: number, column: number, at: { x: number, y: number }) => void} context
 * @property {(head: Head) => void} [toggle] a click on the sign of a group of columns, or Enter
 * @property {(head: Head) => void} [pressHead] a click on its name
 * @property {(column: number, at: { x: number, y: number }) => void} [contextHead]
 * @property {(column: number, anchor: HTMLElement) => void} [menu]
 */

export const HEAD = 30;
export const NARROWEST = 36;

/** The header that stands over a column in a row above the columns' own: row -2 is the one next to it. @param {GridSource} source @param {number} row @param {number} column @returns {Head | undefined} */
export const headAt = ({ heads }, row, column) => heads[heads.length + row + 1]?.find((head) => column >= head.from && column < head.to);

/** Where columns begin; one more than there are columns. @param {readonly GridColumn[]} columns @returns {number[]} */
export function offsets(columns) {
  const starts = [0];
  columns.forEach((column, index) => starts.push((starts[index] ?? 0) + column.width));
  return starts;
}

/** How many columns are pinned. @param {readonly GridColumn[]} columns */
export function pinnedCount(columns) {
  const first = columns.findIndex((column) => !column.pinned);
  return first < 0 ? columns.length : first;
}

/** The first column whose end lies beyond x. @param {readonly number[]} starts @param {number} x @param {number} from */
export function columnAt(starts, x, from) {
  let [low, high] = [from, Math.max(from, starts.length - 2)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] ?? 0) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
