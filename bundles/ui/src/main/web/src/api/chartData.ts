import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { api, failure, send } from './client';
import { store } from './files';
import { HOLD_THE_LINE, waitedFor, type Job } from './jobs';
import { registry } from '../chart/registry';
import { parseTime } from '../ui/time';
import { atHand } from './atHand';
import { boundedQueue } from './queue';
import type { ChartResult, FormValues } from './types';

export interface ChartRequest {
  readonly form_data: FormValues;
  readonly dashboardId?: number | undefined;
  readonly result_type?: 'samples' | undefined;
  /** Seconds an answer may be past its time and still be shown until the new one is there; nothing of it reaches the question. */
  readonly stale?: number | undefined;
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

interface Results {
  readonly result: readonly ChartResult[];
}

interface Manner {
  readonly force: boolean;
  readonly vizType: string | undefined;
  /** Lower goes first of those that wait for their turn. */
  readonly urgency?: (() => number) | undefined;
  readonly stale?: number | undefined;
  /** Whether the server is to answer only with what is in its time. */
  readonly revalidate?: boolean;
}

async function fetchAnswer(
  request: ChartRequest,
  { force, vizType, urgency, stale, revalidate }: Manner,
  signal: AbortSignal,
): Promise<Answer> {
  const { form_data, result_type } = request;
  const body = {
    form_data,
    force,
    ...(result_type ? { result_type } : {}),
    ...(stale ? { stale } : {}),
    ...(revalidate ? { revalidate } : {}),
  };
  const asking = () => {
    const askedFor = registry.moduleOf(vizType);
    const started = performance.now();
    return (results: Results): Answer => {
      const { result } = results;
      const broken = result.find((one) => one.error);
      if (broken?.error) throw new Error(broken.error);
      return { results: result, milliseconds: Math.round(performance.now() - started), forced: force, askedFor };
    };
  };
  if (!force && !revalidate) {
    const answer = asking();
    const kept = await atHand<Results>(body, signal);
    signal.throwIfAborted();
    if (kept) return answer(kept);
  }
  const ask = async () => {
    const answer = asking();
    const late = { ...body, async: { after: HOLD_THE_LINE } };
    const response = await send(path(request), { body: late, accept: byColumn, signal, cancellable: true });
    if (!response.ok) throw await failure(response);
    const said = (await response.json()) as Results | Job;
    // a job is waited for without a turn: others go on meanwhile
    return 'job_id' in said
      ? () => waitedFor<Results>(JSON.stringify(request), said, byColumn, signal).then(answer)
      : () => Promise.resolve(answer(said));
  };
  const ready = await inTurn(ask, signal, urgency);
  return ready();
}

/** Whether an answer was kept for longer than it was meant to be. */
export const isPast = ({ results }: Answer, now = Date.now()): boolean =>
  results.some(
    ({ cached_dttm, cache_timeout }) =>
      cached_dttm !== null && (cache_timeout ?? 0) > 0 && parseTime(cached_dttm) + (cache_timeout ?? 0) * 1000 < now,
  );

/** Data of a chart that stands within another one. */
export const askChart = (request: ChartRequest, vizType: string): Promise<Answer> =>
  fetchAnswer(request, { force: false, vizType }, new AbortController().signal);

interface Asking {
  readonly vizType?: string | undefined;
  readonly urgency?: (() => number) | undefined;
  readonly forceAfter: () => number;
}

/** A chart's question to the query client. The answer belongs to the question with all its filters: no other shows it. */
export const askingFor = (client: QueryClient, request: ChartRequest, { vizType, urgency, forceAfter }: Asking) => {
  const queryKey = ['chart-data', request] as const;
  const hash = JSON.stringify(request);
  return {
    queryKey,
    staleTime: 60_000,
    meta: { vizType },
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Answer> => {
      const force = (client.getQueryState(queryKey)?.dataUpdatedAt ?? 0) < forceAfter();
      try {
        const manner = { force, vizType, urgency, stale: request.stale };
        let answer = await fetchAnswer(request, manner, signal);
        if (!force && request.stale && isPast(answer)) {
          client.setQueryData(queryKey, answer);
          answer = await fetchAnswer(request, { ...manner, revalidate: true }, signal);
        }
        failingSince.delete(hash);
        return answer;
      } catch (cause) {
        if (!signal.aborted && !failingSince.has(hash)) failingSince.set(hash, Date.now());
        throw cause;
      }
    },
  };
};

/** Data of one chart. Old data stays while new is on its way; `forceAfter` (a clock reading) makes every earlier answer stale and asks past the server's cache. */
export function useChartData(
  request: ChartRequest,
  options: {
    enabled: boolean;
    vizType?: string | undefined;
    forceAfter?: number;
    /** Like `forceAfter`, but the server's cache will do. */
    askAfter?: number;
    keep?: boolean;
    urgency?: (() => number) | undefined;
  },
) {
  const { enabled, vizType, forceAfter = 0, askAfter = 0, keep = true, urgency } = options;
  const client = useQueryClient();
  const key = useMemo(() => ['chart-data', request] as const, [request]);
  const hash = useMemo(() => JSON.stringify(request), [request]);
  const wanted = useRef(forceAfter);
  wanted.current = forceAfter;

  const asking = askingFor(client, request, { vizType, urgency, forceAfter: () => wanted.current });
  const query = useQuery({ ...asking, enabled, placeholderData: keep ? keepPreviousData : undefined });

  const { refetch } = query;
  useEffect(() => {
    const state = client.getQueryState(key);
    const after = Math.max(forceAfter, askAfter);
    if (after > 0 && enabled && state && state.dataUpdatedAt < after) void refetch({ cancelRefetch: true });
  }, [forceAfter, askAfter, enabled, refetch, client, key]);
  // What is no longer looked at is not waited for, unless there is something to show already.
  useEffect(() => {
    const asked = client.getQueryCache().find({ queryKey: key, exact: true });
    if (!enabled && asked?.state.fetchStatus === 'fetching' && !asked.isActive())
      void client.cancelQueries({ queryKey: key, exact: true });
  }, [enabled, client, key]);

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
export const download = (request: ChartRequest, format: DownloadFormat): Promise<void> =>
  store('/api/v1/karavel/chart_files', { form_data: request.form_data, result_format: format });

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
