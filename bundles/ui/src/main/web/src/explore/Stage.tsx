import type { OwnState } from 'karavel-viz';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartData, type ChartRequest } from '../api/chartData';
import type { FormValues } from '../api/types';
import { ChartView } from '../chart/ChartView';
import { createColorBook } from '../chart/colors';
import { toData } from '../chart/data';
import { useRegistry } from '../chart/registry';
import { Sql } from '../ui/Sql';
import { EmptyState, FailureState } from '../ui/States';
import { Tabs } from '../ui/Tabs';

const DataTable = lazy(() => import('../chart/DataTable').then(({ DataTable: component }) => ({ default: component })));

export type StageTab = 'chart' | 'results' | 'samples' | 'sql';
const tabs = ['chart', 'results', 'samples', 'sql'] as const;

interface Props {
  readonly tab: StageTab;
  readonly onTab: (tab: StageTab) => void;
  readonly vizType: string;
  readonly title: string;
  readonly formData: FormValues;
  readonly request: ChartRequest;
  readonly data: ReturnType<typeof useChartData>;
  readonly ownState: OwnState;
  readonly onOwnState: (patch: OwnState) => void;
  readonly onSql: () => void;
}

export function Stage(props: Props) {
  const { tab, onTab, vizType, title, formData, request, data, onSql } = props;
  const { t } = useTranslation();
  const results = data.data?.results;
  const { known, byType } = useRegistry();
  const isTable = byType.get(vizType)?.category === 'Table';
  const waitsForNothing = known && !byType.has(vizType) && !results;
  // One chart alone: each answer begins with the first colour.
  const colors = useMemo(() => createColorBook(), [results, vizType]);
  const sql = results
    ?.map(({ query }) => query ?? '')
    .filter(Boolean)
    .join(';\n\n');

  const chart = (
    <ChartView
      vizType={vizType}
      title={title}
      formData={formData}
      results={results}
      error={data.error}
      failingSince={data.failingSince}
      asTable={false}
      colors={colors}
      onRetry={() => void data.refetch()}
      onSql={onSql}
      onTable={() => onTab('results')}
      ownState={props.ownState}
      onOwnState={props.onOwnState}
    />
  );
  const panel = {
    chart: (
      <>
        <div className="stage-chart" data-testid="explore-chart">
          {chart}
        </div>
        {data.error || isTable || waitsForNothing ? null : (
          <div className="stage-rows">
            <Rows data={data} />
          </div>
        )}
      </>
    ),
    results: <Rows data={data} />,
    samples: <Samples datasource={formData['datasource']} />,
    sql: sql ? (
      <Sql text={sql} />
    ) : data.isPending ? (
      <div className="skeleton sql-skeleton" />
    ) : (
      <EmptyState icon="lock" title={t('sql.hidden')} />
    ),
  };
  return (
    <section
      className="stage"
      aria-label={t('explore.stage')}
      data-chart-request={request.form_data['slice_id'] === undefined ? 'form' : 'saved'}
    >
      {data.isFetching && data.data ? (
        <div className="progress-line" role="progressbar" aria-label={t('chart.refreshing')} />
      ) : null}
      <Tabs
        label={t('explore.stage')}
        className="stage-tabs"
        items={tabs.map((key) => ({ key, title: t(`explore.tab.${key}`) }))}
        value={tab}
        onChange={onTab}
        panelClassName={`stage-panel ${tab}`}
        panel={panel[tab]}
      />
    </section>
  );
}

function Rows({ data }: { data: Pick<ReturnType<typeof useChartData>, 'data' | 'error' | 'refetch'> }) {
  const { t } = useTranslation();
  const first = data.data?.results[0];
  const table = useMemo(() => (first ? toData(first) : undefined), [first]);
  if (data.error) return <FailureState place="fill" error={data.error} onRetry={() => void data.refetch()} />;
  if (!table) return <div className="rows-skeleton skeleton" />;
  if (table.length === 0) return <EmptyState place="fill" title={t('chart.empty')} />;
  return (
    <Suspense fallback={<div className="rows-skeleton skeleton" />}>
      <DataTable data={table} />
    </Suspense>
  );
}

function Samples({ datasource }: { datasource: unknown }) {
  const request = useMemo<ChartRequest>(() => ({ form_data: { datasource }, result_type: 'samples' }), [datasource]);
  return <Rows data={useChartData(request, { enabled: true })} />;
}
