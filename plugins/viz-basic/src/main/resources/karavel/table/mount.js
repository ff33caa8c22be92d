// @ts-check
/** @import { Host, Input, Mounted } from 'karavel-viz' */
/** @import { TableColumn } from './columns.js' */
import { alpha } from '../shared/color.js';
import { flag, number } from '../shared/settings.js';
import { columnsOf, ordered, widths } from './columns.js';
import { element } from './element.js';
import { adopt, dress } from './style.js';

const ROW = 30;
const AROUND = 8;

/** A table of any length: only the rows in sight exist. @param {HTMLElement} place @param {Input} first @param {Host} host @returns {Mounted} */
export function mount(place, first, host) {
  let input = first;
  /** @type {TableColumn[]} */
  let columns = [];
  /** @type {number[]} */
  let rows = [];
  let page = 0;
  let words = '';
  /** @type {{ name: string, ascending: boolean } | undefined} */
  let sort;
  let active = { row: 0, column: 0 };

  const search = element('input', { type: 'search', 'aria-label': '' });
  const bar = element('div', { class: 'bar' }, search);
  const groups = element('colgroup');
  const [head, body, foot] = [element('thead'), element('tbody'), element('tfoot')];
  const table = element('table', { role: 'grid' }, groups, head, body, foot);
  const scroll = element('div', { class: 'scroll', role: 'region' }, table);
  const pages = element('div', { class: 'bar foot pages' });
  const root = element('div', { class: 'kv-table' }, bar, scroll, pages);

  const pageLength = () => Math.max(0, number(input.formData, 'page_length') ?? 0) || rows.length || 1;
  const onPage = () => rows.slice(page * pageLength(), (page + 1) * pageLength());

  function arrange() {
    const by = sort && columns.find((one) => one.name === sort?.name);
    const all = by && sort ? ordered(by, sort.ascending, input.locale) : Array.from({ length: input.data.length }, (_, row) => row);
    const wanted = words.trim().toLocaleLowerCase();
    rows = wanted === '' ? all : all.filter((row) => columns.some((one) => one.text(one.values[row]).toLocaleLowerCase().includes(wanted)));
    page = Math.min(page, Math.max(0, Math.ceil(rows.length / pageLength()) - 1));
    active.row = Math.min(active.row, Math.max(0, rows.length - 1));
  }

  function drawHead() {
    const sizes = widths(columns, Math.max(0, input.size.width - 2));
    table.style.minWidth = `${columns.reduce((all, one) => all + one.width, 0)}px`;
    groups.replaceChildren(...sizes.map((width) => {
      const column = element('col');
      column.style.width = `${width}px`;
      return column;
    }));
    head.replaceChildren(element('tr', { 'aria-rowindex': '1' }, ...columns.map((one) => {
      const sorted = sort?.name !== one.name ? '' : sort.ascending ? 'ascending' : 'descending';
      const button = element('button', { type: 'button', title: one.label }, element('span', {}, one.label));
      button.addEventListener('click', () => sortBy(one.name));
      return element('th', { scope: 'col', class: one.align, 'aria-sort': sorted }, button);
    })));
    const totals = columns.some((one) => one.total !== '');
    foot.replaceChildren(...(totals ? [element('tr', {}, ...columns.map((one, index) => element('td', { class: one.align }, index === 0 && one.total === '' ? input.text('total') : one.total)))] : []));
  }

  /** @param {string} name */
  function sortBy(name) {
    const column = columns.find((one) => one.name === name);
    const begins = column?.align !== 'right';
    sort = sort?.name !== name ? { name, ascending: begins } : sort.ascending === begins ? { name, ascending: !begins } : undefined;
    arrange();
    const focused = [...head.querySelectorAll('button')].indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    drawHead();
    head.querySelectorAll('button')[focused]?.focus();
    scroll.scrollTop = 0;
    drawRows();
  }

  function drawRows() {
    const shown = onPage();
    const height = scroll.clientHeight || input.size.height;
    const from = Math.max(0, Math.floor(scroll.scrollTop / ROW) - AROUND);
    const to = Math.min(shown.length, Math.ceil((scroll.scrollTop + height) / ROW) + AROUND);
    const focused = body.contains(document.activeElement);
    table.setAttribute('aria-rowcount', String(shown.length + 1));
    body.replaceChildren(gap(from), ...shown.slice(from, to).map((row, index) => drawRow(row, from + index)), gap(shown.length - to));
    if (shown.length === 0) body.replaceChildren(element('tr', {}, element('td', { class: 'nothing center', colspan: String(Math.max(1, columns.length)) }, input.text('noData'))));
    if (focused) focusActive();
  }

  /** @param {number} count */
  function gap(count) {
    const cell = element('td', { colspan: String(Math.max(1, columns.length)) });
    const row = element('tr', { class: 'gap', 'aria-hidden': 'true' }, cell);
    cell.style.height = `${count * ROW}px`;
    if (count <= 0) row.hidden = true;
    return row;
  }

  /** @param {number} row in the data @param {number} position on the page */
  function drawRow(row, position) {
    const { selected } = input.filterState;
    const chosen = selected.length > 0 && columns.some((one) => one.dimension && selected.includes(one.values[row] ?? null));
    return element('tr', { 'aria-rowindex': String(position + 2), class: selected.length > 0 && !chosen ? 'faded' : '' }, ...columns.map((one, index) => {
      const value = one.values[row] ?? null;
      const text = one.text(value);
      const kinds = [one.align, one.dimension ? 'filter' : '', value === null ? 'nothing' : '', one.dimension && selected.includes(value) ? 'chosen' : ''];
      const cell = element('td', { class: kinds.filter(Boolean).join(' '), tabindex: position === active.row && index === active.column ? '0' : '-1', 'data-place': `${position},${index}` }, text);
      if (text.length > 18) cell.title = text;
      const background = one.background(value);
      if (background) cell.style.background = background;
      return cell;
    }));
  }

  function drawBars() {
    const searchable = flag(input.formData, 'include_search', false);
    bar.style.display = searchable ? '' : 'none';
    search.placeholder = input.text('search', { count: input.data.length });
    search.setAttribute('aria-label', search.placeholder);
    scroll.setAttribute('aria-label', input.text('rows', { count: rows.length }));
    const count = Math.ceil(rows.length / pageLength());
    pages.style.display = count > 1 ? '' : 'none';
    if (count <= 1) return;
    const from = page * pageLength();
    const turn = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ name) => {
      const button = element('button', { type: 'button', 'aria-label': name }, sign);
      if (page + by < 0 || page + by >= count) button.setAttribute('disabled', '');
      else button.addEventListener('click', () => turnTo(page + by));
      return button;
    };
    const where = input.text('page', { from: from + 1, to: Math.min(rows.length, from + pageLength()), count: rows.length });
    pages.replaceChildren(element('span', { 'aria-live': 'polite' }, where), turn(-1, '‹', input.text('previous')), turn(1, '›', input.text('next')));
  }

  /** @param {number} next */
  function turnTo(next) {
    page = next;
    active = { row: 0, column: active.column };
    scroll.scrollTop = 0;
    drawBars();
    drawRows();
  }

  function focusActive() {
    const cell = body.querySelector(`[data-place="${active.row},${active.column}"]`);
    if (cell instanceof HTMLElement) cell.focus({ preventScroll: true });
  }

  /** @param {number} row @param {number} column */
  function go(row, column) {
    active = { row: Math.max(0, Math.min(onPage().length - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) };
    const top = active.row * ROW;
    const view = scroll.clientHeight - ROW * (foot.childElementCount > 0 ? 2 : 1);
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    if (top + ROW > scroll.scrollTop + view) scroll.scrollTop = top + ROW - view;
    drawRows();
    focusActive();
  }

  /** @param {Event} event @returns {{ row: number, column: number } | undefined} */
  function placeOf(event) {
    const cell = event.target instanceof Element ? event.target.closest('[data-place]') : null;
    const [row, column] = cell?.getAttribute('data-place')?.split(',').map(Number) ?? [];
    return row === undefined || column === undefined ? undefined : { row, column };
  }

  /** @param {{ row: number, column: number }} at */
  function filtersAt({ row, column }) {
    const one = columns[column];
    const from = onPage()[row];
    return !one?.dimension || from === undefined ? [] : [{ column: one.name, values: [one.values[from] ?? null] }];
  }

  scroll.addEventListener('scroll', drawRows, { passive: true });
  scroll.addEventListener('click', (event) => {
    const at = placeOf(event);
    if (!at) return;
    active = at;
    const filters = filtersAt(at);
    if (filters.length > 0 && String(getSelection() ?? '') === '') host.emit({ type: 'crossFilter', filters });
  });
  scroll.addEventListener('contextmenu', (event) => {
    const at = placeOf(event);
    const filters = at ? filtersAt(at) : [];
    if (filters.length === 0) return;
    event.preventDefault();
    host.emit({ type: 'contextMenu', x: event.clientX, y: event.clientY, filters });
  });
  scroll.addEventListener('keydown', (event) => {
    const at = placeOf(event);
    if (!at) return;
    const steps = /** @type {Record<string, readonly [number, number]>} */ ({ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0], Home: [-Infinity, 0], End: [Infinity, 0] });
    const [down, across] = steps[event.key] ?? [0, 0];
    if (down !== 0 || across !== 0) go(at.row + down, at.column + across);
    else if (event.key === 'Enter' && filtersAt(at).length > 0) host.emit({ type: 'crossFilter', filters: filtersAt(at) });
    else return;
    event.preventDefault();
  });
  search.addEventListener('input', () => {
    words = search.value;
    page = 0;
    arrange();
    scroll.scrollTop = 0;
    drawBars();
    drawRows();
  });

  /** @param {Input} next */
  function update(next) {
    input = next;
    columns = columnsOf(input);
    dress(root, input.theme, alpha);
    arrange();
    drawBars();
    drawHead();
    drawRows();
  }

  place.append(root);
  adopt(place);
  update(first);
  return {
    update,
    resize: (size) => update({ ...input, size }),
    dispose: () => root.remove(),
  };
}
