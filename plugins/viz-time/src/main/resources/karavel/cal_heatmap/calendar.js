// @ts-check

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** @typedef {'min' | 'hour' | 'day' | 'week' | 'month' | 'year'} Unit */

const UNITS = /** @type {const} */ (['min', 'hour', 'day', 'week', 'month', 'year']);

/** @param {number} time */
const dateOf = (time) => new Date(time);
/** Monday is 0. @param {number} time */
const weekday = (time) => (dateOf(time).getUTCDay() + 6) % 7;

/** The beginning of the unit a moment lies in, in UTC; weeks begin on Monday. @param {number} time @param {Unit} unit */
export function startOf(time, unit) {
  const at = dateOf(time);
  switch (unit) {
    case 'year':
      return new Date(0).setUTCFullYear(at.getUTCFullYear(), 0, 1);
    case 'month':
      return new Date(0).setUTCFullYear(at.getUTCFullYear(), at.getUTCMonth(), 1);
    case 'week':
      return Math.floor(time / DAY) * DAY - weekday(time) * DAY;
    default: {
      const length = { min: 60_000, hour: HOUR, day: DAY }[unit];
      return Math.floor(time / length) * length;
    }
  }
}

/** The beginning of the next one. @param {number} start @param {Unit} unit */
export function after(start, unit) {
  const at = dateOf(start);
  if (unit === 'year') return new Date(0).setUTCFullYear(at.getUTCFullYear() + 1, 0, 1);
  if (unit === 'month') return new Date(0).setUTCFullYear(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
  return start + { min: 60_000, hour: HOUR, day: DAY, week: 7 * DAY }[unit];
}

/** Superset's words, as far as they fit each other: what is inside has to be smaller. @param {string} domain @param {string} inner @returns {{ domain: Unit, inner: Unit }} */
export function unitsOf(domain, inner) {
  const place = Math.max(1, UNITS.findIndex((unit) => unit === domain));
  const within = UNITS.findIndex((unit) => unit === inner);
  return { domain: UNITS[place] ?? 'month', inner: UNITS[within >= 0 && within < place ? within : place - 1] ?? 'day' };
}

/** Where a moment stands in its domain's block, column and row. @param {number} time @param {number} start of the domain @param {Unit} domain @param {Unit} inner @returns {readonly [number, number]} */
export function placeIn(time, start, domain, inner) {
  const at = dateOf(time);
  const [minute, hour] = [at.getUTCMinutes(), at.getUTCHours()];
  switch (inner) {
    case 'min':
      if (domain === 'hour') return [Math.floor(minute / 10), minute % 10];
      return domain === 'day' ? [hour, minute] : [Math.floor((time - start) / HOUR), minute];
    case 'hour':
      if (domain === 'day') return [Math.floor(hour / 6), hour % 6];
      return [Math.floor((time - start) / DAY), hour];
    case 'day':
      if (domain === 'week') return [0, weekday(time)];
      return [Math.floor((time - startOf(start, 'week')) / (7 * DAY)), weekday(time)];
    case 'week':
      return [Math.max(0, Math.round((time - startOf(start, 'week')) / (7 * DAY))), 0];
    default:
      return [at.getUTCMonth(), 0];
  }
}
