// @ts-check
/** @import { Drawing, Input } from 'karavel-viz' */
/** @import { Field } from '../shared/columns.js' */
/** @import { Text } from '../shared/numbers.js' */
import { numeric } from '../shared/columns.js';
import { escape, fit } from '../shared/labels.js';
import { FONT } from '../shared/look.js';

const MOST_ROWS = 500;
const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/**
 * The lines with their rows below: a page to read, so drawn without ECharts.
 * @param {Input} input
 * @param {{ metrics: readonly Field[], second: Field | undefined, rows: readonly number[], names: readonly string[], heading: string, colors: readonly string[], opacity: number, short: Text, long: Text, description: string }} scene
 * @returns {Drawing}
 */
export function withTable(input, { metrics, second, rows, names, heading, colors, opacity, short, long, description }) {
  const { size, theme } = input;
  const [width, height] = [Math.max(60, size.width - 12), Math.max(80, Math.min(size.height * 0.62, size.height - 90))];
  const [left, right, top, bottom] = [26, 48, 26, 8];
  const between = (width - left - right) / Math.max(1, metrics.length - 1);
  const axes = metrics.map((metric, index) => {
    const values = rows.map((row) => numeric(metric.values[row])).filter((value) => value !== null);
    const [low, high] = [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
    const y = (/** @type {number} */ value) => (high > low ? height - bottom - ((value - low) / (high - low)) * (height - top - bottom) : (height + top) / 2);
    return { metric, x: left + index * between, y, low, high };
  });
  // The outer names begin and end with the picture.
  const anchor = (/** @type {number} */ index) => (index === 0 ? `x="2" text-anchor="start"` : index === axes.length - 1 ? `x="${round(width - 2)}" text-anchor="end"` : `x="${round(left + index * between)}" text-anchor="middle"`);
  const frames = axes.map(({ metric, x, low, high }, index) => `<path d="M${round(x)} ${top}V${round(height - bottom)}" stroke="${theme.inkMuted}" stroke-opacity="0.6" fill="none"/><text ${anchor(index)} y="12" font-size="${FONT}" font-weight="560" fill="${theme.inkSecondary}">${escape(fit(metric.label, Math.max(24, between - 10), FONT))}</text>${between >= 44 && Number.isFinite(low) ? `<text x="${round(x + 5)}" y="${top + 8}" font-size="10" fill="${theme.inkMuted}">${escape(short(high))}</text><text x="${round(x + 5)}" y="${round(height - bottom)}" font-size="10" fill="${theme.inkMuted}">${escape(short(low))}</text>` : ''}`);
  const lines = rows.map((row, index) => {
    let path = '';
    let open = false;
    for (const { metric, x, y } of axes) {
      const value = numeric(metric.values[row]);
      if (value !== null) path += `${open ? 'L' : 'M'}${round(x)} ${round(y(value))}`;
      open = value !== null;
    }
    return `<path d="${path || 'M0 0'}" stroke="${colors[index]}" stroke-opacity="${round(opacity * 10) / 10}" stroke-width="1.5" fill="none"/>`;
  });
  const line = `border-bottom:1px solid ${theme.hairline}`;
  const head = (/** @type {string} */ label, /** @type {string} */ align) => `<th scope="col" style="text-align:${align};padding:4px 8px;${line};color:${theme.inkMuted};font-weight:560;white-space:nowrap">${escape(label)}</th>`;
  const columns = [...metrics, ...(second && !metrics.some((one) => one.name === second.name) ? [second] : [])];
  const body = rows.slice(0, MOST_ROWS).map((row, index) => `<tr><th scope="row" style="text-align:left;font-weight:400;padding:4px 8px;${line};color:${theme.ink}"><span style="display:inline-block;width:10px;height:4px;border-radius:2px;margin-right:8px;vertical-align:middle;background:${colors[index]}"></span>${escape(names[index] ?? '')}</th>${columns.map((one) => `<td style="text-align:right;padding:4px 8px;${line};color:${theme.ink}">${escape(long(one.values[row] ?? null))}</td>`).join('')}</tr>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" style="display:block">${frames.join('')}${lines.join('')}</svg>`;
  const table = `<table style="border-collapse:collapse;width:100%;margin-top:6px"><thead><tr>${head(heading, 'left')}${columns.map((one) => head(one.label, 'right')).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  return { kind: 'html', html: `<div style="font-family:${escape(theme.fontFamily)};font-size:12px;font-variant-numeric:tabular-nums">${svg}${table}</div>`, description };
}
