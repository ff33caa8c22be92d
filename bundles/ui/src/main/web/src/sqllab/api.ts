import { api } from '../api/client';
import { store } from '../api/files';
import type { LabAnswer, LabQuery, LabStart, SavedQuery, TabState } from './types';

const byColumn = 'application/vnd.karavel.columns+json, application/json;q=0.1';
const asQuery = (query: unknown) => encodeURIComponent(JSON.stringify(query));

export interface Ask {
  readonly database_id: number;
  readonly sql: string;
  readonly catalog: string | null;
  readonly schema: string | null;
  readonly client_id: string;
  readonly queryLimit: number;
  readonly templateParams: string;
  readonly tab: string;
  readonly sql_editor_id: string;
  readonly select_as_cta?: boolean;
  readonly ctas_method?: 'TABLE' | 'VIEW';
  readonly tmp_table_name?: string;
}

/** How long an answer is waited for before the run goes on by itself. */
const PATIENCE = 1500;

/** Done with its answer, or on its way. */
export type Asked = LabAnswer | { readonly query: LabQuery };

export const isAnswer = (asked: Asked): asked is LabAnswer => 'columns' in asked;

export const execute = (ask: Ask): Promise<Asked> =>
  api<Asked>('/api/v1/sqllab/execute/', {
    body: { ...ask, runAsync: false, asyncAfter: PATIENCE },
    accept: byColumn,
  });

export const fetchResult = (key: string, signal?: AbortSignal): Promise<LabAnswer> =>
  api<LabAnswer>(`/api/v1/sqllab/results/?q=${asQuery({ key })}`, { accept: byColumn, signal });

export const stopRun = (clientId: string) => api('/api/v1/query/stop', { body: { client_id: clientId } });

export const updatedSince = async (moment: number): Promise<readonly LabQuery[]> =>
  (await api<{ result: readonly LabQuery[] }>(`/api/v1/query/updated_since?q=${asQuery({ last_updated_ms: moment })}`))
    .result;

export const fetchStart = async (signal?: AbortSignal): Promise<LabStart> =>
  (await api<{ result: LabStart }>('/api/v1/sqllab/', { signal })).result;

export const fetchTab = (id: number | string, signal?: AbortSignal) => api<TabState>(`/tabstateview/${id}`, { signal });

export const formatOnServer = async (sql: string, database: number, templateParams: string): Promise<string> =>
  (
    await api<{ result: string }>('/api/v1/sqllab/format_sql/', {
      body: { sql, database_id: database, template_params: templateParams },
    })
  ).result;

export interface Estimate {
  readonly result: readonly Readonly<Record<string, unknown>>[];
  readonly plan?: string | null;
}

export const estimate = (body: {
  readonly database_id: number;
  readonly sql: string;
  readonly catalog: string | null;
  readonly schema: string | null;
  readonly template_params: string;
}) => api<Estimate>('/api/v1/sqllab/estimate/', { body });

export interface Permalink {
  readonly dbId: number | null;
  readonly name: string;
  readonly sql: string;
  readonly catalog?: string | null;
  readonly schema?: string | null;
  readonly autorun?: boolean;
  readonly templateParams?: string | null;
}

export const makePermalink = async (link: Permalink): Promise<string> => {
  const { url } = await api<{ url: string }>('/api/v1/sqllab/permalink', { body: link });
  return new URL(url, window.location.origin).href;
};

export const readPermalink = (key: string, signal?: AbortSignal) =>
  api<Permalink>(`/api/v1/sqllab/permalink/${encodeURIComponent(key)}`, { signal });

export const fetchSaved = async (id: number | string, signal?: AbortSignal): Promise<SavedQuery> =>
  (await api<{ result: SavedQuery }>(`/api/v1/saved_query/${id}`, { signal })).result;

/** The whole result as a file, under the name the server gives it. */
export const downloadResult = (clientId: string, format: 'csv' | 'xlsx', all: boolean): Promise<void> =>
  store('/api/v1/karavel/sqllab_files', { client_id: clientId, format, all_rows: all });

/** A name for a run: the server takes letters and digits. */
export const newName = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36).padStart(2, '0')).join('');
