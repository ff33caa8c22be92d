// @ts-check
/** @import { FormData, Theme } from 'karavel-viz' */
import { number, text } from '../shared/settings.js';

/** The next number people would call round. @param {number} value */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value * 0.9999) ?? 10);
}

/** From where to where the dial goes. @param {FormData} form @param {readonly number[]} values @param {boolean} share whether they are written as percentages */
export function ends(form, values, share) {
  const [least, most] = [values.reduce((a, b) => Math.min(a, b), 0), values.reduce((a, b) => Math.max(a, b), 0)];
  const min = number(form, 'min_val') ?? (least < 0 ? -roundUp(-least * 1.1) : 0);
  const whole = share && most <= 1 ? 1 : most > 0 ? roundUp(most * 1.25) : min < 0 ? 0 : 1;
  const max = number(form, 'max_val') ?? Math.max(bounds(form).reduce((a, b) => Math.max(a, b), -Infinity), whole);
  return { min, max: max > min ? max : min + 1 };
}

/** @param {FormData} form */
const bounds = (form) => text(form, 'intervals').split(',').map((one) => (one.trim() === '' ? NaN : Number(one))).filter(Number.isFinite).sort((a, b) => a - b);

/** Bands of the dial as shares of it with their colours; none without bounds. @param {FormData} form @param {Theme} theme @param {{ min: number, max: number }} scale @returns {[number, string][]} */
export function bands(form, theme, { min, max }) {
  const places = text(form, 'interval_color_indices').split(',').map((one) => Number.parseInt(one, 10) - 1);
  const inside = bounds(form).filter((one) => one > min);
  if (inside.length === 0) return [];
  const colors = theme.categorical;
  const color = (/** @type {number} */ index) => colors[(Number.isInteger(places[index]) ? /** @type {number} */ (places[index]) : index) % colors.length] ?? theme.accent;
  const list = inside.map((end, index) => /** @type {[number, string]} */ ([Math.min(1, (end - min) / (max - min)), color(index)]));
  return (list[list.length - 1]?.[0] ?? 0) < 1 ? [...list, [1, theme.sunken]] : list;
}
