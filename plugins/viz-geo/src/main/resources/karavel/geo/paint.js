// @ts-check
/** @import { FormData, Theme } from 'karavel-viz' */

/** @typedef {[red: number, green: number, blue: number, alpha: number]} Paint alpha too goes to 255 */

/** @param {string} color `#rgb`, `#rrggbb`, `rgb(…)` or `rgba(…)` @param {number} [alpha] from 0 to 1 @returns {Paint} */
export function paint(color, alpha = 1) {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(color.trim())?.[1];
  if (hex) {
    const full = hex.length < 6 ? Array.from(hex, (digit) => digit + digit).join('') : hex;
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => Number.parseInt(full.slice(start, start + 2), 16));
    return [red, green, blue, Math.round(alpha * 255)];
  }
  const [red = 128, green = 128, blue = 128, own = 1] = /^rgba?\(([^)]+)\)$/i.exec(color.trim())?.[1]?.split(/[\s,/]+/).map(Number) ?? [];
  return [red, green, blue, Math.round(own * alpha * 255)];
}

/** @param {Paint} paint */
export const css = ([red, green, blue, alpha]) => `rgba(${red}, ${green}, ${blue}, ${Math.round((alpha / 255) * 1000) / 1000})`;

/** The colour a picker holds, as Superset writes it: {r, g, b, a} with a from 0 to 1. @param {FormData} form @param {string} name @returns {Paint | undefined} */
export function pickedPaint(form, name) {
  const value = form[name];
  if (typeof value === 'string' && value.startsWith('#')) return paint(value);
  if (value === null || typeof value !== 'object') return undefined;
  const { r, g, b, a = 1 } = /** @type {Record<string, unknown>} */ (value);
  const [red, green, blue, alpha] = [r, g, b, a].map(Number);
  return [red, green, blue, alpha].some((part) => !Number.isFinite(part)) ? undefined : [Number(red), Number(green), Number(blue), Math.round(Math.min(1, Math.max(0, Number(alpha))) * 255)];
}

/** A colour of a row of colours. @param {readonly string[]} colors @param {number} share from 0 to 1 @param {number} [alpha] @returns {Paint} */
export function along(colors, share, alpha = 1) {
  const at = Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0)) * (colors.length - 1);
  const index = Math.max(0, Math.min(Math.floor(at), colors.length - 2));
  const [one, other] = [paint(colors[index] ?? '#888888', alpha), paint(colors[index + 1] ?? colors[index] ?? '#888888', alpha)];
  return /** @type {Paint} */ (one.map((part, place) => Math.round(part + ((other[place] ?? part) - part) * (at - index))));
}

/** Colours for magnitudes on a map: the weakest would be land. @param {Theme} theme @param {number} share @param {number} [alpha] */
export const strength = ({ mode, sequential }, share, alpha = 1) => along(sequential, mode === 'dark' ? 0.25 + 0.75 * share : 0.2 + 0.8 * share, alpha);
