import { useCallback, useMemo, type RefObject } from 'react';
import { useChartData, type ChartRequest } from '../api/chartData';
import type { DashboardChart, FormValues } from '../api/types';
import { useOwnState } from '../chart/useOwnState';
import { useDashboardState } from './context';
import { useFilters } from './filters/context';
import type { ExtraFormData } from './filters/model';
import type { FilterStore, Snapshot } from './filters/store';
import { useDistance } from './useInView';
import { useTick } from './useTick';

const urgencies = { in: 0, near: 1, far: 2 } as const;

/** What a card asks, under which filters, and how the answer stands. */
export function useCardQuestion(chart: DashboardChart, card: RefObject<HTMLElement | null>, ownForce: number) {
  const { id, timeRange, forceAfter, stale } = useDashboardState();
  const { near, now } = useDistance(card);
  const vizType = String(chart.form_data['viz_type'] ?? '');
  const own = useOwnState(String(chart.id), vizType);
  const { extra: filtered, waitsFor } = useFilters(
    useCallback((_: Snapshot, store: FilterStore) => store.forChart(chart.id), [chart.id]),
  );
  const extra = useMemo<ExtraFormData>(
    () => (timeRange ? { time_range: timeRange, ...filtered } : filtered),
    [filtered, timeRange],
  );
  const some = Object.keys(extra).length > 0;
  const request = useMemo<ChartRequest>(
    () => ({
      dashboardId: id,
      form_data: {
        slice_id: chart.id,
        ...(some ? { extra_form_data: extra } : {}),
        ...(own.question ? { own_state: own.question } : {}),
      },
      ...(stale ? { stale } : {}),
    }),
    [id, chart.id, extra, some, own.question, stale],
  );
  const tick = useTick(chart.id);
  const data = useChartData(request, {
    enabled: near && waitsFor.length === 0,
    vizType,
    forceAfter: Math.max(forceAfter, ownForce, tick.force ? tick.at : 0),
    askAfter: tick.force ? 0 : tick.at,
    urgency: useCallback(() => urgencies[now.current], [now]),
  });
  // A chart that asks for others asks under the same filters.
  const formData = useMemo<FormValues>(
    () => (some ? { ...chart.form_data, extra_form_data: extra } : chart.form_data),
    [chart.form_data, extra, some],
  );
  return { vizType, own, request, data, formData, extra, waitsFor, near };
}
