import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { api, failure, send } from './client';
import { registry } from '../chart/registry';
import { boundedQueue } from './queue';
import type { ChartResult, FormValues } from './types';

export interface ChartRequest {
  readonly form_data: FormValues;
  readonly dashboardId?: number | undefined;
  readonly result_type?: 'samples' | undefined;
}

export interface Answer {
  readonly results: readonly ChartResult[];
  /** Round trip as the reader felt it. */
  readonly milliseconds: number;
  readonly forced: boolean;
  /** The code that drew this type when the question was asked: the server asks by its declaration. */
  readonly askedFor: string | undefined;
}

/** Half as long as rows, and charts take columns. */
const byColumn = 'application/vnd.karavel.columns+json, application/json;q=0.1';

const inTurn = boundedQueue(6);
const path = (request: ChartRequest) =>
  `/api/v1/chart/data${request.dashboardId === undefined ? '' : `?dashboard_id=${request.dashboardId}`}`;

const failingSince = new Map<string, number>();

async function fetchAnswer(
  request: ChartRequest,
  { force, vizType }: { force: boolean; vizType: string | undefined },
  signal: AbortSignal,
): Promise<Answer> {
  return inTurn(async () => {
    const askedFor = registry.moduleOf(vizType);
    const started = performance.now();
    const { form_data, result_type } = request;
    const body = { form_data, force, ...(result_type ? { result_type } : {}) };
    const { result } = await api<{ result: readonly ChartResult[] }>(path(request), {
      body,
      accept: byColumn,
      signal,
      cancellable: true,
    });
    const broken = result.find((one) => one.error);
    if (broken?.error) throw new Error(broken.error);
    return { results: result, milliseconds: Math.round(performance.now() - started), forced: force, askedFor };
  }, signal);
}

/** Data of a chart that stands within another one. */
export const askChart = (request: ChartRequest, vizType: string): Promise<Answer> =>
  fetchAnswer(request, { force: false, vizType }, new AbortController().signal);

/** Data of one chart. Old data stays while new is on its way; `forceAfter` (a clock reading) makes every earlier answer stale and asks past the server's cache. */
export function useChartData(
  request: ChartRequest,
  options: { enabled: boolean; vizType?: string | undefined; forceAfter?: number; keep?: boolean },
) {
  const { enabled, vizType, forceAfter = 0, keep = true } = options;
  const client = useQueryClient();
  const key = useMemo(() => ['chart-data', request] as const, [request]);
  const hash = useMemo(() => JSON.stringify(request), [request]);
  const wanted = useRef(forceAfter);
  wanted.current = forceAfter;

  const query = useQuery({
    queryKey: key,
    enabled,
    staleTime: 60_000,
    meta: { vizType },
    placeholderData: keep ? keepPreviousData : undefined,
    queryFn: async ({ signal }) => {
      const force = (client.getQueryState(key)?.dataUpdatedAt ?? 0) < wanted.current;
      try {
        const answer = await fetchAnswer(request, { force, vizType }, signal);
        failingSince.delete(hash);
        return answer;
      } catch (cause) {
        if (!signal.aborted && !failingSince.has(hash)) failingSince.set(hash, Date.now());
        throw cause;
      }
    },
  });

  const { refetch } = query;
  useEffect(() => {
    const state = client.getQueryState(key);
    if (forceAfter > 0 && enabled && state && state.dataUpdatedAt < forceAfter) void refetch({ cancelRefetch: true });
  }, [forceAfter, enabled, refetch, client, key]);

  return { ...query, failingSince: failingSince.get(hash) };
}

/** The statement alone, for charts whose data could not be had. */
export const useChartSql = (request: ChartRequest, enabled: boolean) =>
  useQuery({
    queryKey: ['chart-sql', request],
    enabled,
    queryFn: async ({ signal }) => {
      const body = { form_data: request.form_data, result_type: 'query' };
      const { result } = await api<{ result: readonly { query: string | null }[] }>(path(request), {
        body,
        signal,
        cancellable: true,
      });
      return result.map((one) => one.query ?? '').join(';\n\n');
    },
  });

export const downloadFormats = ['csv', 'xlsx', 'records', 'arrow'] as const;
export type DownloadFormat = (typeof downloadFormats)[number];

/** The data of a chart as a file, under the name the server gives it. */
export async function download(request: ChartRequest, format: DownloadFormat): Promise<void> {
  const body = { form_data: request.form_data, result_format: format };
  const response = await send(path(request), { body, accept: '*/*' });
  if (!response.ok) throw await failure(response);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileName(response.headers.get('Content-Disposition')) ?? `chart.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The name in a Content-Disposition: the whole one in UTF-8 (RFC 5987) goes before the plain one. */
export function fileName(disposition: string | null): string | undefined {
  const whole = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return whole ? decodeURIComponent(whole) : /filename="([^"]*)"/i.exec(disposition ?? '')?.[1];
}

export const forgetChartData = (client: QueryClient) => client.invalidateQueries({ queryKey: ['chart-data'] });

/** Asks anew for charts whose plugin came while they were failing, or were asked about without it; leaves all others alone. */
export const followPlugins = (client: QueryClient): (() => void) =>
  registry.onArrival((types) => {
    void client.invalidateQueries({
      predicate: ({ queryKey, meta, state }) => {
        const vizType = meta?.['vizType'];
        if (queryKey[0] !== 'chart-data' || typeof vizType !== 'string' || !types.has(vizType)) return false;
        const answer = state.data as Answer | undefined;
        return state.status !== 'success' || answer?.askedFor !== registry.moduleOf(vizType);
      },
    });
  });
