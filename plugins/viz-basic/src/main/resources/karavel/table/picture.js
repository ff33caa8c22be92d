// @ts-check
/** @import { Drawing, Input } from 'karavel-viz' */
import { escape } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { columnsOf, widths } from './columns.js';

const ROW = 30;

/** The table as far as a picture of this size shows it. @param {Input} input @returns {Drawing} */
export function picture(input) {
  const { data, size, theme, text } = input;
  const columns = columnsOf(input);
  if (data.length === 0 || columns.length === 0) return empty(input);
  const totals = columns.some((one) => one.total !== '');
  const room = Math.max(1, Math.floor(size.height / ROW) - 1 - (totals ? 1 : 0));
  const rows = data.length <= room ? data.length : Math.max(1, room - 1);
  const sizes = widths(columns, size.width);
  const edge = `border-bottom:1px solid ${theme.hairline};`;
  const cell = (/** @type {number} */ index, /** @type {string} */ more) =>
    `box-sizing:border-box;height:${ROW}px;padding:0 8px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;text-align:${columns[index]?.align};${more}`;
  const head = columns.map((one, index) => `<th scope="col" style="${cell(index, `${edge}width:${Math.round(sizes[index] ?? 0)}px;font-weight:560;color:${theme.inkMuted}`)}">${escape(one.label)}</th>`);
  const body = Array.from({ length: rows }, (_, row) => {
    const cells = columns.map((one, index) => {
      const background = one.background(one.values[row]);
      return `<td style="${cell(index, edge + (background ? `background:${background}` : ''))}">${escape(one.text(one.values[row]))}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const foot = totals ? `<tr>${columns.map((one, index) => `<td style="${cell(index, 'font-weight:600')}">${escape(index === 0 && one.total === '' ? text('total') : one.total)}</td>`).join('')}</tr>` : '';
  const rest = rows < data.length ? `<p style="margin:6px 8px;color:${theme.inkMuted}">${escape(text('more', { count: data.length - rows }))}</p>` : '';
  const style = `width:100%;table-layout:fixed;border-collapse:collapse;font:12px ${escape(theme.fontFamily)};font-variant-numeric:tabular-nums;color:${theme.ink}`;
  const html = `<table style="${style}"><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody><tfoot>${foot}</tfoot></table>${rest}`;
  return { kind: 'html', html, description: text('rows', { count: data.length }) };
}
