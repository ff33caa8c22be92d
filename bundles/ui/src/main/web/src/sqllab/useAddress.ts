import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../api/client';
import type { Dataset } from '../api/types';
import { fetchSaved, readPermalink } from './api';
import { emptyText, type TabText } from './tabs/model';
import type { HistoryRow } from './types';

/** A tab that the address asks for, and whether it is to run at once. */
export interface Wanted {
  readonly text: TabText;
  readonly run: boolean;
}

const keys = ['savedQueryId', 'queryId', 'datasourceKey', 'id', 'sql', 'dbid', 'new'] as const;

const fromSaved = async (id: string, signal: AbortSignal): Promise<Wanted> => {
  const saved = await fetchSaved(id, signal);
  const { label, sql, schema, catalog = null, template_parameters } = saved;
  const dbId = saved.database?.id ?? saved.db_id ?? null;
  const savedQuery = { id: saved.id, label };
  return {
    text: {
      ...emptyText,
      label,
      sql,
      dbId,
      schema,
      catalog,
      templateParams: template_parameters ?? '',
      savedQuery,
      named: true,
    },
    run: false,
  };
};

const fromQuery = async (id: string, run: boolean, signal: AbortSignal): Promise<Wanted> => {
  const { result } = await api<{ result: HistoryRow }>(`/api/v1/query/${id}`, { signal });
  return {
    text: {
      ...emptyText,
      label: result.tab_name ?? '',
      sql: result.sql,
      dbId: result.database?.id ?? null,
      schema: result.schema,
    },
    run,
  };
};

/** `7__table`: a statement that reads the dataset, its own where it is made of one. */
const fromDataset = async (key: string, written: string | null, signal: AbortSignal): Promise<Wanted> => {
  const { result } = await api<{ result: Dataset }>(`/api/v1/dataset/${Number(key.split('__')[0])}`, { signal });
  const dbId = result.database?.id ?? null;
  const schema = result.schema;
  let sql = written ?? result.sql ?? '';
  if (sql === '') {
    const path = [result.table_name, schema].filter(Boolean).map((part) => encodeURIComponent(part ?? ''));
    sql = (await api<{ result: string }>(`/api/v1/database/${dbId}/select_star/${path.join('/')}/`, { signal })).result;
  }
  return { text: { ...emptyText, label: result.table_name, sql, dbId, schema, named: true }, run: true };
};

/** What the address asks for besides the tabs there are; undefined while nothing does. */
export function useAddress() {
  const { key } = useParams();
  const [params, setParams] = useSearchParams();
  const asked = Object.fromEntries(keys.map((name) => [name, params.get(name)])) as Record<
    (typeof keys)[number],
    string | null
  >;
  const any = key !== undefined || keys.some((name) => asked[name] !== null);
  const query = useQuery({
    queryKey: ['lab', 'address', key, asked],
    enabled: any,
    retry: false,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Wanted> => {
      if (key !== undefined) {
        const link = await readPermalink(key, signal);
        const { name, sql, dbId, schema = null, catalog = null, templateParams, autorun = false } = link;
        return {
          text: {
            ...emptyText,
            label: name,
            sql,
            dbId,
            schema,
            catalog,
            templateParams: templateParams ?? '',
            named: true,
          },
          run: autorun,
        };
      }
      if (asked.savedQueryId) return fromSaved(asked.savedQueryId, signal);
      if (asked.queryId) return fromQuery(asked.queryId, params.get('autorun') === 'true', signal);
      if (asked.datasourceKey) return fromDataset(asked.datasourceKey, asked.sql, signal);
      const dbId = Number(asked.dbid) || null;
      const text = {
        ...emptyText,
        label: params.get('title') ?? params.get('name') ?? '',
        sql: asked.sql ?? '',
        dbId,
        schema: params.get('schema'),
        catalog: params.get('catalog'),
        named: params.has('title') || params.has('name'),
      };
      return { text, run: params.get('autorun') === 'true' };
    },
  });
  const forget = () =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        for (const name of [...keys, 'title', 'name', 'schema', 'catalog', 'autorun']) next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { any, key, query, forget };
}
