import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Value } from '../../api/types';
import { object, type ColumnFilter, type ExtraFormData, type NativeFilter, type Raw } from './model';

/** As many as a list offers before one has to search. */
export const MOST = 1000;

type Row = Readonly<Record<string, Value>>;

interface Rows {
  readonly result: readonly { readonly data: readonly Row[] }[];
}

const adhocSql = (filters: readonly Raw[]): string =>
  filters
    .filter((one) => one['expressionType'] === 'SQL' && typeof one['sqlExpression'] === 'string')
    .map((one) => `(${String(one['sqlExpression'])})`)
    .join(' AND ');

const adhocSimple = (filters: readonly Raw[]): readonly ColumnFilter[] =>
  filters
    .filter((one) => one['expressionType'] !== 'SQL' && typeof one['subject'] === 'string')
    .map((one) => ({ col: String(one['subject']), op: String(one['operator']), val: one['comparator'] }));

/** A filter's own question to the warehouse, under its pre-filters and what its parents leave. */
function body(filter: NativeFilter, dashboardId: number, parents: ExtraFormData, force: boolean, query: Raw) {
  const adhoc = [...filter.adhocFilters, ...(parents.adhoc_filters ?? [])];
  const where = adhocSql(adhoc);
  const range = parents.time_range ?? filter.timeRange;
  return {
    datasource: { id: filter.datasetId, type: 'table' },
    force,
    result_type: 'results',
    form_data: {
      viz_type: filter.type,
      native_filter_id: filter.id,
      dashboardId,
      groupby: filter.column ? [filter.column] : [],
    },
    queries: [
      {
        ...query,
        filters: [
          ...adhocSimple(adhoc),
          ...(parents.filters ?? []).map((one) => ({ ...one, isExtra: true })),
          ...((query['filters'] ?? []) as readonly Raw[]),
        ],
        extras: where ? { where } : {},
        apply_fetch_values_predicate: true,
        ...(range && range !== 'No filter' ? { time_range: range } : {}),
        ...(filter.timeColumn ? { granularity: filter.timeColumn } : {}),
      },
    ],
  };
}

const askable = ({ datasetId, column }: NativeFilter) => datasetId !== undefined && column !== undefined;

export interface Asking {
  readonly dashboardId: number;
  readonly parents: ExtraFormData;
  /** When everything was asked to be fetched anew; 0 for never. */
  readonly forceAfter: number;
  readonly enabled?: boolean;
}

/** The values of a select filter's column that hold the text, searched at the warehouse with the reader's rights. */
export const useFilterValues = (
  filter: NativeFilter,
  search: string,
  { dashboardId, parents, forceAfter, enabled = true }: Asking,
) =>
  useQuery({
    queryKey: [
      'filter-values',
      filter.id,
      filter.datasetId,
      filter.column,
      filter.adhocFilters,
      filter.timeRange,
      filter.sortMetric,
      filter.controls['sortAscending'],
      parents,
      search,
      forceAfter,
    ],
    enabled: enabled && askable(filter),
    staleTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const column = filter.column ?? '';
      const ascending = filter.controls['sortAscending'] !== false;
      const query = {
        columns: [column],
        metrics: filter.sortMetric ? [filter.sortMetric] : [],
        orderby: [[filter.sortMetric ?? column, ascending]],
        row_limit: MOST,
        filters: search ? [{ col: column, op: 'ILIKE', val: `%${search.replace(/[%_]/g, '')}%` }] : [],
      };
      const { result } = await api<Rows>('/api/v1/chart/data', {
        body: body(filter, dashboardId, parents, forceAfter > 0, query),
        signal,
        cancellable: true,
      });
      const values = (result[0]?.data ?? []).map((row) => row[column] ?? null);
      return { values: [...new Set(values)], whole: values.length < MOST };
    },
  });

/** The least and the greatest number of a range filter's column. */
export const useFilterBounds = (filter: NativeFilter, { dashboardId, parents, forceAfter, enabled = true }: Asking) =>
  useQuery({
    queryKey: [
      'filter-bounds',
      filter.id,
      filter.datasetId,
      filter.column,
      filter.adhocFilters,
      filter.timeRange,
      parents,
      forceAfter,
    ],
    enabled: enabled && askable(filter),
    staleTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const metric = (aggregate: string) => ({
        expressionType: 'SIMPLE',
        column: { column_name: filter.column },
        aggregate,
        label: aggregate.toLowerCase(),
      });
      const query = { columns: [], metrics: [metric('MIN'), metric('MAX')] };
      const { result } = await api<Rows>('/api/v1/chart/data', {
        body: body(filter, dashboardId, parents, forceAfter > 0, query),
        signal,
        cancellable: true,
      });
      const row = result[0]?.data[0];
      const [least, greatest] = [Number(row?.['min'] ?? NaN), Number(row?.['max'] ?? NaN)];
      return Number.isFinite(least) && Number.isFinite(greatest) ? ([least, greatest] as const) : null;
    },
  });

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Time columns, or grains, of a filter's dataset. */
export const useTimeChoices = (filter: NativeFilter, enabled = true) =>
  useQuery({
    queryKey: ['filter-choices', filter.type, filter.datasetId],
    enabled: enabled && filter.datasetId !== undefined,
    staleTime: 300_000,
    retry: false,
    queryFn: async ({ signal }): Promise<readonly Choice[]> => {
      const grains = filter.type === 'filter_timegrain';
      const { result } = await api<Rows>('/api/v1/chart/data', {
        body: {
          datasource: { id: filter.datasetId, type: 'table' },
          form_data: { viz_type: filter.type, native_filter_id: filter.id },
          result_type: grains ? 'timegrains' : 'columns',
          queries: [{}],
        },
        signal,
        cancellable: true,
      });
      return (result[0]?.data ?? []).flatMap((row) => {
        const read = object(row);
        if (grains) {
          const duration = read['duration'];
          return typeof duration === 'string' ? [{ value: duration, label: String(read['name'] ?? duration) }] : [];
        }
        const name = read['column_name'];
        if (typeof name !== 'string' || read['is_dttm'] !== true) return [];
        return [{ value: name, label: String(read['verbose_name'] || name) }];
      });
    },
  });
