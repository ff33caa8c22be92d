// @ts-check
/** @import { Cell, Input } from 'karavel-viz' */
/** @import { CellView, GridColumn, GridSource, Head } from '../grid/model.js' */
/** @import { Line } from './lines.js' */
/** @import { Doings, Pivot } from './pivot.js' */
import { widthOf } from '../shared/labels.js';
import { pathOf } from './lines.js';

const ROW = 30;
const [NARROW, WIDE] = [64, 260];
const MEASURED = 60;

/** A pivot as a grid: names of rows are pinned columns. @param {Input} input @param {Pivot} pivot @param {Doings & { widths?: Record<string, number> }} doings @returns {GridSource} */
export function pivotSource(input, pivot, doings) {
  const { rows, columns, rowHeads, columnHeads } = pivot;
  const fixed = rowHeads.length;
  const widths = sizes(input, pivot, doings.widths ?? {});
  /** @type {GridColumn[]} */
  const heads = rowHeads.map((label, level) => ({ id: `level${level}`, label, title: label, width: widths[level] ?? NARROW, align: 'left', pinned: true, sortable: true, sort: sortOf(doings, `level${level}`) }));
  const last = Math.max(0, columnHeads.length - 1);
  const data = columns.map((line, index) => ({ id: line.key, label: pivot.columnLabel(line, last), title: titleOf(pivot, line), width: widths[fixed + index] ?? NARROW, align: /** @type {'right'} */ ('right'), sortable: true, sort: sortOf(doings, line.key) }));
  const uppers = columnHeads.slice(0, last).map((name, level) => upper(pivot, name, level, fixed));
  // One row of totals stays in sight.
  const whole = rows.at(-1)?.kind === 'total' && rows.at(-2)?.kind !== 'total' && rows.length > 1;
  const toggles = rowHeads.map((_, level) => togglesOf(pivot, level));
  const selected = new Set(input.filterState.selected);
  const cell = (/** @type {number} */ row, /** @type {number} */ column) => (column < fixed ? nameCell(pivot, row, column, toggles[column] ?? (() => undefined), selected) : valueCell(pivot, /** @type {Line} */ (rows[row]), /** @type {Line} */ (columns[column - fixed])));
  return {
    label: input.text('pivot', { rows: rows.length, columns: columns.length }),
    columns: [...heads, ...data],
    heads: uppers,
    rowCount: rows.length - (whole ? 1 : 0),
    rowHeight: ROW,
    cell,
    ...(whole ? { foot: [...heads, ...data].map((_, column) => cell(rows.length - 1, column)) } : {}),
    nothing: input.text('noData'),
  };
}

/** @param {Doings} doings @param {string} key */
const sortOf = ({ sort }, key) => (sort?.key === key ? { ascending: !sort.desc, place: 0 } : undefined);

/** @param {Pivot} pivot @param {Line} line */
const titleOf = ({ columnLabel, columnHeads }, line) => columnHeads.map((_, level) => columnLabel(line, level)).filter(Boolean).join(' · ');

/** Whether a row's group at a level can be opened or closed, and is. @param {Pivot} pivot @param {number} level */
function togglesOf({ rowGroup }, level) {
  return (/** @type {Line} */ line) => {
    const group = rowGroup(line, level);
    return !group || group.children.length === 0 ? undefined : line.closed && line.group === group ? /** @type {const} */ ('closed') : /** @type {const} */ ('open');
  };
}

/** A row's name at one level: said once, where its group begins. @param {Pivot} pivot @param {number} row @param {number} level @param {(line: Line) => 'open' | 'closed' | undefined} toggle @param {ReadonlySet<Cell>} selected by cross-filters @returns {CellView} */
function nameCell({ rows, rowLabel, rowGroup }, row, level, toggle, selected) {
  const line = /** @type {Line} */ (rows[row]);
  const before = rows[row - 1];
  const text = rowLabel(line, level);
  const group = rowGroup(line, level);
  const said = Boolean(before) && same({ rowLabel, rowGroup }, /** @type {Line} */ (before), line, level);
  const strong = line.kind === 'leaf' ? '' : line.kind === 'sub' && group && group !== line.group ? '' : ' strong';
  const kind = `${line.kind === 'leaf' ? '' : line.kind === 'total' ? 'sub strong' : group === line.group || !group ? `sub${strong}` : ''}${group ? ' filter' : ''}${group && selected.has(group.value) ? ' chosen' : ''}`;
  if (said || text === '') return { text: '', kind };
  const open = toggle(line);
  return { text, kind: `${kind}${open ? ' group' : ''}`, ...(open ? { toggle: open } : {}), ...(text.length > 14 ? { title: text } : {}) };
}

