// @ts-check

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** 1970-01-05, a Monday. */
const MONDAY = 4 * DAY;

/**
 * A way to cut time into pieces that are laid over each other.
 * @typedef {object} Cut
 * @property {(time: number) => number} start of the piece that a moment lies in
 * @property {(start: number) => number} end of the piece that begins then
 * @property {'year' | 'month' | 'week' | 'day'} unit
 */

/** @param {number} length @param {number} phase @param {Cut['unit']} unit @returns {Cut} */
const every = (length, phase, unit) => ({ start: (time) => phase + Math.floor((time - phase) / length) * length, end: (start) => start + length, unit });

/** @param {number} time @param {number} months pieces of this many @param {number} later so many pieces */
const monthStart = (time, months, later) => {
  const at = new Date(time);
  const month = at.getUTCFullYear() * 12 + at.getUTCMonth();
  const first = (Math.floor(month / months) + later) * months;
  return new Date(0).setUTCFullYear(Math.floor(first / 12), first % 12, 1);
};

/** @param {number} months @param {Cut['unit']} unit @returns {Cut} */
const monthly = (months, unit) => ({ start: (time) => monthStart(time, months, 0), end: (start) => monthStart(start, months, 1), unit });

/** Superset's words for a frequency, those of pandas. @param {string} word @returns {Cut} */
export function cutOf(word) {
  const [, count = '', unit = '', day = ''] = /^(\d*)([A-Z]+?)(?:-([A-Z]{3}))?$/.exec(word.trim().toUpperCase()) ?? [];
  const many = Math.max(1, Number(count || 1));
  switch (unit) {
    case 'D':
      return every(many * DAY, 0, many >= 7 ? 'week' : 'day');
    case 'W':
      // Named by the day they end on, except for Monday, which Superset offers as a beginning.
      return every(many * WEEK, MONDAY + (day === 'SUN' ? -DAY : 0), many >= 40 ? 'year' : many >= 4 ? 'month' : 'week');
    case 'M':
    case 'MS':
      return monthly(many, many >= 6 ? 'year' : 'month');
    case 'Q':
    case 'QS':
      return monthly(3 * many, 'month');
    default:
      return monthly(12 * many, 'year');
  }
}
