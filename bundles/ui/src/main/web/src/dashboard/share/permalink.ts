import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';

export interface LinkState {
  readonly dataMask?: Readonly<Record<string, unknown>>;
  readonly activeTabs?: readonly string[];
  readonly urlParams?: readonly (readonly [string, string])[];
  readonly anchor?: string;
}

export interface Link {
  readonly key: string;
  readonly url: string;
  readonly state: LinkState;
}

/** The link of a page that was opened by one; it stays as it was made. */
export const useLink = (key: string | undefined) =>
  useQuery({
    queryKey: ['dashboard-link', key],
    enabled: key !== undefined,
    staleTime: Infinity,
    queryFn: ({ signal }) => api<Link>(`/api/v1/dashboard/permalink/${encodeURIComponent(key ?? '')}`, { signal }),
  });

const own = new Set(['edit', 'standalone', 'permalink_key', 'native_filters_key', 'native_filters']);

/** What the page's address says beside where it is. */
export const paramsOf = (search: string): readonly (readonly [string, string])[] =>
  [...new URLSearchParams(search)].filter(([name]) => !own.has(name));

/** A short address that shows others what is seen now. */
export async function makeLink(dashboardId: number, state: LinkState): Promise<string> {
  const { key } = await api<{ key: string }>(`/api/v1/dashboard/${dashboardId}/permalink`, { body: state });
  return `${location.origin}/dashboard/p/${key}/`;
}

/** The page a link leads to. */
export function addressOf({ key, url, state }: Link): string {
  const search = new URLSearchParams((state.urlParams ?? []).map(([name, value]) => [name, value]));
  search.set('permalink_key', key);
  return `${url}?${search.toString()}${state.anchor ? `#${state.anchor}` : ''}`;
}
