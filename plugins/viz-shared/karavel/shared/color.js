// @ts-check
/** @import { FormData, Theme } from 'karavel-viz' */

/** @param {string} color @returns {readonly number[]} */
function channels(color) {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(color.trim())?.[1];
  if (hex) {
    const full = hex.length < 6 ? Array.from(hex, (digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((start) => Number.parseInt(full.slice(start, start + 2), 16));
  }
  const numbers = /^rgba?\(([^)]+)\)$/i.exec(color.trim())?.[1]?.split(/[\s,/]+/).map(Number) ?? [];
  return [0, 1, 2].map((index) => numbers[index] ?? 128);
}

/** @param {string} color @param {number} alpha */
export const alpha = (color, alpha) => `rgba(${channels(color).join(', ')}, ${Math.round(alpha * 1000) / 1000})`;

/** `share` of the second colour in the first. @param {string} from @param {string} to @param {number} share */
export function mix(from, to, share) {
  const [a, b] = [channels(from), channels(to)];
  return `rgb(${a.map((value, index) => Math.round(value * (1 - share) + (b[index] ?? 0) * share)).join(', ')})`;
}

/** @param {string} color */
function luminance(color) {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} one @param {string} other */
const contrastOf = (one, other) => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** A colour letters can have on the surface: moved towards the ink where it is too pale. @param {string} color @param {Theme} theme */
export function readable(color, theme) {
  let shown = color;
  for (let share = 0.15; share < 0.8 && contrastOf(shown, theme.surface) < 2.6; share += 0.15) shown = mix(color, theme.ink, share);
  return shown;
}

/** The text colour that reads best on a colour. @param {string} background @param {Theme} theme */
export function inkOn(background, theme) {
  const base = luminance(background);
  const contrast = (/** @type {string} */ color) => (Math.max(base, luminance(color)) + 0.05) / (Math.min(base, luminance(color)) + 0.05);
  const [dark, light] = theme.mode === 'dark' ? [theme.surface, theme.ink] : [theme.ink, theme.surface];
  return contrast(light) >= Math.min(4.5, contrast(dark)) ? light : dark;
}

/** A colour picker's value, or undefined. @param {FormData} form @param {string} name @returns {string | undefined} */
export function picked(form, name) {
  const value = form[name];
  if (typeof value === 'string' && value.startsWith('#')) return value;
  if (value === null || typeof value !== 'object' || !('r' in value && 'g' in value && 'b' in value)) return undefined;
  const opacity = 'a' in value ? Number(value.a) : 1;
  return `rgba(${Number(value.r)}, ${Number(value.g)}, ${Number(value.b)}, ${opacity})`;
}

/**
 * Colours for amounts, and the range they stand for. Two-sided around zero where amounts lie on both sides of it, unless the author chose a scheme from weak to strong.
 * @param {Theme} theme @param {FormData} form @param {number} least @param {number} most @returns {{ colors: string[], min: number, max: number }}
 */
export function amountScale(theme, form, least, most) {
  const chosen = String(form.linear_color_scheme || 'karavel_sequential');
  const asked = theme.sequential.join() === theme.diverging.join();
  const both = least < 0 && most > 0;
  if (!both) return { colors: [...theme.sequential], min: least, max: most };
  if (!asked && chosen !== 'karavel_sequential') return { colors: [...theme.sequential], min: least, max: most };
  const reach = Math.max(-least, most);
  return { colors: [...theme.diverging], min: -reach, max: reach };
}

/** The colour of an amount on a scale. @param {{ colors: readonly string[], min: number, max: number }} scale @param {number} value */
export function shadeOf({ colors, min, max }, value) {
  const place = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) * (colors.length - 1) : colors.length - 1;
  const low = Math.min(Math.floor(place), colors.length - 2);
  return colors.length < 2 ? (colors[0] ?? '#888888') : mix(colors[low] ?? '#888888', colors[low + 1] ?? '#888888', place - low);
}

/** A ground that steps back a little: in the dark a sunken one would be a hole. @param {Theme} theme */
export const quiet = (theme) => (theme.mode === 'dark' ? mix(theme.surface, theme.inkMuted, 0.12) : theme.sunken);
