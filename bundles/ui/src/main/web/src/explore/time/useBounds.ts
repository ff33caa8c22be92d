import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';

export interface Bounds {
  readonly since: string | null;
  readonly until: string | null;
}

/** What the words mean now, told by the server that will read them. */
export const useBounds = (words: string, enabled: boolean) =>
  useQuery({
    queryKey: ['time-range', words],
    enabled,
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const q = encodeURIComponent(JSON.stringify([{ timeRange: words }]));
      const { result } = await api<{ result: readonly Bounds[] }>(`/api/v1/time_range/?q=${q}`, { signal });
      return result[0] ?? { since: null, until: null };
    },
  });
