// @ts-check
/** @import { Host, Input, Mounted } from 'karavel-viz' */
/** @import { GridSource } from '../grid/model.js' */
/** @import { TableColumn } from './columns.js' */
/** @import { Layout } from './layout.js' */
/** @import { Sort } from './order.js' */
import { element } from '../grid/element.js';
import { grid } from '../grid/grid.js';
import { NARROWEST } from '../grid/model.js';
import { adopt, dress } from '../grid/style.js';
import { flag, number } from '../shared/settings.js';
import { cellViews, tableRules } from './cellViews.js';
import { openColumnMenu } from './columnMenu.js';
import { columnsOf, rowHeight, widths } from './columns.js';
import { filtered, filtersOf, says } from './filters.js';
import { arranged, groupHeads, layoutOf, moved } from './layout.js';
import { clicked, ordered } from './order.js';
import { search } from './search.js';
import { ownState } from './state.js';
import { pageBar, searchBar } from './toolbar.js';
import { rowCount } from './totals.js';

const TYPING = 350;

/**
 * A table of any length. @param {HTMLElement} place @param {Input} first @param {Host} host
 * @param {{ menus: boolean }} options menus: filters, pins and more at each column
 * @returns {Mounted}
 */
export function mountTable(place, first, host, { menus }) {
  let input = first;
  const state = ownState(first, host);
  /** @type {TableColumn[]} */
  let known = [];
  /** @type {TableColumn[]} */
  let columns = [];
  /** @type {readonly number[]} */
  let rows = [];
  let words = String(first.ownState.words ?? first.ownState.searchText ?? '');
  let done = true;
  let searching = { stop: () => {} };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  /** @type {ReturnType<typeof cellViews>} */
  let views = () => ({ text: '' });

  const server = () => flag(input.formData, 'server_pagination', false);
  const sorts = () => /** @type {readonly Sort[]} */ ((server() ? state.now.sortBy : state.now.order) ?? []);
  const page = () => Number((server() ? state.now.currentPage : state.now.page) ?? 0);
  const pageSize = () => (server() ? Number(state.now.pageSize ?? number(input.formData, 'server_page_length') ?? 10) : Math.max(0, number(input.formData, 'page_length') ?? 0) || Math.max(1, rows.length));
  const shown = () => (server() ? rows : rows.slice(page() * pageSize(), (page() + 1) * pageSize()));
  const layout = () => layoutOf(state.now);

  const table = grid({ sort, resize, move, press, context, menu }, { resize: first.text('resize'), menu: first.text('menu') });
  const bar = searchBar(find, () => table.root.focus());
  const pages = pageBar(turn, (size) => {
    state.set({ pageSize: size, currentPage: null });
    redraw();
  });
  const root = element('div', { class: 'kv-table' }, bar.root, table.root, pages.root);

  /** Which rows, in which order. */
  function arrange() {
    searching.stop();
    const all = Array.from({ length: input.data.length }, (_, row) => row);
    if (server()) {
      rows = all;
      done = true;
      return;
    }
    const keys = sorts().flatMap(({ id, desc }) => {
      const column = known.find((one) => one.name === id);
      return column ? [{ values: column.values, desc }] : [];
    });
    const left = menus ? filtered(all, known, filtersOf(state.now)) : all;
    const sorted = keys.length > 0 ? ordered(left, keys, input.locale) : left;
    const wanted = words.trim();
    if (wanted === '') {
      rows = sorted;
      done = true;
      return;
    }
    let sync = true;
    searching = search(columns, sorted, wanted, (hits, finished) => {
      rows = hits;
      done = finished;
      if (!sync) redraw();
    });
    sync = false;
  }

  /** @returns {GridSource} */
  function source() {
    const visible = shown();
    const { selected } = input.filterState;
    const chosen = new Set(selected);
    const pinned = layout().pinned ?? [];
    const sorted = sorts();
    const filters = filtersOf(state.now);
    const dimensions = columns.filter((one) => one.dimension);
    const foot = columns.some((one) => one.total !== '') ? columns.map((one, index) => ({ text: index === 0 && one.total === '' ? input.text('total') : one.total })) : undefined;
    return {
      label: input.text('rows', { count: server() ? (rowCount(input) ?? rows.length) : rows.length }),
      columns: columns.map((one) => {
        const place = sorted.findIndex((sort) => sort.id === one.name);
        const sort = place < 0 ? undefined : { ascending: !sorted[place]?.desc, place: sorted.length > 1 ? place + 1 : 0 };
        return { id: one.name, label: one.label, title: one.group ? `${one.group} ${one.label}` : one.label, width: one.width, align: one.align, pinned: pinned.includes(one.name), sortable: !server() || !one.group, sort, filtered: says(filters[one.name]) };
      }),
      heads: groupHeads(columns),
      rowCount: visible.length,
      rowHeight: rowHeight(columns),
      cell: (row, column) => views(/** @type {TableColumn} */ (columns[column]), visible[row] ?? 0),
      rowKind: (row) => (selected.length > 0 && !dimensions.some((one) => chosen.has(one.values[visible[row] ?? 0] ?? null)) ? 'faded' : ''),
      ...(foot ? { foot } : {}),
      nothing: done ? input.text('noData') : '…',
      movable: menus || flag(input.formData, 'allow_rearrange_columns', false),
      menus,
    };
  }

  function redraw() {
    const count = server() ? (rowCount(input) ?? rows.length) : rows.length;
    const last = Math.max(0, Math.ceil(count / pageSize()) - 1);
    if (page() > last) return turn(last);
    const words_ = server() ? String(state.now.searchText ?? '') : words;
    bar.show(input, {
      shown: flag(input.formData, 'include_search', false), count: input.data.length, words: typing === undefined ? words_ : words,
      columns: server() ? known.filter((one) => one.type === 'text' && one.dimension) : [],
      chosen: /** @type {string | undefined} */ (state.now.searchColumn ?? undefined),
      found: words_.trim() === '' ? '' : `${input.text('found', { count: count.toLocaleString(input.locale) })}${done ? '' : ' …'}`,
    });
    pages.show(input, { page: page(), size: pageSize(), count, sizes: server() });
    fit();
    table.show(source(), input.size);
    return undefined;
  }

  /** The columns in the room there is. */
  function fit() {
    const mine = arranged(known, layout());
    const sizes = widths(mine, Math.max(0, input.size.width - (table.root.offsetWidth - table.root.clientWidth)));
    columns = mine.map((one, index) => ({ ...one, width: sizes[index] ?? one.width }));
  }

  /** @param {number} column @param {boolean} additive */
  function sort(column, additive) {
    const one = columns[column];
    if (!one) return;
    sorted(clicked(sorts(), one.name, one.type === 'number', additive));
  }
  /** @param {Sort[]} next */
  function sorted(next) {
    state.set(server() ? { sortBy: next.length > 0 ? next : null, currentPage: null } : { order: next.length > 0 ? next : null, page: null });
    arrange();
    table.top();
    redraw();
  }
  /** @param {Layout} patch @param {boolean} [later] */
  function lay(patch, later) {
    state.set({ layout: { ...layout(), ...patch } }, later);
    redraw();
  }
  /** @param {number} column @param {number | undefined} width */
  function resize(column, width) {
    const one = columns[column];
    if (!one) return;
    const natural = known.find((each) => each.name === one.name)?.width ?? one.width;
    lay({ widths: { ...layout().widths, [one.name]: Math.round(Math.max(NARROWEST, Math.min(1200, width ?? natural))) } }, width !== undefined);
  }
  /** @param {number} from @param {number} to */
  function move(from, to) {
    lay({ order: moved(columns.map((one) => one.name), from, to) });
  }
  /** @param {number} next */
  function turn(next) {
    state.set(server() ? { currentPage: next || null } : { page: next || null });
    table.top();
    redraw();
  }
  /** @param {string} text @param {string | undefined} column */
  function find(text, column) {
    words = text;
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = undefined;
      if (server()) state.set({ searchText: text.trim() || null, searchColumn: text.trim() ? (column ?? null) : null, currentPage: null });
      else {
        state.set({ page: null, words: text.trim() || null });
        table.top();
      }
      arrange();
      redraw();
    }, server() ? TYPING : 120);
  }
  /** @param {number} row @param {number} column */
  function filtersAt(row, column) {
    const [one, from] = [columns[column], shown()[row]];
    return !one?.dimension || from === undefined ? [] : [{ column: one.name, values: [one.values[from] ?? null] }];
  }
  /** @param {number} row @param {number} column */
  function press(row, column) {
    const filters = filtersAt(row, column);
    const again = filters.some((one) => one.values.some((value) => input.filterState.selected.includes(value)));
    if (filters.length > 0) host.emit({ type: 'crossFilter', filters: again ? [] : filters });
  }
  /** @param {number} row @param {number} column @param {{ x: number, y: number }} at */
  function context(row, column, at) {
    const from = shown()[row];
    if (from === undefined) return;
    const own = filtersAt(row, column);
    const rest = columns.flatMap((one, index) => (one.dimension && index !== column ? filtersAt(row, index) : []));
    const filters = [...own, ...rest];
    if (filters.length > 0) host.emit({ type: 'contextMenu', ...at, filters });
  }
  /** @param {number} column @param {HTMLElement} anchor */
  function menu(column, anchor) {
    const one = columns[column];
    if (!one) return;
    const { pinned = [], hidden = [] } = layout();
    openColumnMenu(anchor, input, one, { pinned: pinned.includes(one.name), filter: filtersOf(state.now)[one.name], filters: !server() }, {
      sort: (desc) => sorted(desc === undefined ? [] : [{ id: one.name, desc }]),
      pin: (on) => lay({ pinned: on ? [...pinned, one.name] : pinned.filter((name) => name !== one.name) }),
      hide: () => lay({ hidden: [...hidden, one.name] }),
      autosize: () => resize(column, undefined),
      showAll: hidden.length > 0 ? () => lay({ hidden: [] }) : undefined,
      filter: (filter) => {
        state.set({ filters: { ...filtersOf(state.now), [one.name]: filter ?? undefined }, page: null }, true);
        arrange();
        redraw();
      },
      closed: () => table.root.focus({ preventScroll: true }),
    });
  }

  /** @param {Input} next */
  function update(next) {
    const changed = next.data !== input.data || next.formData !== input.formData || known.length === 0;
    input = next;
    const told = state.take(next);
    if (changed) {
      known = columnsOf(input);
      columns = arranged(known, layout());
    }
    views = cellViews(input, tableRules(input, known), (html) => host.clean(html));
    dress(root, input.theme);
    if (changed || told) arrange();
    redraw();
  }

  adopt(place);
  place.append(root);
  update(first);
  return {
    update,
    resize: (size) => {
      input = { ...input, size };
      redraw();
    },
    dispose: () => {
      searching.stop();
      clearTimeout(typing);
      state.dispose();
      table.dispose();
      root.remove();
    },
  };
}
