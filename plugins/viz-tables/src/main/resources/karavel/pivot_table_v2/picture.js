// @ts-check
/** @import { Drawing, Input } from 'karavel-viz' */
/** @import { GridColumn } from '../grid/model.js' */
import { mix } from '../shared/color.js';
import { escape } from '../shared/labels.js';
import { empty } from '../shared/look.js';
import { cell, fitting, rest } from '../tables/picture.js';
import { pivot } from './pivot.js';
import { pivotSource } from './source.js';

const ROW = 30;

/** The pivot as far as a picture of this size shows it: from the top left corner, the row of totals kept. @param {Input} input @returns {Drawing} */
export function picture(input) {
  const made = pivot(input, {});
  if (!made) return empty(input);
  const { size, theme } = input;
  const source = pivotSource(input, made, {});
  const columns = fitting(source.columns, size.width);
  const shown = columns.length;
  const levels = source.heads.length + 1;
  const whole = (Math.max(1, Math.floor(size.height / ROW)) - levels) >= made.rows.length && shown === source.columns.length;
  const room = Math.max(1, Math.floor(size.height / ROW) - levels - (whole ? 0 : 1));
  const rows = Array.from({ length: Math.min(made.rows.length, room) }, (_, row) => row);
  if (made.rows.at(-1)?.kind === 'total' && rows.length > 1) rows[rows.length - 1] = made.rows.length - 1;
  const edge = `border-bottom:1px solid ${theme.hairline};`;
  const sub = `background:${mix(theme.surface, theme.inkMuted, 0.07)};`;
  const sizes = columns.map((one) => `<col style="width:${Math.round(one.width)}px">`).join('');
  const head = (/** @type {string} */ text, /** @type {string} */ align, /** @type {string} */ more) => cell('th', { text }, align, `${edge}font-weight:560;color:${theme.inkMuted}`, more);
  const uppers = source.heads.map((heads) => `<tr>${heads.filter((one) => one.from < shown).map((one) => head(one.label, one.kind ? 'right' : 'left', ` colspan="${Math.min(shown, one.to) - one.from}"`)).join('')}</tr>`);
  const last = `<tr>${columns.map((one) => head(one.label, one.align, ' scope="col"')).join('')}</tr>`;
  const body = rows.map((row) => `<tr>${columns.map((/** @type {GridColumn} */ one, index) => {
    const view = source.cell(row, index);
    const kind = view.kind ?? '';
    return cell('td', view, one.align, `${edge}${kind.includes('sub') && !view.background ? sub : ''}${/strong|group/.test(kind) ? 'font-weight:600;' : ''}`);
  }).join('')}</tr>`);
  const style = `width:100%;table-layout:fixed;border-collapse:collapse;font:12px ${escape(theme.fontFamily)};font-variant-numeric:tabular-nums;color:${theme.ink}`;
  const html = `<table style="${style}"><colgroup>${sizes}</colgroup><thead>${uppers.join('')}${last}</thead><tbody>${body.join('')}</tbody></table>${rest(input, made.rows.length - rows.length, source.columns.length - shown)}`;
  return { kind: 'html', html, description: source.label };
}
