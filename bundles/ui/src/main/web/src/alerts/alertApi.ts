import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Page } from '../api/types';
import type { Channel, Choice, LogRow, Row, Trial } from './types';

const ROOT = '/api/v1/report/';
const query = (value: unknown) => `?q=${encodeURIComponent(JSON.stringify(value))}`;

export const useRow = (id: number | undefined) =>
  useQuery({
    queryKey: ['report', id],
    enabled: id !== undefined,
    queryFn: async ({ signal }) => (await api<{ result: Row }>(`${ROOT}${id}`, { signal })).result,
  });

/** Whether the reader may change any; the server decides anew each time. */
export function useMayWrite(): boolean {
  const { data } = useQuery({
    queryKey: ['report', 'rights'],
    queryFn: () => api<{ permissions: readonly string[] }>(`${ROOT}_info`),
    staleTime: 60_000,
  });
  return data?.permissions.includes('can_write') ?? false;
}

export const useChannels = () =>
  useQuery({
    queryKey: ['report', 'channels'],
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await api<{ result: readonly Channel[] }>(`${ROOT}channels`, { signal })).result,
  });

export type Related = 'dashboard' | 'chart' | 'database';

interface RelatedRow {
  readonly text: string;
  readonly value: number;
}

export const useChoices = (column: Related, search: string, enabled = true) =>
  useQuery({
    queryKey: ['report', 'related', column, search],
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    queryFn: async ({ signal }): Promise<readonly Choice[]> => {
      const found = await api<{ result: readonly RelatedRow[] }>(
        `${ROOT}related/${column}${query({ filter: search, page: 0, page_size: 50 })}`,
        { signal },
      );
      return found.result.map(({ text, value }) => ({ id: value, name: text }));
    },
  });

export interface SlackChannel {
  readonly id: string;
  readonly name: string;
}

export const useSlackChannels = (search: string, enabled: boolean) =>
  useQuery({
    queryKey: ['report', 'slack', search],
    enabled,
    retry: false,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (
        await api<{ result: readonly SlackChannel[] }>(`${ROOT}slack_channels/${query({ search_string: search })}`, {
          signal,
        })
      ).result,
  });

export interface Times {
  readonly description: string;
  readonly next: readonly string[];
}

/** What a crontab means and when it is next due; what is wrong with it comes as the failure. */
export const useTimes = (crontab: string, timezone: string, language: string) =>
  useQuery({
    queryKey: ['report', 'times', crontab, timezone, language],
    enabled: crontab !== '' && timezone !== '',
    retry: false,
    staleTime: 30_000,
    queryFn: async ({ signal }) =>
      (
        await api<{ result: Times }>(`${ROOT}crontab?${new URLSearchParams({ crontab, timezone })}`, {
          signal,
          language,
        })
      ).result,
  });

export const useLog = (id: number, page: number, size: number, working: boolean) =>
  useQuery({
    queryKey: ['report', id, 'log', page, size],
    placeholderData: keepPreviousData,
    refetchInterval: working ? 1500 : 15_000,
    queryFn: ({ signal }) =>
      api<Page<LogRow>>(
        `${ROOT}${id}/log/${query({ order_column: 'start_dttm', order_direction: 'desc', page, page_size: size })}`,
        { signal },
      ),
  });

export interface Sent {
  readonly execution_id: string;
}

/** Orders a run; its end is found in the log under the id it gives back. */
export const orderRun = (id: number) => api<Sent>(`${ROOT}${id}/execute`, { method: 'POST', body: {} });

export const runOf = async (id: number, execution: string): Promise<LogRow | undefined> => {
  const asked = { order_column: 'start_dttm', order_direction: 'desc', page: 0, page_size: 10 };
  const { result } = await api<Page<LogRow>>(`${ROOT}${id}/log/${query(asked)}`);
  return result.find(({ uuid }) => uuid === execution);
};

/** Asks the statement as it is typed, and says whether the condition holds. */
export const tryCondition = async (body: unknown): Promise<Trial> =>
  (await api<{ result: Trial }>(`${ROOT}look`, { body })).result;

/** Sends what is set, saved or not, to one's own address alone. */
export const sendTest = (body: unknown) => api<{ result: { recipient: string } }>(`${ROOT}test`, { body });

export function useAlertWork() {
  const client = useQueryClient();
  const settle = () => client.invalidateQueries({ queryKey: ['report'] });
  const save = useMutation({
    mutationFn: async ({ id, body }: { readonly id?: number | undefined; readonly body: unknown }) =>
      (
        await api<{ result: Row }>(id === undefined ? ROOT : `${ROOT}${id}`, {
          method: id === undefined ? 'POST' : 'PUT',
          body,
        })
      ).result,
    onSuccess: settle,
  });
  return { save, settle };
}
