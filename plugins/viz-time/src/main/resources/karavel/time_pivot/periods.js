// @ts-check

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** 1970-01-05, a Monday. */
const MONDAY = 4 * DAY;

/**
 * A way to cut time into pieces that are laid over each other.
 * @typedef {object} Cut
 * @property {(time: number) => number} start of the piece that a moment lies in
 * @property {'year' | 'month' | 'week' | 'day'} unit
 */

/** @param {number} length @param {number} phase @returns {(time: number) => number} */
const every = (length, phase) => (time) => phase + Math.floor((time - phase) / length) * length;

/** @param {number} time @param {number} months pieces of this many */
const monthStart = (time, months) => {
  const at = new Date(time);
  const month = at.getUTCFullYear() * 12 + at.getUTCMonth();
  const first = Math.floor(month / months) * months;
  return new Date(0).setUTCFullYear(Math.floor(first / 12), first % 12, 1);
};

/** Superset's words for a frequency, those of pandas. @param {string} word @returns {Cut} */
export function cutOf(word) {
  const [, count = '', unit = '', day = ''] = /^(\d*)([A-Z]+?)(?:-([A-Z]{3}))?$/.exec(word.trim().toUpperCase()) ?? [];
  const many = Math.max(1, Number(count || 1));
  switch (unit) {
    case 'D':
      return { start: every(many * DAY, 0), unit: many >= 7 ? 'week' : 'day' };
    case 'W':
      // Named by the day they end on, except for Monday, which Superset offers as a beginning.
      return { start: every(many * WEEK, MONDAY + (day === 'SUN' ? -DAY : 0)), unit: many >= 40 ? 'year' : many >= 4 ? 'month' : 'week' };
    case 'M':
    case 'MS':
      return { start: (time) => monthStart(time, many), unit: many >= 6 ? 'year' : 'month' };
    case 'Q':
    case 'QS':
      return { start: (time) => monthStart(time, 3 * many), unit: 'month' };
    default:
      return { start: (time) => monthStart(time, 12 * many), unit: 'year' };
  }
}
