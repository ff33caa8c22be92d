import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Choice } from './fields/plain';

interface Grains {
  readonly result: readonly { readonly data: readonly { readonly duration: string; readonly name: string }[] }[];
}

/** The steps of time that this dataset's database can cut into. */
export function useGrains(datasetId: number | undefined): readonly Choice[] | undefined {
  const { data } = useQuery({
    queryKey: ['time-grains', datasetId],
    enabled: datasetId !== undefined && datasetId > 0,
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }) => {
      const body = { datasource: { id: datasetId, type: 'table' }, queries: [{}], result_type: 'timegrains' };
      const { result } = await api<Grains>('/api/v1/chart/data', { body, signal });
      return (result[0]?.data ?? []).map(({ duration, name }) => ({
        value: duration,
        title: name.charAt(0).toUpperCase() + name.slice(1),
      }));
    },
  });
  return data && data.length > 0 ? data : undefined;
}
