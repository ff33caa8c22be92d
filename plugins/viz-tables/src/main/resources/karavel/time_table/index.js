// @ts-check
/** @import { Chart, Mount } from 'karavel-viz' */
/** @import { Sort } from '../tables/order.js' */
import { element } from '../grid/element.js';
import { grid } from '../grid/grid.js';
import { adopt, dress } from '../grid/style.js';
import { escape } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { clicked } from '../tables/order.js';
import { cell, fitting, rest } from '../tables/picture.js';
import { ownState } from '../tables/state.js';
import { timeSource } from './source.js';

const HEAD = 30;

/** @type {Mount} */
export const mount = (place, first, host) => {
  let input = first;
  const state = ownState(first, host);
  let made = timeSource(input, []);
  const sorts = () => /** @type {readonly Sort[]} */ (state.now.order ?? []);
  const filtersAt = (/** @type {number} */ row) => made.line(row)?.filters ?? [];
  const table = grid({
    sort: (column, additive) => {
      const one = made.source.columns[column];
      const next = clicked(sorts(), one?.id ?? '', column > 0, additive);
      state.set({ order: next.length > 0 ? next : null });
      redraw();
    },
    resize: () => {},
    move: () => {},
    press: (row, column) => {
      const filters = column === 0 ? filtersAt(row) : [];
      const again = filters.some((one) => one.values.some((value) => input.filterState.selected.includes(value)));
      if (filters.length > 0) host.emit({ type: 'crossFilter', filters: again ? [] : filters });
    },
    context: (row, _, at) => {
      if (filtersAt(row).length > 0) host.emit({ type: 'contextMenu', ...at, filters: filtersAt(row) });
    },
  }, { resize: '', menu: '' });
  const root = element('div', { class: 'kv-table kv-time' }, table.root);

  function redraw() {
    made = timeSource(input, sorts());
    table.show(made.source, input.size);
  }
  /** @param {import('karavel-viz').Input} next */
  function update(next) {
    input = next;
    state.take(next);
    dress(root, input.theme);
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
      state.dispose();
      table.dispose();
      root.remove();
    },
  };
};

/** @type {Chart} */
export const chart = (input) => {
  const { source } = timeSource(input, []);
  if (source.rowCount === 0) return empty(input);
  const { size, theme } = input;
  const columns = fitting(source.columns, size.width);
  const room = Math.max(1, Math.floor((size.height - HEAD) / source.rowHeight));
  const whole = room >= source.rowCount && columns.length === source.columns.length;
  const rows = whole ? source.rowCount : Math.max(1, Math.min(source.rowCount, Math.floor((size.height - HEAD - 26) / source.rowHeight)));
  const edge = `border-bottom:1px solid ${theme.hairline};`;
  const head = columns.map((one) => cell('th', { text: one.label }, one.align, `${edge}font-weight:560;color:${theme.inkMuted}`, ' scope="col"')).join('');
  const body = Array.from({ length: rows }, (_, row) => `<tr>${columns.map((one, index) => {
    const view = source.cell(row, index);
    const style = `${edge}height:${source.rowHeight}px;${view.kind?.includes('strong') ? 'font-weight:560;' : ''}`;
    return view.html ? `<td style="${style}padding:0 8px;overflow:hidden">${view.html}</td>` : cell('td', view, one.align, style);
  }).join('')}</tr>`).join('');
  const spans = columns.map((one) => `<col style="width:${Math.round(one.width)}px">`).join('');
  const style = `width:100%;table-layout:fixed;border-collapse:collapse;font:12px ${escape(theme.fontFamily)};font-variant-numeric:tabular-nums;color:${theme.ink}`;
  const html = `<table style="${style}"><colgroup>${spans}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>${rest(input, source.rowCount - rows, source.columns.length - columns.length)}`;
  return { kind: 'html', html, description: source.label };
};
