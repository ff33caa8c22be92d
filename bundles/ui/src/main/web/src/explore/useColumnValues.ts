import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Dataset, DatasetColumn } from '../api/types';
import { typeMark } from './columnType';

const MOST = 50;

interface Values {
  readonly result: readonly { readonly data: readonly Readonly<Record<string, string | number | boolean | null>>[] }[];
}

/** Values of a column that hold the text, searched where they are: at the warehouse, with the reader's rights. */
export const useColumnValues = (dataset: Dataset | undefined, column: DatasetColumn | undefined, search: string) =>
  useQuery({
    queryKey: ['column-values', dataset?.id, column?.column_name, search],
    enabled: dataset !== undefined && dataset.id > 0 && column !== undefined && typeMark(column) !== 'time',
    staleTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const name = column?.column_name ?? '';
      const bySearch =
        search && column && typeMark(column) === 'abc'
          ? [{ col: name, op: 'ILIKE', val: `%${search.replace(/[%_]/g, '')}%` }]
          : [];
      const query = { columns: [name], metrics: [], filters: bySearch, orderby: [[name, true]], row_limit: MOST };
      const body = { datasource: { id: dataset?.id, type: 'table' }, queries: [query], result_type: 'results' };
      const { result } = await api<Values>('/api/v1/chart/data', { body, signal, cancellable: true });
      return (result[0]?.data ?? []).flatMap((row) => {
        const value = Object.values(row)[0];
        return value === null || value === undefined ? [] : [String(value)];
      });
    },
  });
