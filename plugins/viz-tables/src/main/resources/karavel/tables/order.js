// @ts-check
/** @import { Cell } from 'karavel-viz' */
import { textOrder } from './textOrder.js';

/** @typedef {{ readonly id: string, readonly desc: boolean }} Sort */

/** The place of each row's value among the column's values, equal ones the same; nothing is -1. @param {readonly Cell[]} values @param {string} locale @returns {Float64Array | Int32Array} */
function ranks(values, locale) {
  const numbers = values.every((value) => value === null || typeof value === 'number');
  if (numbers) return Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN));
  // Comparing texts as people sort them is dear: each distinct one once.
  const compare = textOrder(locale);
  const distinct = [...new Set(values)].filter((value) => value !== null).sort((a, b) => compare(String(a), String(b)));
  const place = new Map(distinct.map((value, index) => [value, index]));
  return Float64Array.from(values, (value) => (value === null ? NaN : (place.get(value) ?? NaN)));
}

/** The order of rows: numbers and times by size, text as people sort it, nothing last; rows that are equal stay as they came. @param {readonly number[]} rows @param {readonly { values: readonly Cell[], desc: boolean }[]} keys @param {string} locale @returns {number[]} */
export function ordered(rows, keys, locale) {
  const ranked = keys.map(({ values, desc }) => ({ rank: ranks(values, locale), sign: desc ? -1 : 1 }));
  return [...rows].sort((a, b) => {
    for (const { rank, sign } of ranked) {
      const [one, other] = [rank[a] ?? NaN, rank[b] ?? NaN];
      if (one === other || (Number.isNaN(one) && Number.isNaN(other))) continue;
      if (Number.isNaN(one)) return 1;
      if (Number.isNaN(other)) return -1;
      return one < other ? -sign : sign;
    }
    return a - b;
  });
}

/** What a click on a header makes of the order: first up for text, down for numbers, then the other way, then none. @param {readonly Sort[]} now @param {string} id @param {boolean} number @param {boolean} additive @returns {Sort[]} */
export function clicked(now, id, number, additive) {
  const present = now.find((one) => one.id === id);
  const next = !present ? { id, desc: number } : present.desc === number ? { id, desc: !number } : undefined;
  if (!additive) return next ? [next] : [];
  if (!present) return next ? [...now, next] : [...now];
  return now.flatMap((one) => (one.id !== id ? [one] : next ? [next] : []));
}