/** Whether two lines say the same up to a level. @param {Pick<Pivot, 'rowLabel' | 'rowGroup'>} pivot @param {Line} one @param {Line} other @param {number} level */
function same({ rowLabel, rowGroup }, one, other, level) {
  if (one.metric !== other.metric && rowLabel(one, level) !== rowLabel(other, level)) return false;
  for (let at = 0; at <= level; at++) {
    if (rowGroup(one, at) !== rowGroup(other, at) || rowLabel(one, at) !== rowLabel(other, at)) return false;
  }
  return true;
}

/** @param {Pivot} pivot @param {Line} row @param {Line} column @returns {CellView} */
function valueCell({ write, look }, row, column) {
  const found = look(row, column);
  const total = row.kind !== 'leaf' || column.kind !== 'leaf';
  const whole = row.kind === 'total' || column.kind === 'total';
  return { text: write(row, column), kind: total ? `sub${whole ? ' strong' : ''}${row.kind === 'sub' ? ' group' : ''}` : '', ...(found?.background ? { background: found.background } : {}), ...(found?.color ? { color: found.color } : {}) };
}

/** A row of headers above the last one: each group over all that is in it. @param {Pivot} pivot @param {string} name @param {number} level @param {number} fixed @returns {Head[]} */
function upper({ columns, columnLabel, columnGroup }, name, level, fixed) {
  /** @type {Head[]} */
  const heads = fixed > 0 ? [{ label: name, from: 0, to: fixed, kind: 'corner' }] : [];
  columns.forEach((line, index) => {
    const label = columnLabel(line, level);
    const before = columns[index - 1];
    const last = heads.at(-1);
    const joined = before && last && index > 0 && together({ columnLabel, columnGroup }, before, line, level);
    if (joined) {
      last.to = fixed + index + 1;
      return;
    }
    const group = columnGroup(line, level);
    const inner = group && group.children.length > 0;
    const closed = line.closed && line.group === group;
    heads.push({ label, from: fixed + index, to: fixed + index + 1, ...(line.kind === 'total' ? { kind: 'right' } : {}), ...(inner ? { toggle: closed ? /** @type {const} */ ('closed') : /** @type {const} */ ('open'), key: JSON.stringify(pathOf(group)) } : {}) });
  });
  return heads;
}

/** @param {Pick<Pivot, 'columnLabel' | 'columnGroup'>} pivot @param {Line} one @param {Line} other @param {number} level */
function together({ columnLabel, columnGroup }, one, other, level) {
  for (let at = 0; at <= level; at++) {
    if (columnGroup(one, at) !== columnGroup(other, at) || columnLabel(one, at) !== columnLabel(other, at)) return false;
  }
  return columnLabel(one, level) !== '' || one.key === other.key;
}

/** Columns as wide as what is in them. @param {Input} input @param {Pivot} pivot @param {Record<string, number>} chosen */
function sizes({ size }, { rows, columns, rowHeads, columnHeads, rowLabel, columnLabel, write }, chosen) {
  const sample = (/** @type {readonly Line[]} */ lines) => {
    const step = Math.max(1, Math.floor(lines.length / MEASURED));
    return lines.filter((line, index) => index % step === 0 || line.kind === 'total');
  };
  const [down, last] = [sample(rows), Math.max(0, columnHeads.length - 1)];
  const fit = (/** @type {readonly string[]} */ texts, /** @type {number} */ more) => Math.min(WIDE, Math.max(NARROW, Math.ceil(texts.reduce((most, text) => Math.max(most, widthOf(text, 12)), 0)) + more));
  // Names may not leave the values without room.
  const most = Math.max(72, (size.width * 0.55) / Math.max(1, rowHeads.length));
  const heads = rowHeads.map((name, level) => chosen[`level${level}`] ?? Math.min(most, fit([name, ...down.map((line) => rowLabel(line, level))], 38)));
  const measured = sample(columns).map((column) => down.map((row) => write(row, column)));
  const common = fit(measured.flat(), 22);
  const data = columns.map((line) => chosen[line.key] ?? Math.max(common, fit([columnLabel(line, last)], 28)));
  const all = [...heads, ...data];
  const rest = size.width - all.reduce((sum, width) => sum + width, 0);
  if (rest <= 0 || Object.keys(chosen).length > 0) return all;
  const more = Math.floor(rest / all.length);
  const even = all.map((width) => width + more);
  even[even.length - 1] = (even.at(-1) ?? 0) + (rest - more * all.length);
  return even;
}
