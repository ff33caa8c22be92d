import type { ColumnValues } from '../../api/types';
import { timeText } from '../../ui/grid/show';
import type { GridData, GridKind } from '../../ui/grid/types';
import type { LabAnswer } from '../types';

const kinds: readonly GridKind[] = ['number', 'text', 'time', 'boolean'];

const cells = (column: ColumnValues): readonly unknown[] => {
  if ('values' in column) return column.values;
  const { dictionary, indices } = column;
  return indices.map((place) => dictionary[place] ?? null);
};

/** An answer as the grid takes it: times as texts that sort as they read. */
export function toGridData({ columns, data }: LabAnswer): GridData {
  const kindOf = (generic: number): GridKind => kinds[generic] ?? 'text';
  const values = columns.map(({ type_generic }, index) => {
    const column = cells(data[index] ?? { values: [] });
    return kindOf(type_generic) === 'time' ? column.map(timeText) : column;
  });
  return {
    columns: columns.map(({ column_name, type, type_generic }) => ({
      name: column_name,
      kind: kindOf(type_generic),
      type,
    })),
    values,
    length: values[0]?.length ?? 0,
  };
}
