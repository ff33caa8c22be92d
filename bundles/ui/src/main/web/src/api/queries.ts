import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query';
import { api } from './client';
import type { Chart, Dashboard, DashboardChart, Dataset, Page } from './types';

export interface Filter {
  readonly col: string;
  readonly opr: string;
  readonly value: string | number | boolean | readonly number[];
}

export interface ListQuery {
  readonly filters?: readonly Filter[];
  readonly order_column?: string;
  readonly order_direction?: 'asc' | 'desc';
  readonly page?: number;
  readonly page_size?: number;
}

export type Listed =
  | 'dashboard'
  | 'chart'
  | 'dataset'
  | 'database'
  | 'tag'
  | 'saved_query'
  | 'security/users'
  | 'security/roles'
  | 'rowlevelsecurity'
  | 'css_template'
  | 'theme'
  | 'report';

const listPath = (kind: Listed, query: ListQuery) => `/api/v1/${kind}/?q=${encodeURIComponent(JSON.stringify(query))}`;

export const useList = <T>(kind: Listed, query: ListQuery, enabled = true) =>
  useQuery({
    queryKey: [kind, 'list', query],
    queryFn: ({ signal }) => api<Page<T>>(listPath(kind, query), { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });

const one = <T>(key: readonly unknown[], path: string, enabled = true) => ({
  queryKey: key,
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await api<{ result: T }>(path, { signal })).result,
  enabled,
});

const dashboard = (idOrSlug: string, enabled = true) =>
  one<Dashboard>(['dashboard', idOrSlug], `/api/v1/dashboard/${encodeURIComponent(idOrSlug)}`, enabled);

const chartsOfDashboard = (idOrSlug: string) =>
  one<readonly DashboardChart[]>(
    ['dashboard', idOrSlug, 'charts'],
    `/api/v1/dashboard/${encodeURIComponent(idOrSlug)}/charts`,
  );

export const useDashboard = (idOrSlug: string, enabled = true) => useQuery(dashboard(idOrSlug, enabled));

export const useDashboardCharts = (idOrSlug: string) => useQuery(chartsOfDashboard(idOrSlug));

/** Asks for a dashboard before its page is there. */
export const dashboardAhead = (client: QueryClient, idOrSlug: string) => {
  void client.prefetchQuery(dashboard(idOrSlug));
  void client.prefetchQuery(chartsOfDashboard(idOrSlug));
};

export const useChart = (id: number | undefined) =>
  useQuery(one<Chart>(['chart', id], `/api/v1/chart/${id}`, id !== undefined));

export const useDataset = (id: number | undefined) =>
  useQuery(one<Dataset>(['dataset', id], `/api/v1/dataset/${id}`, id !== undefined));
