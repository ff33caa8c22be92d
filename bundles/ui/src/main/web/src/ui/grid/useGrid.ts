import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { currentLocale } from '../../i18n';
import { arrangeRows } from './arrange';
import { asText, type CopyFormat } from './copy';
import { fittingWidth, placeColumns } from './layout';
import { cellWriter } from './show';
import { firstView, type GridData, type GridPlace, type GridRange, type GridView } from './types';

export const rangeOf = (one: GridPlace, other: GridPlace): GridRange => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

/** One result and what the reader made of it: the order, what is left out, what is marked. */
export function useGrid(data: GridData, search: string) {
  const [view, setView] = useState<GridView>(firstView);
  const [anchor, setAnchor] = useState<GridPlace>();
  const [head, setHead] = useState<GridPlace>();
  const change = useCallback((changed: Partial<GridView>) => setView((old) => ({ ...old, ...changed })), []);

  // Typing stays fluent while a hundred thousand rows are searched.
  const wanted = useDeferredValue(search);
  const filters = useDeferredValue(view.filters);
  const rows = useMemo(() => arrangeRows(data, view.order, filters, wanted), [data, view.order, filters, wanted]);
  const fitting = useMemo(() => data.columns.map((_, column) => fittingWidth(data, column)), [data]);
  const columns = useMemo(() => placeColumns(data, view, fitting), [data, view, fitting]);
  const writers = useMemo(
    () => data.columns.map(({ kind }) => cellWriter(kind, view.grouped, currentLocale())),
    [data, view.grouped],
  );

  const place = (at: GridPlace): GridPlace => ({
    row: Math.max(0, Math.min(rows.length - 1, at.row)),
    column: Math.max(0, Math.min(columns.length - 1, at.column)),
  });
  const go = (at: GridPlace, extend = false) => {
    const next = place(at);
    setHead(next);
    if (!extend || !anchor) setAnchor(next);
  };
  const mark = (from: GridPlace, to: GridPlace) => {
    setAnchor(place(from));
    setHead(place(to));
  };
  const here = head && rows.length > 0 && columns.length > 0 ? place(head) : undefined;
  const range = here ? rangeOf(place(anchor ?? here), here) : undefined;
  const valueAt = (at: GridPlace): unknown =>
    data.values[columns[at.column]?.column ?? -1]?.[rows[at.row] ?? -1] ?? null;

  /** The marked cells, or all there are, as text. */
  const copied = (format: CopyFormat, withNames: boolean, all = false): string => {
    const part = all || !range ? { top: 0, bottom: rows.length - 1, left: 0, right: columns.length - 1 } : range;
    const taken = columns.slice(part.left, part.right + 1).map(({ column }) => column);
    const block = Array.from(rows.subarray(part.top, part.bottom + 1), (row) =>
      taken.map((column) => data.values[column]?.[row] ?? null),
    );
    return asText({ names: taken.map((column) => data.columns[column]?.name ?? ''), rows: block }, format, withNames);
  };
  return { data, view, change, rows, columns, writers, here, range, go, mark, valueAt, copied };
}

export type GridState = ReturnType<typeof useGrid>;
