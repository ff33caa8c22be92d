// @ts-check
/** @import { Cell } from 'karavel-viz' */

/** A cell as milliseconds; texts as ISO 8601, in UTC where they say no zone. @param {Cell | undefined} cell @returns {number | undefined} */
export function momentOf(cell) {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const [, day = '', time = '00:00', zone = 'Z'] = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?))?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/.exec(cell) ?? [];
  const moment = day ? Date.parse(`${day}T${time}${zone}`) : NaN;
  return Number.isFinite(moment) ? moment : undefined;
}
