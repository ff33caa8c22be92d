// @ts-check
/** @import { Host, Input, Mounted } from 'karavel-viz' */
/** @import { Head } from '../grid/model.js' */
/** @import { Pivot } from './pivot.js' */
import { element } from '../grid/element.js';
import { grid } from '../grid/grid.js';
import { NARROWEST } from '../grid/model.js';
import { adopt, dress } from '../grid/style.js';
import { ownState } from '../tables/state.js';
import { keyOf } from './lines.js';
import { pivot } from './pivot.js';
import { pivotSource } from './source.js';

/** @param {HTMLElement} place @param {Input} first @param {Host} host @returns {Mounted} */
export function mountPivot(place, first, host) {
  let input = first;
  const state = ownState(first, host);
  /** @type {Pivot | undefined} */
  let made;
  const table = grid({ sort, resize, move: () => {}, press, context, toggle: (head) => toggleColumn(head), pressHead, contextHead }, { resize: first.text('resize'), menu: '' });
  const root = element('div', { class: 'kv-table' }, table.root);

  const doings = () => /** @type {import('./pivot.js').Doings} */ (state.now);
  const widths = () => /** @type {Record<string, number>} */ (/** @type {{ widths?: unknown }} */ (state.now.layout ?? {}).widths ?? {});

  function calculate() {
    made = pivot(input, doings());
    redraw();
  }
  function redraw() {
    if (made) table.show(pivotSource(input, made, { ...doings(), widths: widths() }), input.size);
    else table.show({ label: input.text('noData'), columns: [], heads: [], rowCount: 0, rowHeight: 30, cell: () => ({ text: '' }), nothing: input.text('noData') }, input.size);
  }

  /** @param {number} column */
  function sort(column) {
    const fixed = made?.rowHeads.length ?? 0;
    const key = column < fixed ? `level${column}` : (made?.columns[column - fixed]?.key ?? '');
    const now = doings().sort;
    const begins = column >= fixed;
    const next = now?.key !== key ? { key, desc: begins } : now.desc === begins ? { key, desc: !begins } : null;
    state.set({ sort: next });
    calculate();
  }
  /** @param {number} column @param {number | undefined} width */
  function resize(column, width) {
    const fixed = made?.rowHeads.length ?? 0;
    const key = column < fixed ? `level${column}` : (made?.columns[column - fixed]?.key ?? '');
    const { [key]: _, ...others } = widths();
    state.set({ layout: { widths: width === undefined ? others : { ...others, [key]: Math.round(Math.max(NARROWEST, Math.min(900, width))) } } }, width !== undefined);
    redraw();
  }
  /** @param {'closedRows' | 'closedColumns'} side @param {string} key */
  function toggle(side, key) {
    const closed = doings()[side] ?? [];
    const next = closed.includes(key) ? closed.filter((one) => one !== key) : [...closed, key];
    state.set({ [side]: next.length > 0 ? next : null });
    calculate();
  }
  /** @param {Head} head */
  function toggleColumn({ key }) {
    if (key !== undefined) toggle('closedColumns', key);
  }
  /** What a header over columns stands for: the groups its columns have in common. @param {Head} head */
  function filtersOf(head) {
    const fixed = made?.rowHeads.length ?? 0;
    const lines = made?.columns.slice(Math.max(0, head.from - fixed), head.to - fixed) ?? [];
    const level = made ? table.levelOf(head) : -1;
    const [first] = lines;
    return made && first && head.from >= fixed ? made.filters([undefined, made.columnGroup(first, level)]) : [];
  }
  /** @param {Head} head */
  function pressHead(head) {
    emitFilters(filtersOf(head));
  }
  /** @param {number} column @param {{ x: number, y: number }} at */
  function contextHead(column, at) {
    const line = made?.columns[column - made.rowHeads.length];
    const filters = made && line ? made.filters([undefined, line.group]) : [];
    if (filters.length > 0) host.emit({ type: 'contextMenu', ...at, filters });
  }
  /** @param {import('karavel-viz').Filter[]} filters */
  function emitFilters(filters) {
    const again = filters.length > 0 && filters.every((one) => one.values.some((value) => input.filterState.selected.includes(value)));
    if (filters.length > 0) host.emit({ type: 'crossFilter', filters: again ? [] : filters });
  }
  /** @param {number} row @param {number} column */
  function filtersAt(row, column) {
    const line = made?.rows[row];
    if (!made || !line) return [];
    const fixed = made.rowHeads.length;
    if (column < fixed) return made.filters([made.rowGroup(line, column)]);
    return made.filters([line.group, made.columns[column - fixed]?.group]);
  }
  /** @param {number} row @param {number} column @param {Event} event */
  function press(row, column, event) {
    const line = made?.rows[row];
    if (!made || !line) return;
    const group = column < made.rowHeads.length ? made.rowGroup(line, column) : undefined;
    const onSign = event.type !== 'click' || (event.target instanceof Element && event.target.closest('.toggle') !== null);
    if (group && group.children.length > 0 && onSign) {
      toggle('closedRows', keyOf(group));
      return;
    }
    emitFilters(filtersAt(row, column));
  }
  /** @param {number} row @param {number} column @param {{ x: number, y: number }} at */
  function context(row, column, at) {
    const filters = filtersAt(row, column);
    if (filters.length > 0) host.emit({ type: 'contextMenu', ...at, filters });
  }

  /** @param {Input} next */
  function update(next) {
    const changed = next.data !== input.data || next.formData !== input.formData || next.theme !== input.theme || !made;
    input = next;
    const told = state.take(next);
    dress(root, input.theme);
    if (changed || told) calculate();
    else redraw();
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
      state.dispose();
      table.dispose();
      root.remove();
    },
  };
}
