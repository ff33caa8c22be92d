import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Page } from '../api/types';

export interface Theme {
  readonly id: number;
  readonly version?: number;
  readonly theme_name: string;
  /** An object of light and dark, each of colours by token. */
  readonly json_data: string;
  readonly is_system: boolean;
  readonly changed_on_utc?: string | null;
  readonly changed_by_name?: string | null;
}

export const THEMES = '/api/v1/theme/';
const MOST = 100;

/** Every one there is: they are few. */
async function all(signal: AbortSignal): Promise<readonly Theme[]> {
  const found: Theme[] = [];
  for (let page = 0; ; page++) {
    const asked = { page, page_size: MOST, order_column: 'theme_name', order_direction: 'asc' };
    const { result, count } = await api<Page<Theme>>(`${THEMES}?q=${encodeURIComponent(JSON.stringify(asked))}`, {
      signal,
    });
    found.push(...result);
    if (result.length === 0 || found.length >= count) return found;
  }
}

export const useThemes = () =>
  useQuery({ queryKey: ['theme', 'all'], retry: false, queryFn: ({ signal }) => all(signal) });

/** Whether the reader may change themes; the server decides anew each time. */
export function useMayWriteThemes(): boolean {
  const { data } = useQuery({
    queryKey: ['theme', 'rights'],
    queryFn: () => api<{ permissions: readonly string[] }>(`${THEMES}_info`),
    staleTime: 60_000,
  });
  return data?.permissions.includes('can_write') ?? false;
}
