import type { Cell, Column, ColumnType, Data } from 'karavel-viz';
import type { ChartResult, ColumnValues } from '../api/types';

const typeNames: readonly ColumnType[] = ['number', 'text', 'time', 'boolean'];

const cells = (column: ColumnValues): readonly Cell[] => {
  if ('values' in column) return column.values;
  const { dictionary, indices } = column;
  return indices.map((place) => dictionary[place] ?? null);
};

/** A result as plugins get it: by column, typed, frozen against well-meant changes. */
export function toData(result: ChartResult): Data {
  const columns = result.colnames.map((name, index): Column => {
    const { d3format, currency } = result.number_formats?.[name] ?? {};
    return {
      name,
      label: result.labels_map?.[name] ?? name,
      type: typeNames[result.coltypes[index] ?? 1] ?? 'text',
      ...(d3format ? { format: d3format } : {}),
      ...(currency ? { currency } : {}),
    };
  });
  const values = result.columns.map((column) => Object.freeze(cells(column)));
  return Object.freeze({ columns: Object.freeze(columns), values: Object.freeze(values), length: result.rowcount });
}

/** First and last moment in any time column; undefined if there is none. */
export function timeExtent(results: readonly ChartResult[]): readonly [number, number] | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (const { coltypes, columns } of results) {
    columns.forEach((column, index) => {
      if (coltypes[index] !== 2) return;
      for (const value of cells(column)) {
        if (typeof value !== 'number') continue;
        first = Math.min(first, value);
        last = Math.max(last, value);
      }
    });
  }
  return first <= last ? [first, last] : undefined;
}
