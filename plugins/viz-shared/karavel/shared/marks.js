// @ts-check
/** @import { Filter, Input } from 'karavel-viz' */

/** What a click on a mark filters by; the host reads it from the data item, else from the series. @param {readonly Filter[]} filters */
export const marked = (filters) => (filters.length > 0 ? { karavel: { filters } } : {});

/** Whether a mark shall stand back because others are chosen. @param {Input} input @param {readonly Filter[]} filters */
export function faded({ filterState }, filters) {
  const { selected } = filterState;
  return selected.length > 0 && filters.length > 0 && !filters.every((one) => one.values.some((value) => selected.includes(value)));
}
