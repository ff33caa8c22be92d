// @ts-check
/** @import { Series } from './pivot.js' */

/**
 * Between which values all series lie; low is above high where there are none.
 * @typedef {{ readonly low: number, readonly high: number, readonly whole: boolean }} Extent
 */

/** @param {readonly Series[]} series @returns {Extent} */
export function extentOf(series) {
  let [low, high, whole] = [Infinity, -Infinity, true];
  for (const { values } of series) {
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? null;
      if (value === null) continue;
      if (value < low) low = value;
      if (value > high) high = value;
      if (whole && !Number.isInteger(value)) whole = false;
    }
  }
  return { low, high, whole };
}

/** @param {readonly Extent[]} extents @returns {Extent} */
export const united = (extents) => extents.reduce((all, one) => ({ low: Math.min(all.low, one.low), high: Math.max(all.high, one.high), whole: all.whole && one.whole }), { low: Infinity, high: -Infinity, whole: true });

/** The greatest amount to either side of zero. @param {Extent} extent */
export const reach = ({ low, high }) => (low > high ? 0 : Math.max(Math.abs(low), Math.abs(high)));
