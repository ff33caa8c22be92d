import { plainText } from './show';
import type { GridData, GridView } from './types';

export const ROW_HEIGHT = 30;
const LEAST = 56;
const MOST = 340;
const SAMPLE = 120;

/** A column where it stands: `left` counts from the row numbers on, pinned ones first. */
export interface PlacedColumn {
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly pinned: boolean;
}

/** As wide as what is in it, by the letters: no measuring, and no column that takes the page. */
export function fittingWidth(data: GridData, column: number): number {
  const { name = '', kind } = data.columns[column] ?? {};
  let letters = 0;
  const step = Math.max(1, Math.floor(data.length / SAMPLE));
  for (let row = 0; row < data.length; row += step)
    letters = Math.max(letters, plainText(data.values[column]?.[row]).length + (kind === 'number' ? 1 : 0));
  const head = name.length * 7.4 + 66;
  return Math.round(Math.min(MOST, Math.max(LEAST, head, letters * 7.1 + 24)));
}

export function placeColumns(data: GridData, view: GridView, fitting: readonly number[]): readonly PlacedColumn[] {
  const hidden = new Set(view.hidden);
  const pinned = view.pinned.filter((column) => !hidden.has(column));
  const others = data.columns
    .map((_, column) => column)
    .filter((column) => !hidden.has(column) && !pinned.includes(column));
  let left = 0;
  return [...pinned, ...others].map((column) => {
    const width = view.widths[column] ?? fitting[column] ?? 120;
    const place = { column, left, width, pinned: pinned.includes(column) };
    left += width;
    return place;
  });
}

export interface Window {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const MORE_ROWS = 10;

/** Rows and columns in sight and a few around; `right` and `bottom` are the first ones outside. */
export function inSight(
  columns: readonly PlacedColumn[],
  rows: number,
  view: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Window {
  const top = Math.max(0, Math.floor(view.y / ROW_HEIGHT) - MORE_ROWS);
  const bottom = Math.min(rows, Math.ceil((view.y + view.height) / ROW_HEIGHT) + MORE_ROWS);
  const end = view.x + view.width;
  let left = columns.findIndex((one) => !one.pinned && one.left + one.width > view.x);
  if (left < 0) left = columns.length;
  let right = left;
  while (right < columns.length && (columns[right]?.left ?? 0) < end) right++;
  return {
    top: Math.min(top, bottom),
    bottom,
    left: Math.max(0, left - 1),
    right: Math.min(columns.length, right + 1),
  };
}
