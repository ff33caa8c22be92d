import type { Cell, Column, ColumnType, Data } from 'karavel-viz';
import type { ChartResult } from '../api/types';

const typeNames: readonly ColumnType[] = ['number', 'text', 'time', 'boolean'];

/** A result as plugins get it: by column, typed, frozen against well-meant changes. */
export function toData(result: ChartResult): Data {
  const columns = result.colnames.map((name, index): Column => ({
    name,
    label: result.labels_map?.[name] ?? name,
    type: typeNames[result.coltypes[index] ?? 1] ?? 'text',
  }));
  const values = columns.map(({ name }) => Object.freeze(result.data.map((row): Cell => row[name] ?? null)));
  return Object.freeze({ columns: Object.freeze(columns), values: Object.freeze(values), length: result.data.length });
}

/** First and last moment in any time column; undefined if there is none. */
export function timeExtent(results: readonly ChartResult[]): readonly [number, number] | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (const { colnames, coltypes, data } of results) {
    colnames.forEach((name, index) => {
      if (coltypes[index] !== 2) return;
      for (const row of data) {
        const value = row[name];
        if (typeof value !== 'number') continue;
        first = Math.min(first, value);
        last = Math.max(last, value);
      }
    });
  }
  return first <= last ? [first, last] : undefined;
}
