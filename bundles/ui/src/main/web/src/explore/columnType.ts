import type { DatasetColumn } from '../api/types';

/** A column's kind in few letters, as on every list of columns. */
export function typeMark(column: DatasetColumn | undefined): 'time' | '123' | 'T/F' | 'abc' {
  if (column?.is_dttm || column?.type_generic === 2) return 'time';
  if (column?.type_generic === 0) return '123';
  return column?.type_generic === 3 ? 'T/F' : 'abc';
}
