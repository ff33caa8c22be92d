import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, upload } from '../api/client';
import type { Plugin } from '../api/types';

export interface Removed {
  readonly plugin: string;
  readonly version: string;
  readonly removed_on: string;
  readonly removed_by: string;
}

interface Listed {
  readonly result: readonly Plugin[];
  /** How many charts use a chart type. */
  readonly used: Readonly<Record<string, number>>;
  readonly removed: readonly Removed[];
}

export interface Loss {
  readonly viz_type: string;
  readonly title: string;
  readonly drawn_instead_by: string | null;
  readonly chart_count: number;
  readonly charts: readonly { readonly id: number; readonly slice_name: string }[];
  readonly dashboards: readonly { readonly id: number; readonly dashboard_title: string }[];
}

export interface PluginDetails extends Plugin {
  readonly files: readonly { readonly path: string; readonly size: number; readonly loops_guarded: boolean }[];
  readonly losses: readonly Loss[];
}

export interface Arrival {
  readonly plugin: string;
  readonly title: string;
  readonly version: string;
  readonly replaces: boolean;
  readonly brings: readonly {
    readonly viz_type: string;
    readonly title: string;
    readonly drawn_now_by: string | null;
    readonly takes_over: boolean;
  }[];
  readonly problems: readonly string[];
}

type Which = Pick<Plugin, 'plugin' | 'version'>;

const pathOf = ({ plugin, version }: Which) =>
  `/api/v1/plugin/${encodeURIComponent(plugin)}/${encodeURIComponent(version)}`;

export const usePluginList = () =>
  useQuery({ queryKey: ['plugins', 'list'], queryFn: ({ signal }) => api<Listed>('/api/v1/plugin/', { signal }) });

export const usePluginDetails = (which: Which | undefined) =>
  useQuery({
    queryKey: ['plugin-details', which?.plugin, which?.version],
    queryFn: async ({ signal }) =>
      which ? (await api<{ result: PluginDetails }>(pathOf(which), { signal })).result : null,
    enabled: which !== undefined,
    staleTime: 0,
  });

const formOf = (jar: File) => {
  const form = new FormData();
  form.set('file', jar, jar.name);
  return form;
};

export const checkJar = async (jar: File) =>
  (await upload<{ result: Arrival }>('/api/v1/plugin/check', formOf(jar))).result;

/** What an administrator does with plugins; the list is asked for again after each. */
export function usePluginWork() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['plugins'] });
  return {
    install: useMutation({
      mutationFn: (jar: File) => upload<{ result: Arrival }>('/api/v1/plugin/', formOf(jar)),
      onSettled,
    }),
    enable: useMutation({
      mutationFn: ({ which, enabled }: { which: Which; enabled: boolean }) =>
        api(pathOf(which), { method: 'PUT', body: { enabled } }),
      onSettled,
    }),
    remove: useMutation({ mutationFn: (which: Which) => api(pathOf(which), { method: 'DELETE' }), onSettled }),
    restore: useMutation({
      mutationFn: (which: Which) => api(`${pathOf(which)}/restore`, { method: 'POST', body: {} }),
      onSettled,
    }),
  };
}
