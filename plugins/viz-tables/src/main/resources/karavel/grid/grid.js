// @ts-check
/** @import { CellView, GridActions, GridColumn, GridSource } from './model.js' */
import { copyText, selection } from './selection.js';
import { element } from './element.js';
import { drawHeader, followHeader } from './header.js';
import { followKeys } from './keys.js';
import { columnAt, HEAD, offsets, pinnedCount } from './model.js';
import { rowsOf } from './rows.js';

const AROUND = 5;
let count = 0;

/**
 * A grid of any length and width: only the cells in sight exist. It knows where things are and what is chosen;
 * what they mean, its source and its actions say.
 * @param {GridActions} actions @param {{ resize: string, menu: string }} words
 */
export function grid(actions, words) {
  const id = `kv-grid-${++count}`;
  const head = element('div', { class: 'heads', role: 'rowgroup' });
  const body = element('div', { class: 'body', role: 'rowgroup' });
  const foot = element('div', { class: 'feet', role: 'rowgroup' });
  const nothing = element('div', { role: 'gridcell' });
  const empty = element('div', { class: 'nothing', role: 'row' }, nothing);
  const root = element('div', { class: 'kv-grid', role: 'grid', tabindex: '0', 'aria-multiselectable': 'true', 'aria-readonly': 'true' }, head, body, foot, empty);
  /** @type {GridSource} */
  let source = { label: '', columns: [], heads: [], rowCount: 0, rowHeight: 30, cell: () => ({ text: '' }), nothing: '' };
  let starts = offsets([]);
  let pinned = 0;
  /** @type {readonly [number, number]} */
  let window = [0, 0];
  let [height, width] = [0, 0];
  let due = 0;
  let version = 0;
  let drawnHeader = '';
  let shows = 0;
  const chosen = selection();
  const rows = rowsOf(body);
  const footer = rowsOf(foot);

  const headHeight = () => (source.heads.length + 1) * HEAD;
  const footHeight = () => (source.foot ? source.rowHeight : 0);

  /** Takes another source, or the same changed. @param {GridSource} next @param {{ width: number, height: number }} [size] of the place, where it is known */
  function show(next, size) {
    source = next;
    starts = offsets(source.columns);
    const room = size?.width ?? root.clientWidth;
    pinned = pinnedCount(source.columns);
    // What is pinned may not cover everything.
    if ((starts[pinned] ?? 0) > room * 0.7 && pinned < source.columns.length) pinned = 0;
    measure(size);
    const total = starts.at(-1) ?? 0;
    for (const part of [head, body, foot]) part.style.width = `${total}px`;
    body.style.height = `${source.rowCount * source.rowHeight}px`;
    root.setAttribute('aria-label', source.label);
    root.setAttribute('aria-rowcount', String(source.heads.length + 1 + source.rowCount + (source.foot ? 1 : 0)));
    root.setAttribute('aria-colcount', String(source.columns.length));
    empty.hidden = source.rowCount > 0;
    nothing.textContent = source.nothing;
    body.hidden = source.rowCount === 0;
    foot.hidden = !source.foot;
    chosen.bound(source.rowCount, source.columns.length, Boolean(source.foot), source.heads.length);
    shows++;
    version++;
    paint();
  }

  /** @param {{ width: number, height: number }} [size] */
  function measure(size) {
    height = root.clientHeight || size?.height || 0;
    width = root.clientWidth || size?.width || 0;
  }

  function paint() {
    due = 0;
    const { scrollTop, scrollLeft } = root;
    const [left, right] = [scrollLeft + (starts[pinned] ?? 0), scrollLeft + width];
    const from = Math.max(pinned, columnAt(starts, left, pinned));
    const to = Math.min(source.columns.length, columnAt(starts, right, pinned) + 1);
    if (from !== window[0] || to !== window[1]) version++;
    window = [from, to];
    // A header that is made anew between a press and its click would not hear the click.
    const above = chosen.shown && chosen.active.row < 0 ? chosen.active : undefined;
    const header = `${shows} ${from} ${to} ${above ? `${above.row},${above.column}` : ''}`;
    if (header !== drawnHeader) {
      drawnHeader = header;
      drawHeader(head, source, starts, pinned, window, { active: above, id, resizeText: words.resize, menuText: words.menu });
      head.querySelectorAll('.cell').forEach((cell) => { if (pinned === 0) cell.classList.remove('pinned'); });
    }
    const first = Math.max(0, Math.floor(scrollTop / source.rowHeight) - AROUND);
    const last = Math.min(source.rowCount, Math.ceil((scrollTop + height - headHeight()) / source.rowHeight) + AROUND);
    const frame = { source, starts, pinned, window, chosen, id, version };
    rows.draw(first, last, frame);
    footer.draw(0, source.foot ? 1 : 0, { ...frame, source: footSource() });
    const active = chosen.active.row < 0 ? head.querySelector(`#${id}`) : root.querySelector(`.cell.active`);
    if (active && chosen.shown) {
      active.id = id;
      root.setAttribute('aria-activedescendant', id);
    } else root.removeAttribute('aria-activedescendant');
  }

  /** @returns {GridSource} */
  const footSource = () => ({ ...source, rowCount: 1, cell: (_, column) => source.foot?.[column] ?? EMPTY, rowKind: () => 'total' });

  /** All of it anew, without other data. */
  function refresh() {
    version++;
    paint();
  }

  /** @param {number} row @param {number} column */
  function reveal(row, column) {
    const { rowHeight } = source;
    if (row >= 0 && row < source.rowCount) {
      const top = row * rowHeight;
      const view = height - headHeight() - footHeight();
      if (top < root.scrollTop) root.scrollTop = top;
      else if (top + rowHeight > root.scrollTop + view) root.scrollTop = top + rowHeight - view;
    }
    if (column < pinned) return;
    const [left, right] = [starts[column] ?? 0, starts[column + 1] ?? 0];
    const fixed = starts[pinned] ?? 0;
    if (left - fixed < root.scrollLeft) root.scrollLeft = left - fixed;
    else if (right > root.scrollLeft + width) root.scrollLeft = Math.min(left - fixed, right - width);
  }

  /** @param {Event} event @returns {{ row: number, column: number } | undefined} */
  function placeOf(event) {
    const cell = event.target instanceof Element ? event.target.closest('.cell:not(.head)') : null;
    const row = rows.placeOf(cell?.parentElement) ?? (cell && foot.contains(cell) ? source.rowCount : undefined);
    const column = Number(cell?.getAttribute('aria-colindex')) - 1;
    return row === undefined || Number.isNaN(column) ? undefined : { row, column };
  }

  const go = (/** @type {number} */ row, /** @type {number} */ column, /** @type {boolean} */ extend) => {
    chosen.go(row, column, extend);
    reveal(chosen.active.row, chosen.active.column);
    refresh();
  };

  followHeader(head, () => source, actions);
  followKeys(root, () => source, chosen, { ...actions, go, page: () => Math.max(1, Math.floor((height - headHeight() - footHeight()) / source.rowHeight) - 1), place: () => root.querySelector('.cell.active')?.getBoundingClientRect(), head: () => /** @type {HTMLElement | null} */ (head.querySelector(`#${id}`)) });
  root.addEventListener('scroll', () => { due ||= requestAnimationFrame(paint); }, { passive: true });
  root.addEventListener('focus', () => { chosen.shown = true; refresh(); });
  root.addEventListener('blur', () => refresh());
  root.addEventListener('pointerdown', (event) => {
    const at = placeOf(event);
    if (!at || event.button !== 0) return;
    root.focus({ preventScroll: true });
    go(at.row, at.column, event.shiftKey);
    const over = (/** @type {PointerEvent} */ move) => {
      const next = placeOf(move);
      if (next && (next.row !== chosen.active.row || next.column !== chosen.active.column)) {
        getSelection()?.removeAllRanges();
        go(next.row, next.column, true);
      }
    };
    const end = () => {
      removeEventListener('pointermove', over);
      removeEventListener('pointerup', end);
    };
    addEventListener('pointermove', over);
    addEventListener('pointerup', end);
  });
  root.addEventListener('click', (event) => {
    const at = placeOf(event);
    const link = event.target instanceof Element && event.target.closest('a');
    if (at && !link && !event.shiftKey && !chosen.several()) actions.press(at.row, at.column, event);
  });
  root.addEventListener('contextmenu', (event) => {
    const at = placeOf(event);
    if (!at) return;
    event.preventDefault();
    go(at.row, at.column, false);
    actions.context(at.row, at.column, { x: event.clientX, y: event.clientY });
  });
  root.addEventListener('copy', (event) => {
    if (!event.clipboardData || !chosen.shown) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyText(source, chosen.area()));
  });

  return {
    root,
    show,
    refresh,
    /** To the first row. */
    top: () => { root.scrollTop = 0; },
    active: () => chosen.active,
    /** Which row of headers a header stands in, from the top. @param {import('./model.js').Head} head */
    levelOf: (head) => source.heads.findIndex((heads) => heads.includes(head)),
    dispose: () => {
      cancelAnimationFrame(due);
      root.remove();
    },
  };
}

/** @type {CellView} */
const EMPTY = { text: '' };
