// @ts-check
/** @import { GridActions, GridSource } from './model.js' */
/** @import { Selection } from './selection.js' */
import { headAt } from './model.js';

/**
 * @typedef {GridActions & {
 *   go: (row: number, column: number, extend: boolean) => void,
 *   page: () => number,
 *   place: () => DOMRect | undefined,
 *   head: () => HTMLElement | null,
 * }} Reach
 */

const STEP = 16;

/**
 * The keys of a grid as the ARIA practices have them; on a header Enter sorts (Shift: also), Alt and an arrow change the
 * width, with Shift the place.
 * @param {HTMLElement} root @param {() => GridSource} source @param {Selection} chosen @param {Reach} reach
 */
export function followKeys(root, source, chosen, reach) {
  root.addEventListener('keydown', (event) => {
    if (event.target !== root) return;
    const { row, column } = chosen.active;
    const done = row === -1 && event.altKey ? arrange(event, column) : (travel(event, row, column) ?? act(event, row, column));
    if (done) event.preventDefault();
  });

  /** @param {KeyboardEvent} event @param {number} row @param {number} column */
  function travel(event, row, column) {
    const { rowCount, columns } = source();
    const far = event.ctrlKey || event.metaKey;
    const last = columns.length - 1;
    const targets = /** @type {Record<string, readonly [number, number]>} */ ({
      ArrowUp: [far ? 0 : row - 1, column],
      ArrowDown: [far ? rowCount - 1 : row + 1, column],
      ArrowLeft: [row, far ? 0 : column - 1],
      ArrowRight: [row, far ? last : column + 1],
      PageUp: [Math.max(0, row - reach.page()), column],
      PageDown: [Math.min(rowCount - 1, row + reach.page()), column],
      Home: [far ? 0 : row, 0],
      End: [far ? rowCount - 1 : row, last],
    });
    const head = row < -1 ? headAt(source(), row, column) : undefined;
    if (head && event.key === 'ArrowRight') targets.ArrowRight = [row, Math.min(head.to, last)];
    if (head && event.key === 'ArrowLeft') targets.ArrowLeft = [row, head.from - 1];
    const target = targets[event.key];
    if (!target || event.altKey) return undefined;
    reach.go(target[0], target[1], event.shiftKey);
    return true;
  }

  /** @param {KeyboardEvent} event @param {number} row @param {number} column */
  function act(event, row, column) {
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      chosen.all();
      reach.go(chosen.active.row, chosen.active.column, true);
      return true;
    }
    const above = row < -1 ? headAt(source(), row, column) : undefined;
    if (row < -1) {
      if (event.key !== 'Enter' && event.key !== ' ') return false;
      if (above?.toggle) reach.toggle?.(above);
      else if (above) reach.pressHead?.(above);
      return true;
    }
    if (row === -1 && (event.key === 'Enter' || event.key === ' ')) {
      if (source().columns[column]?.sortable) reach.sort(column, event.shiftKey);
      return true;
    }
    if (row === -1 && event.key === 'ArrowDown' && event.altKey) return false;
    if (event.key === 'Enter' || event.key === ' ') {
      reach.press(row, column, event);
      return true;
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const head = reach.head();
      if (row === -1 && head) reach.menu?.(column, head);
      else {
        const at = reach.place();
        reach.context(row, column, { x: at?.left ?? 0, y: at?.bottom ?? 0 });
      }
      return true;
    }
    return false;
  }

  /** @param {KeyboardEvent} event @param {number} column */
  function arrange(event, column) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'ArrowDown') {
      const head = reach.head();
      if (head) reach.menu?.(column, head);
      return Boolean(head);
    }
    if (by === undefined) return false;
    if (!event.shiftKey) reach.resize(column, (source().columns[column]?.width ?? 0) + by * STEP);
    else if (source().movable && source().columns[column + by]) {
      reach.move(column, column + by);
      reach.go(-1, column + by, false);
    }
    return true;
  }
}
