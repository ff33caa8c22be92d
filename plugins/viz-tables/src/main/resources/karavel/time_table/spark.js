// @ts-check
/** @import { Input } from 'karavel-viz' */
/** @import { TimeColumn } from './model.js' */
import { alpha } from '../shared/color.js';
import { escape, widthOf } from '../shared/labels.js';

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/**
 * A small drawing of a line over time, as SVG. @param {Input} input @param {TimeColumn} column @param {readonly (number | null)[]} values @param {readonly string[]} moments what each is called
 * @param {(value: number | null) => string} write @param {{ width: number, height: number }} size
 */
export function spark({ theme }, column, values, moments, write, { width, height }) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return '';
  const color = theme.categorical[0] ?? theme.accent;
  const [least, most] = [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))];
  const bars = column.sparkType === 'bar';
  let [low, high] = [column.yAxisBounds[0] ?? (bars ? Math.min(0, least) : least), column.yAxisBounds[1] ?? (bars ? Math.max(0, most) : most)];
  if (low === high) [low, high] = [low - 1, high + 1];
  const labels = column.showYAxis ? [write(high), write(low)] : [];
  const left = labels.reduce((all, label) => Math.max(all, widthOf(label, 9)), 0) + (labels.length > 0 ? 6 : 2);
  const [top, bottom, right] = [3, height - 3, width - 4];
  const step = values.length > 1 ? (right - left) / (bars ? values.length : values.length - 1) : 0;
  const x = (/** @type {number} */ index) => round(values.length > 1 ? left + step * (bars ? index + 0.5 : index) : (left + right) / 2);
  const y = (/** @type {number} */ value) => round(bottom - ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * (bottom - top));
  const axis = labels.map((label, index) => `<text x="${left - 4}" y="${index === 0 ? top + 6 : bottom}" text-anchor="end" font-size="9" fill="${theme.inkMuted}">${escape(label)}</text>`).join('');
  const title = (/** @type {number} */ index) => `<title>${escape(`${moments[index] ?? ''}: ${write(values[index] ?? null)}`)}</title>`;
  const zone = (/** @type {number} */ index) => `<rect x="${round(Math.max(left, x(index) - Math.max(2, step / 2)))}" y="0" width="${round(Math.max(4, step))}" height="${height}" fill="transparent">${title(index)}</rect>`;
  const zones = values.length <= 120 ? values.map((_, index) => zone(index)).join('') : '';
  const drawn = bars ? barsOf(values, x, y, Math.max(1, step * 0.72), Math.max(low, Math.min(high, 0)), color) : lineOf(values, x, y, color, column.sparkType === 'area' ? bottom : undefined);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(theme.fontFamily)}">${axis}${drawn}${zones}</svg>`;
}

/** @param {readonly (number | null)[]} values @param {(index: number) => number} x @param {(value: number) => number} y @param {number} wide @param {number} zero @param {string} color */
const barsOf = (values, x, y, wide, zero, color) => values.map((value, index) => (value === null ? '' : `<rect x="${round(x(index) - wide / 2)}" y="${Math.min(y(value), y(zero))}" width="${round(wide)}" height="${round(Math.max(1, Math.abs(y(value) - y(zero))))}" rx="1" fill="${color}" opacity="${index === values.length - 1 ? 1 : 0.6}"/>`)).join('');

/** @param {readonly (number | null)[]} values @param {(index: number) => number} x @param {(value: number) => number} y @param {string} color @param {number | undefined} floor of an area */
function lineOf(values, x, y, color, floor) {
  /** @type {number[][]} */
  const runs = [[]];
  values.forEach((value, index) => (value === null ? runs.push([]) : runs.at(-1)?.push(index)));
  const path = (/** @type {readonly number[]} */ run) => run.map((index, place) => `${place === 0 ? 'M' : 'L'}${x(index)} ${y(values[index] ?? 0)}`).join('');
  const kept = runs.filter((run) => run.length > 0);
  const areas = floor === undefined ? '' : kept.map((run) => `<path d="${path(run)}L${x(run.at(-1) ?? 0)} ${floor}L${x(run[0] ?? 0)} ${floor}Z" fill="${alpha(color, 0.18)}"/>`).join('');
  const last = values.findLastIndex((value) => value !== null);
  return `${areas}${kept.map((run) => `<path d="${path(run)}" fill="none" stroke="${color}" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"/>`).join('')}<circle cx="${x(last)}" cy="${y(values[last] ?? 0)}" r="2.4" fill="${color}"/>`;
}
