// @ts-check
/** @import { CellView, GridColumn } from './model.js' */
import { element } from './element.js';

/**
 * A cell on the page, and what it shows now: reading that back from the page would cost more than all else.
 * @typedef {object} Cell
 * @property {HTMLElement} node
 * @property {number} column
 * @property {CellView | undefined} view
 * @property {string} kind
 */

/** @returns {Cell} */
export const cell = () => ({ node: element('div', { role: 'gridcell' }), column: -1, view: undefined, kind: '' });

/** @param {Cell} cell @param {GridColumn} column @param {number} index @param {number} left @param {number} width */
export function place(cell, column, index, left, width) {
  if (cell.column !== index) {
    cell.column = index;
    cell.node.setAttribute('aria-colindex', String(index + 1));
  }
  const { style } = cell.node;
  const at = `${left}px`;
  if (style.left !== at) style.left = at;
  const wide = `${width}px`;
  if (style.width !== wide) style.width = wide;
}

/** @param {Cell} cell @param {GridColumn} column @param {CellView} view @param {string} state names of styles for what is chosen */
export function fill(cell, column, view, state) {
  const { node, view: before } = cell;
  // Text that surely fits needs no clip; hundreds of clips are dear to paint.
  const clipped = view.html !== undefined || (view.text.length + (view.toggle || view.mark ? 2 : 0)) * 8 + (view.indent ?? 0) * 14 > column.width - 16;
  const kind = `cell ${clipped ? 'clip ' : ''}${column.align}${column.pinned ? ' pinned' : ''}${view.kind ? ` ${view.kind}` : ''}${state}`;
  if (kind !== cell.kind) node.className = cell.kind = kind;
  if (before && same(before, view)) return;
  cell.view = view;
  if (isPlain(view) && before && isPlain(before)) {
    if (before.text !== view.text) /** @type {Text} */ (node.firstChild).data = view.text;
  } else node.replaceChildren(...content(view));
  if ((before?.bar ?? '') !== (view.bar ?? '')) node.style.backgroundImage = view.bar ?? '';
  if ((before?.background ?? '') !== (view.background ?? '')) node.style.backgroundColor = view.background ?? '';
  if ((before?.color ?? '') !== (view.color ?? '')) node.style.color = view.color ?? '';
  if ((before?.indent ?? 0) !== (view.indent ?? 0)) node.style.paddingLeft = view.indent ? `${8 + view.indent * 14}px` : '';
  if ((before?.title ?? '') !== (view.title ?? '')) node.title = view.title ?? '';
  if (before?.toggle !== view.toggle) {
    if (view.toggle) node.setAttribute('aria-expanded', String(view.toggle === 'open'));
    else node.removeAttribute('aria-expanded');
  }
}

/** Whether two views look the same: what is under the pointer must not be made anew between a press and its click. @param {CellView} one @param {CellView} other */
function same(one, other) {
  for (const name of FIELDS) if (one[name] !== other[name]) return false;
  return true;
}

const FIELDS = /** @type {const} */ (['text', 'background', 'bar', 'color', 'title', 'href', 'html', 'indent', 'toggle', 'mark', 'markColor']);

/** @param {CellView} view */
const isPlain = (view) => view.href === undefined && view.html === undefined && view.toggle === undefined && view.mark === undefined;

/** @param {CellView} view @returns {(Node | string)[]} */
function content(view) {
  if (view.html !== undefined) {
    const box = element('span', { class: 'html' });
    box.innerHTML = view.html;
    return [box];
  }
  const text = document.createTextNode(view.text);
  if (view.href !== undefined) {
    const link = element('a', { href: view.href, target: '_blank', rel: 'noopener noreferrer', tabindex: '-1' });
    link.append(text);
    return [link];
  }
  if (view.toggle !== undefined) return [element('span', { class: 'toggle', 'aria-hidden': 'true' }, view.toggle === 'open' ? '▾' : '▸'), text];
  if (view.mark !== undefined) {
    const mark = element('span', { class: 'mark', 'aria-hidden': 'true' }, view.mark);
    mark.style.color = view.markColor ?? '';
    return [mark, text];
  }
  return [text];
}
