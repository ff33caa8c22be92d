import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/client';
import type { Chart, DashboardChart, FormValues } from '../../api/types';

const params = (text: string | null): FormValues => {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    return read !== null && typeof read === 'object' ? (read as FormValues) : {};
  } catch {
    return {};
  }
};

/** A saved chart as dashboards get theirs from the server. */
const onDashboard = (chart: Chart): DashboardChart => ({
  id: chart.id,
  slice_name: chart.slice_name,
  description: chart.description ?? null,
  form_data: {
    ...params(chart.params),
    slice_id: chart.id,
    viz_type: chart.viz_type,
    datasource: `${chart.datasource_id}__table`,
  },
});

/** The charts of the draft: those the dashboard has, and those that were put on it since. */
export function useLiveCharts(
  known: readonly DashboardChart[],
  wanted: readonly number[],
): ReadonlyMap<number, DashboardChart> {
  const here = useMemo(() => new Map(known.map((chart) => [chart.id, chart])), [known]);
  const missing = wanted.filter((id) => !here.has(id));
  const asked = useQueries({
    queries: missing.map((id) => ({
      queryKey: ['chart', id],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await api<{ result: Chart }>(`/api/v1/chart/${id}`, { signal })).result,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => {
    const all = new Map(here);
    for (const chart of asked) if (chart) all.set(chart.id, onDashboard(chart));
    return all;
  }, [here, asked]);
}
