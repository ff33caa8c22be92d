// @ts-check
/** @import { GridActions, GridColumn, GridSource, Head } from './model.js' */
import { element } from './element.js';
import { HEAD, headAt } from './model.js';

/** @typedef {{ active: { row: number, column: number } | undefined, id: string, resizeText: string, menuText: string }} Look `active` where the reader is, in the header */

/**
 * Draws the header's rows for the columns in sight.
 * @param {HTMLElement} home @param {GridSource} source @param {readonly number[]} starts @param {number} pinned
 * @param {readonly [number, number]} window columns in sight, the end excluded
 * @param {Look} look
 */
export function drawHeader(home, source, starts, pinned, window, look) {
  const rows = source.heads.map((heads, level) => headRow(source, heads, level, starts, pinned, window, look));
  const row = element('div', { role: 'row', class: 'hrow', 'aria-rowindex': String(source.heads.length + 1) });
  row.style.height = `${HEAD}px`;
  for (const index of seen(source, pinned, window)) row.append(headCell(source, index, starts, look));
  home.replaceChildren(...rows, row);
}

/** @param {GridSource} source @param {number} pinned @param {readonly [number, number]} window */
export function seen({ columns }, pinned, [from, to]) {
  const indices = [];
  for (let index = 0; index < Math.min(pinned, columns.length); index++) indices.push(index);
  for (let index = Math.max(pinned, from); index < to; index++) indices.push(index);
  return indices;
}

/** @param {GridSource} source @param {number} index @param {readonly number[]} starts @param {Look} look */
function headCell(source, index, starts, look) {
  const column = /** @type {GridColumn} */ (source.columns[index]);
  const { sort } = column;
  const active = look.active?.row === -1 && look.active.column === index;
  const node = element('div', {
    role: 'columnheader', class: `cell head ${column.align}${column.pinned ? ' pinned' : ''}${sort ? ' sorted' : ''}${active ? ' active' : ''}`, title: column.title ?? column.label,
    'aria-colindex': String(index + 1), 'aria-sort': !column.sortable ? '' : sort ? (sort.ascending ? 'ascending' : 'descending') : 'none', 'data-head': String(index),
    ...(active ? { id: look.id } : {}),
  });
  node.style.left = `${starts[index] ?? 0}px`;
  node.style.width = `${column.width}px`;
  node.append(element('span', { class: 'label' }, column.label));
  if (sort) node.append(element('span', { class: 'sign', 'aria-hidden': 'true' }, (sort.ascending ? '▲' : '▼') + (sort.place > 0 ? String(sort.place) : '')));
  if (source.menus) node.append(element('button', { type: 'button', class: `menu${column.filtered ? ' on' : ''}`, tabindex: '-1', 'aria-label': `${column.label}: ${look.menuText}`, 'data-menu': String(index) }, column.filtered ? '▼' : '⋮'));
  node.append(element('span', { class: 'grip', role: 'separator', 'aria-orientation': 'vertical', 'aria-label': look.resizeText, 'data-grip': String(index) }));
  return node;
}

/** @param {GridSource} source @param {readonly Head[]} heads @param {number} level @param {readonly number[]} starts @param {number} pinned @param {readonly [number, number]} window @param {Look} look */
function headRow(source, heads, level, starts, pinned, [from, to], look) {
  const here = look.active && headAt(source, look.active.row, look.active.column);
  const row = element('div', { role: 'row', class: 'hrow upper', 'aria-rowindex': String(level + 1) });
  row.style.height = `${HEAD}px`;
  heads.forEach((head, index) => {
    const fixed = head.from < pinned;
    if (!fixed && (head.to <= from || head.from >= to)) return;
    const active = here === head;
    const node = element('div', { role: 'columnheader', ...(active ? { id: look.id } : {}), class: `cell head group${active ? ' active' : ''}${fixed ? ' pinned' : ''}${head.kind ? ` ${head.kind}` : ''}`, 'aria-colindex': String(head.from + 1), 'aria-colspan': String(head.to - head.from), title: head.label, 'data-upper': `${level},${index}` });
    node.style.left = `${starts[head.from] ?? 0}px`;
    node.style.width = `${(starts[head.to] ?? 0) - (starts[head.from] ?? 0)}px`;
    const label = element('span', { class: 'label' });
    if (head.toggle) {
      node.setAttribute('aria-expanded', String(head.toggle === 'open'));
      label.append(element('span', { class: 'toggle', 'aria-hidden': 'true' }, head.toggle === 'open' ? '▾' : '▸'));
    }
    label.append(head.label);
    label.style.left = `${(fixed ? 0 : (starts[pinned] ?? 0)) + 8}px`;
    node.append(label);
    row.append(node);
  });
  return row;
}

