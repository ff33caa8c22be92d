import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Dashboard, Named } from '../../api/types';
import { changesBetween, type Change, type State } from '../edit/changes';
import { readTree } from '../edit/tree';
import { readMetadata } from '../properties/metadata';

export interface Version {
  readonly version: number;
  readonly saved_on: string;
  readonly saved_by: Named | null;
}

export const useVersions = (id: number) =>
  useQuery({
    queryKey: ['dashboard', id, 'versions'],
    queryFn: async ({ signal }) =>
      (await api<{ result: readonly Version[] }>(`/api/v1/dashboard/${id}/versions/`, { signal })).result,
  });

/** A dashboard as it was saved then. */
export const useVersion = (id: number, version: number | undefined) =>
  useQuery({
    queryKey: ['dashboard-version', id, version],
    enabled: version !== undefined,
    staleTime: Infinity,
    queryFn: async ({ signal }) =>
      (await api<{ result: Dashboard }>(`/api/v1/dashboard/${id}/versions/${version}`, { signal })).result,
  });

const stateOf = (dashboard: Dashboard): State => ({
  title: dashboard.dashboard_title,
  tree: readTree(dashboard.position_json, []),
  metadata: readMetadata(dashboard.json_metadata),
  fields: {
    slug: dashboard.slug ?? '',
    description: dashboard.description ?? '',
    certified_by: dashboard.certified_by ?? '',
    css: dashboard.css ?? '',
  },
});

/** What a version changed, in words. */
export const changesOf = (before: Dashboard, after: Dashboard): readonly Change[] =>
  changesBetween(stateOf(before), stateOf(after));
