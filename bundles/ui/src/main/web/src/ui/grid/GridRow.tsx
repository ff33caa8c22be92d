import { memo } from 'react';
import { ROW_HEIGHT, type PlacedColumn } from './layout';
import type { GridData } from './types';

interface Props {
  readonly id: string;
  readonly data: GridData;
  readonly columns: readonly PlacedColumn[];
  readonly writers: readonly ((value: unknown) => string)[];
  /** As the reader counts. */
  readonly place: number;
  readonly row: number;
  readonly numberWidth: number;
  readonly left: number;
  readonly right: number;
  /** Marked columns of this row, and the one the keys are at; -1 for none. */
  readonly markFrom: number;
  readonly markTo: number;
  readonly at: number;
}

/** One row: its pinned cells stay, of the others only those in sight exist. */
export const GridRow = memo(function GridRow(props: Props) {
  const { id, data, columns, place, row, numberWidth, left, right, markFrom, markTo, at } = props;
  const cell = (index: number) => {
    const placed = columns[index];
    if (!placed) return null;
    const value = data.values[placed.column]?.[row] ?? null;
    const kind = data.columns[placed.column]?.kind;
    const marked = index >= markFrom && index <= markTo;
    const name = `grid-cell ${kind}${value === null ? ' none' : ''}${marked ? ' marked' : ''}${index === at ? ' at' : ''}${placed.pinned ? ' pinned' : ''}`;
    return (
      <div
        key={placed.column}
        id={`${id}-${place}-${index}`}
        role="gridcell"
        aria-colindex={index + 2}
        aria-selected={marked}
        className={name}
        data-column={index}
        style={{ width: placed.width, left: placed.left + numberWidth }}
      >
        {value === null ? 'NULL' : props.writers[placed.column]?.(value)}
      </div>
    );
  };
  const pinned = columns.findIndex((one) => !one.pinned);
  const shown: number[] = [];
  for (let index = 0; index < (pinned < 0 ? columns.length : pinned); index++) shown.push(index);
  for (let index = left; index < right; index++) if (!columns[index]?.pinned) shown.push(index);
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      className="grid-row"
      data-row={place}
      style={{ transform: `translateY(${place * ROW_HEIGHT}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className="grid-number" style={{ width: numberWidth }}>
        {place + 1}
      </div>
      {shown.map(cell)}
    </div>
  );
});
