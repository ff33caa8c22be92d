import type { Cell, Data } from 'karavel-viz';

export interface RowOrder {
  readonly column: number;
  readonly way: 'asc' | 'desc';
}

function compare(one: Cell, other: Cell): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), undefined, { numeric: true });
}

/** Row numbers in the order asked for; nothing always stands last. */
export function orderRows(data: Data, order: RowOrder | undefined): readonly number[] {
  const rows = Array.from({ length: data.length }, (_, row) => row);
  const values = order ? data.values[order.column] : undefined;
  if (!order || !values) return rows;
  const sign = order.way === 'asc' ? 1 : -1;
  return rows.sort((one, other) => {
    const [a, b] = [values[one] ?? null, values[other] ?? null];
    if (a === null || b === null) return a === b ? one - other : a === null ? 1 : -1;
    return sign * compare(a, b) || one - other;
  });
}