/**
 * What is done to headers with a pointer: sort, open, size, move.
 * @param {HTMLElement} home @param {() => GridSource} source @param {GridActions} actions
 */
export function followHeader(home, source, actions) {
  const indexOf = (/** @type {Event} */ event, /** @type {string} */ name) => {
    const found = event.target instanceof Element ? event.target.closest(`[data-${name}]`) : null;
    return found ? Number(found.getAttribute(`data-${name}`)) : undefined;
  };
  home.addEventListener('contextmenu', (event) => {
    const column = indexOf(event, 'head');
    if (column === undefined || !actions.contextHead) return;
    event.preventDefault();
    event.stopPropagation();
    actions.contextHead(column, { x: event.clientX, y: event.clientY });
  });
  let dragged = false;
  home.addEventListener('click', (event) => {
    if (dragged || indexOf(event, 'grip') !== undefined) return;
    const menu = indexOf(event, 'menu');
    if (menu !== undefined) return actions.menu?.(menu, /** @type {HTMLElement} */ (/** @type {Element} */ (event.target).closest('[data-head]')));
    const upper = event.target instanceof Element ? event.target.closest('[data-upper]')?.getAttribute('data-upper')?.split(',').map(Number) : undefined;
    const head = upper && source().heads[upper[0] ?? 0]?.[upper[1] ?? 0];
    if (head) return head.toggle && event.target instanceof Element && event.target.closest('.toggle') ? actions.toggle?.(head) : actions.pressHead?.(head);
    const column = indexOf(event, 'head');
    if (column !== undefined && source().columns[column]?.sortable) actions.sort(column, event.shiftKey || event.ctrlKey || event.metaKey);
    return undefined;
  });
  home.addEventListener('dblclick', (event) => {
    const column = indexOf(event, 'grip');
    if (column !== undefined) actions.resize(column, undefined);
  });
  home.addEventListener('pointerdown', (event) => {
    dragged = false;
    const grip = indexOf(event, 'grip');
    const column = grip ?? indexOf(event, 'head');
    if (column === undefined || event.button !== 0 || indexOf(event, 'menu') !== undefined) return;
    if (grip === undefined && !source().movable) return;
    const width = source().columns[column]?.width ?? 0;
    const begin = event.clientX;
    /** @type {number | undefined} */
    let target;
    const move = (/** @type {PointerEvent} */ at) => {
      const by = at.clientX - begin;
      if (!dragged && Math.abs(by) < 4) return;
      dragged = true;
      if (grip !== undefined) return actions.resize(column, width + by);
      target = dropTarget(home, at.clientX);
      home.querySelectorAll('.drop').forEach((one) => one.classList.remove('drop'));
      home.querySelector(`[data-head="${target}"]`)?.classList.add('drop');
      return undefined;
    };
    const end = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      home.querySelectorAll('.drop').forEach((one) => one.classList.remove('drop'));
      if (target !== undefined && target !== column) actions.move(column, target);
    };
    event.preventDefault();
    /** @type {HTMLElement | null} */ (home.closest('[role=grid]'))?.focus({ preventScroll: true });
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  });
}

/** @param {HTMLElement} home @param {number} x */
function dropTarget(home, x) {
  for (const head of home.querySelectorAll('[data-head]')) {
    const { left, right } = head.getBoundingClientRect();
    if (x >= left && x < right) return Number(head.getAttribute('data-head'));
  }
  return undefined;
}
