// @ts-check
/** @import { Theme } from 'karavel-viz' */
import { escape } from './labels.js';

/** @typedef {{ readonly color?: unknown, readonly name: string, readonly value: string, readonly strong?: boolean }} Row */

const MOST = 12;

/** @param {unknown} color */
const swatch = (color) => {
  if (typeof color !== 'string') return '<span></span>';
  return `<span style="width:10px;height:4px;border-radius:2px;background:${escape(color)}"></span>`;
};

/**
 * @param {Theme} theme @param {string} title @param {readonly Row[]} rows
 * @param {{ more?: (count: number) => string, summary?: Row | undefined }} [options] `more` words what is left out of a long list
 */
export function tooltipHtml(theme, title, rows, { more, summary } = {}) {
  const shown = rows.length > MOST + 1 ? rows.slice(0, MOST) : rows;
  const swatches = shown.some((row) => typeof row.color === 'string');
  const name = 'overflow:hidden;text-overflow:ellipsis;white-space:nowrap;max-width:240px';
  const line = (/** @type {Row} */ row) =>
    (swatches ? `<span style="display:flex;align-items:center">${swatch(row.color)}</span>` : '') +
    `<span style="${name};color:${theme.inkSecondary}">${escape(row.name)}</span>` +
    `<span style="text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;${row.strong ? 'font-weight:600;' : ''}color:${theme.ink}">${escape(row.value)}</span>`;
  const columns = `${swatches ? '10px ' : ''}minmax(0,1fr) auto`;
  const head = title ? `<div style="font-weight:600;margin-bottom:4px;max-width:320px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:${theme.ink}">${escape(title)}</div>` : '';
  const body = shown.map((row) => line(row)).join('') + (summary ? `<span style="grid-column:1/-1;height:1px;margin:3px 0;background:${theme.hairline}"></span>${line(summary)}` : '');
  const rest = shown.length < rows.length && more ? `<div style="color:${theme.inkMuted};margin-top:3px">${escape(more(rows.length - shown.length))}</div>` : '';
  return `<div style="line-height:1.45">${head}<div style="display:grid;grid-template-columns:${columns};column-gap:8px;row-gap:1px;align-items:stretch">${body}</div>${rest}</div>`;
}
