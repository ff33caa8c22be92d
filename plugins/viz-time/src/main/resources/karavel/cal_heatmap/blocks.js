// @ts-check
/** @import { Unit } from './calendar.js' */
import { after, placeIn, startOf } from './calendar.js';

const MOST_BLOCKS = 1500;
const HEAD = 15;

/**
 * A domain (a month, say) and the cells in it, in columns and rows.
 * @typedef {object} Block
 * @property {number} start
 * @property {readonly { time: number, column: number, row: number }[]} cells
 * @property {number} columns
 * @property {number} rows
 */
/** @typedef {{ readonly size: number, readonly blocks: readonly (Block & { x: number, y: number })[], readonly left: number, readonly height: number, readonly dropped: number }} Layout */

/** Every domain from the first moment to the last one, whole. @param {number} first @param {number} last @param {Unit} domain @param {Unit} inner @returns {Block[]} */
export function blocksOf(first, last, domain, inner) {
  const blocks = [];
  for (let start = startOf(first, domain); start <= last && blocks.length < MOST_BLOCKS; start = after(start, domain)) {
    const end = after(start, domain);
    const cells = [];
    // A week belongs to the domain it begins in.
    let time = startOf(start, inner);
    if (time < start) time = after(time, inner);
    for (; time < end; time = after(time, inner)) {
      const [column, row] = placeIn(time, start, domain, inner);
      cells.push({ time, column, row });
    }
    const columns = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 1);
    const rows = cells.reduce((most, cell) => Math.max(most, cell.row + 1), 1);
    blocks.push({ start, cells, columns, rows });
  }
  return blocks;
}

/**
 * Cells as large as the room and the author allow. Years lie below each other, all else flows like words; what does not fit even when small is left out, the oldest first.
 * @param {readonly Block[]} blocks @param {{ width: number, height: number, most: number, padding: number, stacked: boolean, left: number, heads: boolean }} room @returns {Layout}
 */
export function layout(blocks, room) {
  for (let size = room.most; size > 3; size -= 0.5) {
    const placed = flow(blocks, size, room);
    if (placed.height <= room.height && placed.width <= room.width) return { ...placed, size, left: room.left, dropped: 0 };
  }
  for (let dropped = 0; ; dropped++) {
    const placed = flow(blocks.slice(dropped), 3, room);
    if (placed.height <= room.height || dropped >= blocks.length - 1) return { ...placed, size: 3, left: room.left, dropped };
  }
}

/** @param {readonly Block[]} blocks @param {number} size @param {{ width: number, padding: number, stacked: boolean, left: number, heads: boolean }} room */
function flow(blocks, size, { width, padding, stacked, left, heads }) {
  const step = size + padding;
  const gap = Math.max(6, step * 0.7);
  let [x, y, line, widest] = [left, 0, 0, 0];
  const placed = blocks.map((block, index) => {
    const [wide, tall] = [block.columns * step - padding, block.rows * step - padding];
    const head = stacked ? (index === 0 && heads ? HEAD : 0) : HEAD;
    if (!stacked && x > left && x + wide > width) [x, y, line] = [left, y + line + gap, 0];
    const at = { ...block, x, y: y + head };
    widest = Math.max(widest, x + wide);
    line = Math.max(line, tall + head);
    if (stacked) [y, line] = [y + tall + head + (block.rows > 1 ? gap : padding), 0];
    else x += wide + gap;
    return at;
  });
  return { blocks: placed, height: y + line, width: widest };
}
