import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardChart } from '../api/types';
import { ChartView } from '../chart/ChartView';
import { timeExtent } from '../chart/data';
import { Age } from '../ui/Age';
import { EmptyState } from '../ui/States';
import { StillRunning } from '../chart/StillRunning';
import { CardWaiting } from './CardWaiting';
import { ChartMenu } from './ChartMenu';
import { useDashboardState } from './context';
import { CardDrill } from './drill/CardDrill';
import { CardFilters } from './filters/CardFilters';
import { useFilters, useFilterStore } from './filters/context';
import type { Snapshot } from './filters/store';
import type { Tile } from './layout';
import { useCardQuestion } from './useCardQuestion';
import { useMarks } from './useMarks';

const SqlDialog = lazy(() => import('./SqlDialog').then(({ SqlDialog: component }) => ({ default: component })));

type ChartTile = Extract<Tile, { kind: 'chart' }>;

export function ChartCard({ tile }: { tile: ChartTile }) {
  const { t } = useTranslation();
  const chart = useDashboardState().charts.get(tile.chartId);
  const place = { gridColumn: `span ${tile.width}`, minHeight: tile.height };
  if (chart) return <LiveCard chart={chart} tile={tile} />;
  return (
    <section className="card chart-card" style={place}>
      <header>
        <h2>{tile.title}</h2>
      </header>
      <div className="plot">
        <div className="plot-field">
          <EmptyState place="fill" icon="charts" title={t('chart.gone')} text={t('chart.goneText')} />
        </div>
      </div>
    </section>
  );
}

/** How a card stands to the filter that is pointed at. */
const useFocus = (chart: number) =>
  useFilters(
    useCallback(
      ({ focused, setup }: Snapshot) =>
        focused === undefined || focused === String(chart)
          ? ''
          : setup.reach.get(focused)?.has(chart)
            ? ' in-scope'
            : ' out-of-scope',
      [chart],
    ),
  );

function LiveCard({ chart, tile }: { chart: DashboardChart; tile: ChartTile }) {
  const { t } = useTranslation();
  const dashboard = useDashboardState();
  const store = useFilterStore();
  const { timeRange, onExtent } = dashboard;
  const card = useRef<HTMLElement>(null);
  const [ownForce, setOwnForce] = useState(0);
  const [asTable, setAsTable] = useState(false);
  const [large, setLarge] = useState(false);
  const [sqlOpen, setSqlOpen] = useState(false);
  const [rowsOpen, setRowsOpen] = useState(false);
  const title = tile.title ?? chart.slice_name;
  const { vizType, own, request, data, formData, extra, waitsFor, near } = useCardQuestion(chart, card, ownForce);
  const results = data.data?.results;
  const marks = useMarks(chart.id, card, { results, formData, extra });
  const focus = useFocus(chart.id);
  const first = results?.[0];

  useEffect(() => store.appear(chart.id), [store, chart.id]);
  useEffect(() => {
    const extent = results && !timeRange ? timeExtent(results) : undefined;
    if (extent) onExtent(extent);
  }, [results, timeRange, onExtent]);
  useEffect(() => {
    if (!first || data.isPlaceholderData) return;
    const { applied_filters = [], rejected_filters = [] } = first;
    store.report(chart.id, { applied: applied_filters.map(({ column }) => column), rejected: rejected_filters });
  }, [store, chart.id, first, data.isPlaceholderData]);
  useEffect(() => {
    if (!large) return undefined;
    const onKey = (event: KeyboardEvent) =>
      event.key === 'Escape' && !document.querySelector('[aria-modal="true"]') && setLarge(false);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [large]);

  const refresh = () => setOwnForce(Date.now());
  const outdated = data.isPlaceholderData;
  const className = ['card chart-card', large ? ' large' : '', outdated ? ' outdated' : '', focus].join('');
  const filtered = useMemo(
    () => (timeRange ? dashboard.clearTimeRange : undefined),
    [timeRange, dashboard.clearTimeRange],
  );
  return (
    <section
      ref={card}
      className={className}
      style={{ gridColumn: `span ${tile.width}`, minHeight: tile.height }}
      aria-label={title}
      id={tile.id}
      aria-busy={data.isFetching}
      data-testid="chart-card"
      data-chart-id={chart.id}
    >
      {data.isFetching && data.data ? (
        <div className="progress-line" role="progressbar" aria-label={t('chart.refreshing')} />
      ) : null}
      <StillRunning request={request} />
      <header>
        <h2 title={chart.description ?? undefined}>{title}</h2>
        <CardFilters chart={chart.id} />
        <span className="grow" />
        {first?.is_cached && first.cached_dttm && !dashboard.bare ? (
          <span className="age" data-testid="cached">
            {t('chart.cached')} <Age iso={first.cached_dttm} />
          </span>
        ) : null}
        {dashboard.bare ? null : (
          <ChartMenu
            request={request}
            title={title}
            sliceId={chart.id}
            anchor={tile.id}
            large={large}
            asTable={asTable}
            onRefresh={refresh}
            onTable={() => setAsTable((now) => !now)}
            onSql={() => setSqlOpen(true)}
            onRows={() => setRowsOpen(true)}
            onLarge={() => setLarge((now) => !now)}
          />
        )}
      </header>
      {waitsFor.length > 0 ? (
        <CardWaiting filters={waitsFor} vizType={vizType} />
      ) : (
        <ChartView
          vizType={vizType}
          title={title}
          formData={formData}
          results={results}
          error={data.error}
          failingSince={data.failingSince}
          asTable={asTable}
          colors={dashboard.colors}
          onRetry={() => void data.refetch()}
          onSql={() => setSqlOpen(true)}
          onTable={setAsTable}
          onClearRange={filtered}
          ownState={own.ownState}
          onOwnState={own.setOwnState}
          selected={marks.selected}
          near={near}
        />
      )}
      <CardDrill
        chart={chart}
        title={title}
        formData={formData}
        extra={extra}
        marks={marks}
        whole={rowsOpen}
        onWholeClosed={() => setRowsOpen(false)}
      />
      {sqlOpen ? (
        <Suspense fallback={null}>
          <SqlDialog
            request={request}
            known={first?.query ?? undefined}
            title={title}
            onClose={() => setSqlOpen(false)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
