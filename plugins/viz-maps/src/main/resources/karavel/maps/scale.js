// @ts-check
/** @import { Theme } from 'karavel-viz' */
import { mix } from '../shared/color.js';

/** @typedef {{ readonly color: (value: number) => string, readonly least: number, readonly most: number }} Scale */

/** A colour of a row of colours. @param {readonly string[]} colors @param {number} share from 0 to 1 */
export function along(colors, share) {
  const at = Math.max(0, Math.min(1, share)) * (colors.length - 1);
  const index = Math.min(Math.floor(at), colors.length - 2);
  return mix(colors[index] ?? colors[0] ?? '#888888', colors[index + 1] ?? colors[0] ?? '#888888', at - index);
}

/** The weakest colours are kept for land without a value. @param {Theme} theme @param {number} share */
export const shade = ({ mode, sequential }, share) => along(sequential, mode === 'dark' ? 0.2 + 0.8 * share : 0.1 + 0.9 * share);

/** How far each value is along the colours. @param {readonly number[]} values @param {string} kind @returns {(value: number) => number} */
function shares(values, kind) {
  const sorted = [...values].sort((one, other) => one - other);
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 1];
  if (least === most) return () => 0.7;
  if (kind === 'quantile') return (value) => sorted.filter((one) => one < value).length / Math.max(1, sorted.length - 1);
  if (kind === 'log' && least > 0) return (value) => Math.log(value / least) / Math.log(most / least);
  return (value) => (value - least) / (most - least);
}

/** @param {readonly number[]} values @param {Theme} theme @param {string} kind `linear`, `log` or `quantile` @returns {Scale} */
export function colorScale(values, theme, kind) {
  const share = shares(values, kind);
  const least = values.reduce((one, other) => Math.min(one, other), Infinity);
  const most = values.reduce((one, other) => Math.max(one, other), -Infinity);
  return { color: (value) => shade(theme, share(value)), least, most };
}
