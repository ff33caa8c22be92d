// @ts-check
/** @import { GridColumn, GridSource } from './model.js' */
/** @import { Cell } from './cells.js' */
/** @import { Selection } from './selection.js' */
import { cell as newCell, fill, place } from './cells.js';
import { element } from './element.js';
import { seen } from './header.js';

/**
 * @typedef {object} Frame
 * @property {GridSource} source
 * @property {readonly number[]} starts
 * @property {number} pinned
 * @property {readonly [number, number]} window
 * @property {Selection} chosen
 * @property {string} id of the active cell
 * @property {number} version of all of this: what was drawn of another one is drawn anew
 */
/** @typedef {{ node: HTMLElement, cells: Cell[], at: number, kind: string, version: number }} Row */

/** Rows on the page, used again as others come into sight. @param {HTMLElement} home */
export function rowsOf(home) {
  /** @type {Map<number, Row>} */
  const shown = new Map();
  /** @type {Row[]} */
  const spare = [];
  /** @type {WeakMap<Element, Row>} */
  const byNode = new WeakMap();

  /** @returns {Row} */
  function made() {
    const row = { node: element('div', { role: 'row', class: 'row' }), cells: [], at: -1, kind: '', version: -1 };
    byNode.set(row.node, row);
    home.append(row.node);
    return row;
  }

  /** @param {number} first @param {number} last @param {Frame} frame */
  function draw(first, last, frame) {
    for (const [at, row] of shown) {
      if (at >= first && at < last) continue;
      shown.delete(at);
      spare.push(row);
    }
    const indices = seen(frame.source, frame.pinned, frame.window);
    for (let at = first; at < last; at++) {
      const row = shown.get(at) ?? spare.pop() ?? made();
      shown.set(at, row);
      if (row.at === at && row.version === frame.version) continue;
      if (row.at !== at) move(row, at, frame.source);
      row.version = frame.version;
      write(row, indices, frame);
    }
    for (const row of spare) {
      if (row.at === -1) continue;
      row.at = -1;
      row.node.hidden = true;
    }
    while (spare.length > 60) spare.pop()?.node.remove();
  }

  /** @param {Row} row @param {number} at @param {GridSource} source */
  function move(row, at, source) {
    if (row.at === -1) row.node.hidden = false;
    row.at = at;
    row.node.style.transform = `translateY(${at * source.rowHeight}px)`;
    row.node.style.height = `${source.rowHeight}px`;
    row.node.setAttribute('aria-rowindex', String(source.heads.length + 2 + at));
  }

  /** @param {Row} row @param {readonly number[]} indices @param {Frame} frame */
  function write(row, indices, { source, starts, chosen, pinned, id }) {
    const kind = `row ${source.rowKind?.(row.at) ?? ''}`;
    if (kind !== row.kind) row.node.className = row.kind = kind;
    fit(row, indices);
    const total = source.rowKind?.(row.at) === 'total' && source.foot !== undefined;
    for (const [position, index] of indices.entries()) {
      const one = /** @type {Cell} */ (row.cells[position]);
      const column = /** @type {GridColumn} */ (source.columns[index]);
      place(one, column, index, starts[index] ?? 0, column.width);
      const state = chosen.kindOf(total ? -2 : row.at, index) + (pinned === 0 ? ' loose' : '');
      fill(one, column, source.cell(row.at, index), state);
      if (one.node.id === id) one.node.removeAttribute('id');
    }
  }

  /** As many cells as columns, each column keeping the cell it had: what scrolls sideways is not drawn anew. @param {Row} row @param {readonly number[]} indices */
  function fit(row, indices) {
    if (row.cells.length === indices.length && row.cells.every((cell, position) => cell.column === indices[position])) return;
    const had = new Map(row.cells.map((cell) => [cell.column, cell]));
    const wanted = new Set(indices);
    const free = row.cells.filter((cell) => !wanted.has(cell.column));
    row.cells = indices.map((index) => {
      const kept = had.get(index) ?? free.pop();
      if (kept) return kept;
      const made = newCell();
      row.node.append(made.node);
      return made;
    });
    for (const cell of free) cell.node.remove();
  }

  return {
    draw,
    /** @param {Element | null | undefined} node */
    placeOf: (node) => (node ? byNode.get(node)?.at : undefined),
  };
}
