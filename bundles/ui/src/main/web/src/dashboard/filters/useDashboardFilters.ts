import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../api/client';
import type { Dashboard, DashboardChart } from '../../api/types';
import { object, readItems, readMetadata, type Masks, type NativeFilter } from './model';
import { parseRison } from './rison';
import { chartPaths, readCrossScopes } from './scope';
import { dataMask, readMasks, setUp } from './state';
import { FilterStore } from './store';

/** Superset's older way: `{"<chart or filter>": {"<column>": value}}`, whatever the first key says. */
function preselected(text: string | null, filters: readonly NativeFilter[]): Masks {
  const columns = Object.assign({}, ...Object.values(object(parsed(text)))) as Record<string, unknown>;
  return Object.fromEntries(
    filters.flatMap((one) => {
      const value = one.type === 'filter_time' ? columns['__time_range'] : one.column ? columns[one.column] : undefined;
      if (value === undefined) return [];
      return [
        [
          one.id,
          { filterState: { value: one.type === 'filter_select' && !Array.isArray(value) ? [value] : value } },
        ] as const,
      ];
    }),
  );
}

const parsed = (text: string | null): unknown => {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

/** State that stands in the address by itself. */
export function masksInAddress(params: URLSearchParams, filters: readonly NativeFilter[]): Masks {
  const rison = params.get('native_filters');
  return {
    ...preselected(params.get('preselect_filters'), filters),
    ...(rison ? readMasks(parseRison(rison) ?? parsed(rison)) : {}),
  };
}

interface Kept {
  readonly value: string;
}

interface Linked {
  readonly state: { readonly dataMask?: unknown };
}

/** State that is kept on the server under a key of the address; a key that is gone counts as none. */
export function useKeptMasks(dashboard: string): { readonly ready: boolean; readonly masks: Masks } {
  const [params] = useSearchParams();
  const [asked] = useState(() => ({ key: params.get('native_filters_key'), link: params.get('permalink_key') }));
  const query = useQuery({
    queryKey: ['filter-state', dashboard, asked.key, asked.link],
    enabled: Boolean(asked.key ?? asked.link),
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }) => {
      if (asked.link) {
        const { state } = await api<Linked>(`/api/v1/dashboard/permalink/${encodeURIComponent(asked.link)}`, {
          signal,
        });
        return readMasks(state.dataMask);
      }
      const path = `/api/v1/dashboard/${encodeURIComponent(dashboard)}/filter_state/${encodeURIComponent(asked.key ?? '')}`;
      const { value } = await api<Kept>(path, { signal });
      return readMasks(parsed(value));
    },
  });
  const masks = useMemo(() => query.data ?? {}, [query.data]);
  return { ready: !(asked.key ?? asked.link) || !query.isPending, masks };
}

/** The filters of a dashboard: made once, told when the dashboard is changed, kept under a key while the page lives. */
export function useDashboardFilters(dashboard: Dashboard, charts: readonly DashboardChart[], kept: Masks): FilterStore {
  const [params] = useSearchParams();
  const setup = useMemo(() => {
    const metadata = readMetadata(dashboard.json_metadata);
    const paths = chartPaths(
      dashboard.position_json,
      charts.map(({ id }) => id),
    );
    return setUp(readItems(metadata), readCrossScopes(metadata), paths);
  }, [dashboard.json_metadata, dashboard.position_json, charts]);
  const [store] = useState(() => new FilterStore(setup, { ...kept, ...masksInAddress(params, setup.filters) }));
  useEffect(() => store.reconfigure(setup), [store, setup]);
  useKeeping(store, dashboard.id);
  return store;
}

const REST = 600;

/** Keeps what is applied on the server, and its key in the address: a reload or a copied address shows the same. */
function useKeeping(store: FilterStore, dashboard: number) {
  const [params, setParams] = useSearchParams();
  const key = useRef(params.get('native_filters_key'));
  const set = useRef(setParams);
  useEffect(() => {
    set.current = setParams;
  }, [setParams]);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    let told = JSON.stringify(store.snapshot().state.applied);
    const keep = async (text: string) => {
      const path = `/api/v1/dashboard/${dashboard}/filter_state`;
      const body = { value: text };
      const own = key.current;
      const answer = own
        ? await api<{ key: string }>(`${path}/${encodeURIComponent(own)}`, { method: 'PUT', body }).catch(() =>
            api<{ key: string }>(path, { body }),
          )
        : await api<{ key: string }>(path, { body });
      key.current = answer.key;
      set.current(
        (old) => {
          const next = new URLSearchParams(old);
          for (const gone of ['native_filters', 'preselect_filters', 'permalink_key']) next.delete(gone);
          next.set('native_filters_key', answer.key);
          return next;
        },
        { replace: true },
      );
    };
    const leave = store.subscribe(() => {
      const { applied } = store.snapshot().state;
      const now = JSON.stringify(applied);
      if (now === told) return;
      told = now;
      clearTimeout(rest);
      rest = setTimeout(() => void keep(JSON.stringify(dataMask(applied))).catch(() => undefined), REST);
    });
    return () => {
      clearTimeout(rest);
      leave();
    };
  }, [store, dashboard]);
}
