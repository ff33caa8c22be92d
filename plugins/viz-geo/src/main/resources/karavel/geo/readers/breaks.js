// @ts-check
/** @import { Input } from 'karavel-viz' */
import { list, number } from '../../shared/settings.js';
import { along, strength } from '../paint.js';

/** @typedef {import('../paint.js').Paint} Paint */

/** Bounds between the colours: as given, else so many of about equal width, on numbers that read well. @param {Input} input @param {readonly number[]} values @returns {number[]} */
export function breaks({ formData }, values) {
  const given = list(formData, 'break_points').map(Number).filter(Number.isFinite).sort((one, other) => one - other);
  if (given.length > 1) return given;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const count = Math.max(1, Math.min(12, Math.round(number(formData, 'num_buckets') ?? 5)));
  if (!Number.isFinite(least) || least === most) return [least, most].filter(Number.isFinite);
  const width = (most - least) / count;
  const grain = 10 ** (Math.floor(Math.log10(width)) - 1);
  const round = (/** @type {number} */ step) => (step === 0 ? Math.floor : step === count ? Math.ceil : Math.round);
  return Array.from({ length: count + 1 }, (_, step) => Number((round(step)((least + width * step) / grain) * grain).toPrecision(12)));
}

/** @param {Input} input @param {readonly number[]} bounds @param {number} alpha @returns {{ color: (value: number) => Paint, colors: Paint[] }} */
export function stepped({ theme }, bounds, alpha) {
  const count = Math.max(1, bounds.length - 1);
  const colors = Array.from({ length: count }, (_, step) => (count === 1 ? along(theme.sequential, 0.7, alpha) : strength(theme, step / (count - 1), alpha)));
  const color = (/** @type {number} */ value) => {
    const place = bounds.slice(1, -1).filter((bound) => value >= bound).length;
    return /** @type {Paint} */ (colors[Math.min(place, count - 1)]);
  };
  return { color, colors };
}
