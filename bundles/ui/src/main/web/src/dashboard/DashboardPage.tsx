import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useDashboard, useDashboardCharts } from '../api/queries';
import type { Dashboard, DashboardChart } from '../api/types';
import { useKeys } from '../app/useKeys';
import { useTitle } from '../app/useTitle';
import { host } from '../chart/ChartView';
import { createColorBook } from '../chart/colors';
import { dashboardColors } from '../chart/dashboardColors';
import { useBoardTheme } from '../style/boardTheme';
import { EmptyState, FailureState } from '../ui/States';
import { fullTime, parseTime } from '../ui/time';
import { colorMemory } from './colorMemory';
import { DashboardProvider, type DashboardState } from './context';
import { DashboardHead } from './DashboardHead';
import { DashboardMenu } from './DashboardMenu';
import { chartsOf, readTree } from './edit/tree';
import { useLiveCharts } from './edit/useLiveCharts';
import './edit/words';
import { FilterProvider } from './filters/context';
import { FilteredBody } from './filters/FilteredBody';
import { readMetadata, type Masks } from './filters/model';
import { dataMask } from './filters/state';
import { useDashboardFilters, useKeptMasks } from './filters/useDashboardFilters';
import { parseLayout } from './layout';
import { RefreshMenu } from './RefreshMenu';
import { tabsInView, tabsNamed } from './share/anchors';
import { OpenTabsProvider } from './share/openTabs';
import { paramsOf, useLink } from './share/permalink';
import { ShareMenu } from './share/ShareMenu';
import { useAnchor } from './share/useAnchor';
import { TileView } from './TileView';
import { TimeFilter } from './TimeFilter';
import { useAutoRefresh } from './useAutoRefresh';
import './words';
import { NO_FILTER } from './timeRange';
import { useBoardCss } from './useBoardCss';
import './board.css';
import './dashboard.css';

void host.come().catch(() => undefined);

const DashboardEditor = lazy(() => import('./edit/DashboardEditor'));
const SaveAsDialog = lazy(() => import('./edit/SaveAsDialog'));
const PropertiesDialog = lazy(() => import('./properties/PropertiesDialog'));
const VersionsPanel = lazy(() => import('./versions/VersionsPanel'));

/** A dashboard nobody saved yet: the server knows of it from its first save on. */
const blank = (title: string): Dashboard => ({
  id: 0,
  dashboard_title: title,
  slug: null,
  url: '/dashboard/new/',
  position_json: null,
  json_metadata: null,
  published: false,
  is_editable: true,
});

export default function DashboardPage() {
  const { t } = useTranslation();
  const { idOrSlug = '' } = useParams();
  const [fresh] = useState(() => blank(t('board.untitled')));
  if (idOrSlug === 'new') return <LoadedDashboard key="new" dashboard={fresh} charts={NONE} />;
  return <StoredDashboard idOrSlug={idOrSlug} />;
}

function StoredDashboard({ idOrSlug }: { idOrSlug: string }) {
  const dashboard = useDashboard(idOrSlug);
  const charts = useDashboardCharts(idOrSlug);
  useTitle(dashboard.data?.dashboard_title);
  const kept = useKeptMasks(idOrSlug);
  const failed = dashboard.error ?? charts.error;
  if (failed) {
    return <FailureState error={failed} onRetry={() => void Promise.all([dashboard.refetch(), charts.refetch()])} />;
  }
  if (!dashboard.data || !charts.data || !kept.ready) return <DashboardSkeleton />;
  return <LoadedDashboard key={dashboard.data.id} dashboard={dashboard.data} charts={charts.data} kept={kept.masks} />;
}

const NO_CHARTS: readonly number[] = [];
const NONE: readonly DashboardChart[] = [];

const wider = (old: readonly [number, number] | undefined, [first, last]: readonly [number, number]) =>
  !old
    ? ([first, last] as const)
    : first < old[0] || last > old[1]
      ? ([Math.min(first, old[0]), Math.max(last, old[1])] as const)
      : old;

interface LoadedProps {
  readonly dashboard: Dashboard;
  readonly charts: readonly DashboardChart[];
  readonly kept?: Masks;
}

const NO_MASKS: Masks = {};

