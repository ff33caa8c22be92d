// @ts-check
/** @import { Drawing, Input } from 'karavel-viz' */
/** @import { CellView } from '../grid/model.js' */
import { escape } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { cellViews, tableRules } from './cellViews.js';
import { columnsOf, rowHeight, widths } from './columns.js';
import { groupHeads } from './layout.js';
import { rowCount } from './totals.js';

const ROW = 30;
const LEAST = 48;
const WRAPPED = 'white-space:normal;line-height:17px;padding:6px 8px;';

/** The table as far as a picture of this size shows it. @param {Input} input @returns {Drawing} */
export function picture(input) {
  const { data, size, theme, text } = input;
  const all = columnsOf(input);
  if (data.length === 0 || all.length === 0) return empty(input);
  const columns = fitting(all, size.width);
  const heads = groupHeads(columns)[0];
  const totals = columns.some((one) => one.total !== '');
  const sizes = widths(columns, size.width);
  const high = rowHeight(columns.map((one, index) => ({ ...one, width: sizes[index] ?? one.width })));
  const room = Math.max(1, Math.floor((size.height - ROW * (1 + (heads ? 1 : 0) + (totals ? 1 : 0))) / high));
  // Of pages from the server, all rows are more than those of this one.
  const whole = rowCount(input) ?? data.length;
  const rows = whole <= room && columns.length === all.length ? data.length : Math.max(1, Math.min(data.length, high > ROW ? Math.floor((room * high - ROW) / high) : room - 1));
  const edge = `border-bottom:1px solid ${theme.hairline};`;
  const views = cellViews(input, tableRules(input, columns), undefined);
  const head = columns.map((one) => cell('th', { text: one.label }, one.align, `${edge}font-weight:560;color:${theme.inkMuted}`, ' scope="col"'));
  const upper = heads ? `<tr>${heads.map((one) => cell('th', { text: one.label }, 'left', `${edge}font-weight:560;color:${theme.inkSecondary}`, ` colspan="${one.to - one.from}"`)).join('')}</tr>` : '';
  const body = Array.from({ length: rows }, (_, row) => `<tr>${columns.map((one) => cell('td', views(one, row), one.align, one.wrap ? `${edge}${WRAPPED}height:${high}px` : `${edge}height:${high}px`)).join('')}</tr>`);
  const foot = totals ? `<tfoot><tr>${columns.map((one, index) => cell('td', { text: index === 0 && one.total === '' ? text('total') : one.total }, one.align, 'font-weight:600')).join('')}</tr></tfoot>` : '';
  const style = `width:100%;table-layout:fixed;border-collapse:collapse;font:12px ${escape(theme.fontFamily)};font-variant-numeric:tabular-nums;color:${theme.ink}`;
  const spans = sizes.map((width) => `<col style="width:${Math.round(width)}px">`).join('');
  const html = `<table style="${style}"><colgroup>${spans}</colgroup><thead>${upper}<tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody>${foot}</table>${rest(input, whole - rows, all.length - columns.length)}`;
  return { kind: 'html', html, description: text('rows', { count: whole }) };
}

/** As many columns as can be read. @template {{ width: number }} T @param {readonly T[]} columns @param {number} width @returns {T[]} */
export function fitting(columns, width) {
  let left = width;
  /** @type {T[]} */
  const shown = [];
  for (const column of columns) {
    if (shown.length > 0 && left < LEAST) break;
    const taken = Math.min(column.width, Math.max(LEAST, left));
    shown.push({ ...column, width: taken });
    left -= taken;
  }
  return shown;
}

/** How much is left out. @param {Input} input @param {number} rows @param {number} columns */
export function rest({ theme, text, locale }, rows, columns) {
  const parts = [rows > 0 ? text('more', { count: rows.toLocaleString(locale) }) : '', columns > 0 ? text('moreColumns', { count: columns }) : ''].filter(Boolean);
  return parts.length === 0 ? '' : `<p style="margin:6px 8px;font:12px ${escape(theme.fontFamily)};color:${theme.inkMuted}">${escape(parts.join(' · '))}</p>`;
}

/** One cell as HTML. @param {'td' | 'th'} tag @param {CellView} view @param {string} align @param {string} style @param {string} [more] attributes */
export function cell(tag, view, align, style, more = '') {
  const bar = view.bar ? `background:${view.bar} center / calc(100% - 6px) calc(100% - 8px) no-repeat;` : '';
  const look = (view.background ? `background:${view.background};` : bar) + (view.color ? `color:${view.color};` : '') + (view.indent ? `padding-left:${8 + view.indent * 14}px;` : '');
  const box = `box-sizing:border-box;height:${ROW}px;padding:0 8px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;text-align:${align};`;
  const mark = view.mark ? `<span style="color:${view.markColor ?? ''}">${escape(view.mark)} </span>` : '';
  return `<${tag}${more} style="${box}${look}${style}">${mark}${escape(view.text)}</${tag}>`;
}
