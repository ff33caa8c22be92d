import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client';
import type { Dataset } from '../api/types';
import type { SqlWords } from '../ui/SqlEditor';

/** Templates the server fills in, as they are typed. */
const macros = [
  '{{ current_username() }}',
  '{{ current_user_id() }}',
  '{{ current_user_email() }}',
  "{{ url_param('name') }}",
  "{{ filter_values('column') | where_in }}",
  "{{ get_filters('column') }}",
  '{{ from_dttm }}',
  '{{ to_dttm }}',
  "{{ metric('name') }}",
];

/** What may be completed while SQL about a dataset is typed: its columns and metrics, the database's functions, templates. */
export function useSqlWords(dataset: Dataset | undefined): SqlWords {
  const database = dataset?.database?.id;
  const { data: functions } = useQuery({
    queryKey: ['database', database, 'functions'],
    enabled: database !== undefined,
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }) =>
      (await api<{ function_names: readonly string[] }>(`/api/v1/database/${database}/function_names/`, { signal }))
        .function_names,
  });
  return useMemo(
    () => ({
      columns: (dataset?.columns ?? []).map(({ column_name, type }) => ({ name: column_name, detail: type ?? '' })),
      metrics: (dataset?.metrics ?? []).map(({ metric_name, expression }) => ({
        name: metric_name,
        expression: expression ?? '',
      })),
      functions: functions ?? [],
      macros,
    }),
    [dataset, functions],
  );
}