function LoadedDashboard({ dashboard, charts, kept = NO_MASKS }: LoadedProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [forceAfter, setForceAfter] = useState(0);
  const [opened] = useState(() => new Date().toISOString());
  const [extent, setExtent] = useState<readonly [number, number]>();
  const [dialog, setDialog] = useState<'saveAs' | 'properties' | 'versions' | undefined>();
  const [past, setPast] = useState<{ readonly dashboard: Dashboard; readonly savedOn: string }>();
  const shown = past?.dashboard ?? dashboard;
  const link = useLink(params.get('permalink_key') ?? undefined);
  const standalone = Number(params.get('standalone') ?? 0) || 0;
  const timeRange = params.get('time_range') ?? undefined;
  const fresh = dashboard.id === 0;
  const editing = fresh || (params.get('edit') === 'true' && dashboard.is_editable === true && standalone === 0);

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
  const metadata = useMemo(() => readMetadata(dashboard.json_metadata), [dashboard.json_metadata]);
  const filters = useDashboardFilters(dashboard, charts, kept);
  const { tick, seconds, choose: chooseInterval } = useAutoRefresh(metadata);
  const refresh = () => setForceAfter(Date.now());
  const edit = () => {
    if (dashboard.is_editable && !editing) setParam('edit', 'true');
  };
  const refreshed = Math.max(forceAfter, tick.at);
  const toggleFullScreen = useFullScreen(standalone, setParam);
  useKeys(editing ? {} : { r: refresh, f: toggleFullScreen, e: edit });
  useBoardCss(shown.css);
  useBoardTheme(shown.theme?.json_data);

  const layout = useMemo(() => parseLayout(shown.position_json, charts), [shown.position_json, charts]);
  const wanted = useMemo(() => (past ? chartsOf(readTree(past.dashboard.position_json, [])) : NO_CHARTS), [past]);
  const live = useLiveCharts(charts, wanted);
  const [open, setOpen] = useState<Readonly<Record<string, string>>>({});
  const choose = useCallback(
    (tabs: string, tab: string) => setOpen((old) => (old[tabs] === tab ? old : { ...old, [tabs]: tab })),
    [],
  );
  const openTabs = useMemo(() => ({ open, choose }), [open, choose]);
  const linked = link.data?.state.activeTabs;
  useEffect(() => {
    if (linked) setOpen((old) => ({ ...tabsNamed(layout.tiles, linked), ...old }));
  }, [linked, layout.tiles]);
  useAnchor(editing ? [] : layout.tiles, choose);

  const colors = useMemo(() => {
    const { labels, schemes } = dashboardColors(shown.json_metadata);
    return createColorBook(labels, schemes, colorMemory(dashboard.id));
  }, [shown.json_metadata, dashboard.id]);
  const state = useMemo<DashboardState>(
    () => ({
      id: dashboard.id,
      charts: live,
      colors,
      timeRange,
      forceAfter,
      tick,
      stale: Number(metadata['stale_while_revalidate']) || undefined,
      bare: standalone === 3,
      clearTimeRange: () => setTimeRange(undefined),
      onExtent: (next) => setExtent((old) => wider(old, next)),
    }),
    [dashboard.id, live, colors, timeRange, forceAfter, tick, metadata, standalone, setTimeRange],
  );
  const shared = () => ({
    dataMask: dataMask(filters.snapshot().state.applied),
    activeTabs: tabsInView(layout.tiles, open),
    urlParams: paramsOf(window.location.search),
    ...(window.location.hash ? { anchor: window.location.hash.slice(1) } : {}),
  });

  if (editing) {
    return (
      <DashboardProvider value={state}>
        <FilterProvider value={filters}>
          <Suspense fallback={<DashboardSkeleton />}>
            <DashboardEditor
              dashboard={dashboard}
              charts={charts}
              onLeave={() => (fresh ? void navigate('/dashboard/list/') : setParam('edit', undefined))}
            />
          </Suspense>
        </FilterProvider>
      </DashboardProvider>
    );
  }
  return (
    <DashboardProvider value={state}>
      <FilterProvider value={filters}>
        <OpenTabsProvider value={openTabs}>
          {standalone < 2 ? (
            <DashboardHead
              dashboard={dashboard}
              crumbs={standalone === 0}
              refreshed={refreshed > 0 ? new Date(refreshed).toISOString() : opened}
              refresh={<RefreshMenu seconds={seconds} onRefresh={refresh} onChoose={chooseInterval} />}
              onEdit={edit}
            >
              <ShareMenu dashboard={dashboard} state={shared} />
              <DashboardMenu
                dashboard={dashboard}
                fullScreen={standalone > 0}
                onFullScreen={toggleFullScreen}
                onSaveAs={() => setDialog('saveAs')}
                onProperties={() => setDialog('properties')}
                onVersions={() => setDialog('versions')}
              />
            </DashboardHead>
          ) : null}
          {past ? (
            <div className="edit-news" role="status" data-testid="version-shown">
              <p>{t('board.versions.backText', { time: fullTime(parseTime(past.savedOn)) })}</p>
              <button type="button" className="btn small" onClick={() => setPast(undefined)}>
                {t('board.versions.leave')}
              </button>
            </div>
          ) : null}
          <FilteredBody
            dashboard={dashboard}
            charts={charts}
            metadata={metadata}
            hidden={standalone === 3}
            time={<TimeFilter value={timeRange} onChange={setTimeRange} extent={extent} />}
          >
            <div className={`tiles-of-dashboard board-canvas${shown.css ? ' styled' : ''}`} data-testid="dashboard">
              {layout.tiles.length === 0 ? (
                <EmptyState
                  icon="dashboards"
                  title={t('dashboard.empty')}
                  text={t('dashboard.emptyText')}
                  actions={
                    dashboard.is_editable ? (
                      <button type="button" className="btn primary" onClick={edit}>
                        {t('board.edit')}
                      </button>
                    ) : null
                  }
                />
              ) : null}
              {layout.tiles.map((tile) => (
                <TileView key={tile.id} tile={tile} />
              ))}
            </div>
          </FilteredBody>
          <Suspense fallback={null}>
            {dialog === 'saveAs' ? (
              <SaveAsDialog
                id={dashboard.id}
                draft={{ title: dashboard.dashboard_title, tree: readTree(dashboard.position_json, charts) }}
                onClose={() => setDialog(undefined)}
                onCopied={(url) => void navigate(url)}
              />
            ) : null}
            {dialog === 'properties' ? (
              <PropertiesDialog dashboard={dashboard} onClose={() => setDialog(undefined)} />
            ) : null}
            {dialog === 'versions' ? (
              <VersionsPanel
                dashboard={dashboard}
                shown={past?.dashboard}
                onShow={(version, savedOn = '') => setPast(version && { dashboard: version, savedOn })}
                onClose={() => {
                  setPast(undefined);
                  setDialog(undefined);
                }}
              />
            ) : null}
          </Suspense>
        </OpenTabsProvider>
      </FilterProvider>
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
