// @ts-check
/** @import { Scene, Stroke } from './strokes.js' */
/** @import { Series } from './pivot.js' */
/** @import { Text } from './numbers.js' */
import { inkOn } from './color.js';
import { flag, number } from './settings.js';

const MOST = 480;

/**
 * Values beside their marks, as far as they can be read.
 * @param {any[]} drawn @param {Scene} scene @param {readonly Series[]} series @param {Text} short @param {Stroke} stroke @param {boolean} shares values are shares: their total says nothing
 */
export function labelValues(drawn, scene, series, short, stroke, shares) {
  const { input, stacked, swapped, xs, length } = scene;
  const { formData, theme } = input;
  if (!flag(formData, 'show_value', false) || xs.length * series.length > MOST || (swapped && length / xs.length < 11)) return;
  const style = { show: true, fontSize: 10, fontFamily: theme.fontFamily, color: theme.inkSecondary, distance: 4 };
  const onlyTotal = stacked && !shares && flag(formData, 'only_total', true);
  const least = stacked ? (number(formData, 'percentage_threshold') ?? 0) / 100 : 0;
  const sums = xs.map((_, index) => series.reduce((all, each) => all + (each.values[index] ?? 0), 0));
  // Above what lies over zero; below only where all lies under it.
  const end = (/** @type {number} */ index, /** @type {number} */ sign) => series.findLastIndex((each) => (each.values[index] ?? 0) * sign > 0);
  const last = xs.map((_, index) => (end(index, 1) >= 0 ? end(index, 1) : end(index, -1)));
  drawn.forEach((one, place) => {
    const own = series[place]?.values ?? [];
    const formatter = (/** @type {{ dataIndex: number }} */ { dataIndex: at }) => {
      const value = own[at] ?? null;
      const sum = sums[at] ?? 0;
      if (onlyTotal) return last[at] === place ? short(sum) : '';
      const small = least > 0 && Math.abs(value ?? 0) < Math.abs(sum) * least;
      return value === null || small || (stacked && value === 0) ? '' : short(value);
    };
    const inside = stacked && !onlyTotal && stroke.mark === 'bar';
    const position = inside ? 'inside' : swapped ? 'right' : 'top';
    if (!inside && stroke.mark === 'bar') belowZero(one.data, own, swapped);
    Object.assign(one, { label: { ...style, position, ...(inside ? { color: inkOn(String(one.itemStyle?.color ?? theme.accent), theme) } : {}), formatter }, labelLayout: { hideOverlap: true } });
  });
}

/** What hangs from zero has its value at its free end. @param {any[]} data @param {readonly (number | null)[]} values @param {boolean} swapped */
function belowZero(data, values, swapped) {
  values.forEach((value, index) => {
    if (value === null || value >= 0 || data[index] === undefined) return;
    const item = data[index];
    const known = item !== null && typeof item === 'object' && !Array.isArray(item) ? item : { value: item };
    data[index] = { ...known, label: { position: swapped ? 'left' : 'bottom' } };
  });
}
