import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartData, type ChartRequest } from '../api/chartData';
import type { DashboardChart } from '../api/types';
import { ChartView } from '../chart/ChartView';
import { useOwnState } from '../chart/useOwnState';
import { timeExtent } from '../chart/data';
import { Age } from '../ui/Age';
import { Icon } from '../ui/Icon';
import { EmptyState } from '../ui/States';
import { ChartMenu } from './ChartMenu';
import { useDashboardState } from './context';
import { SqlDialog } from './SqlDialog';
import type { Tile } from './layout';
import { useInView } from './useInView';

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

function LiveCard({ chart, tile }: { chart: DashboardChart; tile: ChartTile }) {
  const { t } = useTranslation();
  const dashboard = useDashboardState();
  const { timeRange, onExtent, onSettled: onChartSettled } = dashboard;
  const card = useRef<HTMLElement>(null);
  const seen = useInView(card);
  const [ownForce, setOwnForce] = useState(0);
  const [asTable, setAsTable] = useState(false);
  const [large, setLarge] = useState(false);
  const [sqlOpen, setSqlOpen] = useState(false);
  const title = tile.title ?? chart.slice_name;

  const vizType = String(chart.form_data['viz_type'] ?? '');
  const own = useOwnState(String(chart.id), vizType);

  const request = useMemo<ChartRequest>(
    () => ({
      dashboardId: dashboard.id,
      form_data: {
        slice_id: chart.id,
        ...(timeRange ? { extra_form_data: { time_range: timeRange } } : {}),
        ...(own.question ? { own_state: own.question } : {}),
      },
    }),
    [dashboard.id, chart.id, timeRange, own.question],
  );
  const data = useChartData(request, {
    enabled: seen,
    vizType,
    forceAfter: Math.max(dashboard.forceAfter, ownForce),
  });
  const results = data.data?.results;
  // A chart that asks for others asks within the dashboard's time range too.
  const formData = useMemo(
    () => (timeRange ? { ...chart.form_data, extra_form_data: { time_range: timeRange } } : chart.form_data),
    [chart.form_data, timeRange],
  );
  const first = results?.[0];
  const onSettled = useCallback(() => onChartSettled(chart.id), [onChartSettled, chart.id]);

  useEffect(() => {
    const extent = results && !timeRange ? timeExtent(results) : undefined;
    if (extent) onExtent(extent);
  }, [results, timeRange, onExtent]);
  useEffect(() => {
    if (!large) return undefined;
    const onKey = (event: KeyboardEvent) =>
      event.key === 'Escape' && !document.querySelector('[aria-modal="true"]') && setLarge(false);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [large]);

  const refresh = () => setOwnForce(Date.now());
  const rejected = timeRange ? first?.rejected_filters?.[0] : undefined;
  return (
    <section
      ref={card}
      className={large ? 'card chart-card large' : 'card chart-card'}
      style={{ gridColumn: `span ${tile.width}`, minHeight: tile.height }}
      aria-label={title}
      id={tile.id}
      data-testid="chart-card"
      data-chart-id={chart.id}
    >
      {data.isFetching && data.data ? (
        <div className="progress-line" role="progressbar" aria-label={t('chart.refreshing')} />
      ) : null}
      <header>
        <h2 title={chart.description ?? undefined}>{title}</h2>
        {rejected ? (
          <span
            className="not-filtered"
            title={rejected.reason ?? t('chart.notFiltered')}
            role="img"
            aria-label={t('chart.notFiltered')}
          >
            <Icon name="filter" size={13} />
          </span>
        ) : null}
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
            onLarge={() => setLarge((now) => !now)}
          />
        )}
      </header>
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
        onClearRange={timeRange ? dashboard.clearTimeRange : undefined}
        ownState={own.ownState}
        onOwnState={own.setOwnState}
        onSettled={onSettled}
        near={seen}
      />
      {sqlOpen ? (
        <SqlDialog
          request={request}
          known={first?.query ?? undefined}
          title={title}
          onClose={() => setSqlOpen(false)}
        />
      ) : null}
    </section>
  );
}
