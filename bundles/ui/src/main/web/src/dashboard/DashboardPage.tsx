import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useDashboard, useDashboardCharts } from '../api/queries';
import type { Dashboard, DashboardChart } from '../api/types';
import { useKeys } from '../app/useKeys';
import { useTitle } from '../app/useTitle';
import { createColorBook } from '../chart/colors';
import { dashboardColors } from '../chart/dashboardColors';
import { Age } from '../ui/Age';
import { Icon } from '../ui/Icon';
import { EmptyState, FailureState } from '../ui/States';
import { DashboardProvider, type DashboardState } from './context';
import { DashboardMenu } from './DashboardMenu';
import { parseLayout } from './layout';
import { TileView } from './TileView';
import { TimeFilter } from './TimeFilter';
import { NO_FILTER } from './timeRange';
import './dashboard.css';

export default function DashboardPage() {
  const { idOrSlug = '' } = useParams();
  const dashboard = useDashboard(idOrSlug);
  const charts = useDashboardCharts(idOrSlug);
  useTitle(dashboard.data?.dashboard_title);
  const failed = dashboard.error ?? charts.error;
  if (failed) {
    return <FailureState error={failed} onRetry={() => void Promise.all([dashboard.refetch(), charts.refetch()])} />;
  }
  if (!dashboard.data || !charts.data) return <DashboardSkeleton />;
  return <LoadedDashboard key={dashboard.data.id} dashboard={dashboard.data} charts={charts.data} />;
}

const wider = (old: readonly [number, number] | undefined, [first, last]: readonly [number, number]) =>
  !old
    ? ([first, last] as const)
    : first < old[0] || last > old[1]
      ? ([Math.min(first, old[0]), Math.max(last, old[1])] as const)
      : old;

function LoadedDashboard({ dashboard, charts }: { dashboard: Dashboard; charts: readonly DashboardChart[] }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [forceAfter, setForceAfter] = useState(0);
  const [opened] = useState(() => new Date().toISOString());
  const [extent, setExtent] = useState<readonly [number, number]>();
  const [settled, setSettled] = useState<ReadonlySet<number>>(new Set());
  const standalone = Number(params.get('standalone') ?? 0) || 0;
  const timeRange = params.get('time_range') ?? undefined;

  const setParam = useCallback(
    (name: string, value: string | undefined) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const setTimeRange = useCallback(
    (range: string | undefined) => setParam('time_range', range === NO_FILTER ? undefined : range),
    [setParam],
  );
  const refresh = () => setForceAfter(Date.now());
  const toggleFullScreen = useFullScreen(standalone, setParam);
  useKeys({ r: refresh, f: toggleFullScreen });

  const layout = useMemo(() => parseLayout(dashboard.position_json, charts), [dashboard.position_json, charts]);
  const colors = useMemo(() => {
    const { labels, schemes } = dashboardColors(dashboard.json_metadata);
    return createColorBook(labels, schemes);
  }, [dashboard.json_metadata]);
  const state = useMemo<DashboardState>(
    () => ({
      id: dashboard.id,
      charts: new Map(charts.map((chart) => [chart.id, chart])),
      colors,
      timeRange,
      forceAfter,
      bare: standalone === 3,
      clearTimeRange: () => setTimeRange(undefined),
      onExtent: (next) => setExtent((old) => wider(old, next)),
      onSettled: (id) => setSettled((old) => (old.has(id) ? old : new Set(old).add(id))),
    }),
    [dashboard.id, charts, colors, timeRange, forceAfter, standalone, setTimeRange],
  );

  return (
    <DashboardProvider value={state}>
      {standalone < 2 ? (
        <div className="top dashboard-top">
          <div>
            {standalone === 0 ? (
              <div className="crumb">
                <Link to="/dashboard/list/">{t('nav.dashboards')}</Link>
              </div>
            ) : null}
            <h1 data-testid="dashboard-title">{dashboard.dashboard_title}</h1>
          </div>
          <span className={dashboard.published ? 'badge' : 'badge warn'}>
            {t(dashboard.published ? 'status.published' : 'status.draft')}
          </span>
          {dashboard.certified_by ? (
            <span className="badge good" title={dashboard.certification_details ?? undefined}>
              <Icon name="check" size={11} />
              {t('dashboard.certified', { by: dashboard.certified_by })}
            </span>
          ) : null}
          <span className="grow" />
          <span className="refreshed muted">
            {t('dashboard.refreshed')} <Age iso={forceAfter ? new Date(forceAfter).toISOString() : opened} />
          </span>
          <button
            type="button"
            className="btn"
            onClick={refresh}
            data-testid="refresh-all"
            title={`${t('dashboard.refreshAll')} (r)`}
          >
            <Icon name="refresh" />
            {t('action.refresh')}
          </button>
          <DashboardMenu dashboard={dashboard} fullScreen={standalone > 0} onFullScreen={toggleFullScreen} />
        </div>
      ) : null}
      {standalone < 3 ? (
        <div className={standalone === 2 ? 'filters first' : 'filters'}>
          <TimeFilter value={timeRange} onChange={setTimeRange} extent={extent} />
        </div>
      ) : null}
      <div
        className="tiles-of-dashboard"
        data-testid="dashboard"
        data-settled={settled.size}
        data-charts={charts.length}
      >
        {layout.tiles.length === 0 ? (
          <EmptyState icon="dashboards" title={t('dashboard.empty')} text={t('dashboard.emptyText')} />
        ) : null}
        {layout.tiles.map((tile) => (
          <TileView key={tile.id} tile={tile} />
        ))}
      </div>
    </DashboardProvider>
  );
}

/** Full screen is the same page without the rail; the browser's own full screen comes on top where it is allowed. */
function useFullScreen(standalone: number, setParam: (name: string, value: string | undefined) => void) {
  useEffect(() => {
    if (standalone !== 1) return undefined;
    const left = () => {
      if (!document.fullscreenElement) setParam('standalone', undefined);
    };
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, [standalone, setParam]);
  return () => {
    if (standalone > 0) {
      if (document.fullscreenElement) void document.exitFullscreen();
      setParam('standalone', undefined);
      return;
    }
    setParam('standalone', '1');
    document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
}

const DashboardSkeleton = () => (
  <div aria-hidden="true">
    <div className="top">
      <div>
        <div className="skeleton" style={{ width: 80, height: 12, marginBottom: 8 }} />
        <div className="skeleton" style={{ width: 280, height: 22 }} />
      </div>
    </div>
    <div className="tiles-of-dashboard">
      {[3, 2].map((cards) => (
        <div key={cards} className="tile-row">
          {Array.from({ length: cards }, (_, index) => (
            <div
              key={index}
              className="card skeleton"
              style={{ gridColumn: `span ${12 / cards}`, minHeight: cards === 3 ? 160 : 340 }}
            />
          ))}
        </div>
      ))}
    </div>
  </div>
);
