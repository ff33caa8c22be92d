import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StillRunning } from '../chart/StillRunning';
import { useChartData, useChartSql, type ChartRequest } from '../api/chartData';
import { ChartView } from '../chart/ChartView';
import { createColorBook } from '../chart/colors';
import { useRegistry } from '../chart/registry';
import { Icon } from '../ui/Icon';
import { Sql } from '../ui/Sql';
import { EmptyState, FailureState } from '../ui/States';
import { Tabs } from '../ui/Tabs';
import { datasetOf } from './form';
import { formatSql } from './stage/formatSql';
import { QueryFacts } from './stage/QueryFacts';
import { ResultPane } from './stage/ResultPane';
import type { Exploration } from './useExploration';
import './stage/stage.css';

export type StageTab = 'chart' | 'results' | 'samples' | 'sql' | 'facts';
const tabs = ['chart', 'results', 'samples', 'sql', 'facts'] as const;

interface Props {
  readonly exploration: Exploration;
  readonly tab: StageTab;
  readonly title: string;
  readonly onTab: (tab: StageTab) => void;
}

export function Stage({ exploration, tab, title, onTab }: Props) {
  const { t } = useTranslation();
  const { data, request, pending, applied } = exploration;
  const panel = {
    chart: <ChartPanel exploration={exploration} title={title} onTab={onTab} />,
    results: (
      <PerQuery exploration={exploration}>
        {(index) => <ResultPane asked={data} index={index} request={request} />}
      </PerQuery>
    ),
    samples: <Samples datasource={applied['datasource']} />,
    sql: <Statements exploration={exploration} />,
    facts: <PerQuery exploration={exploration}>{(index) => <QueryFacts data={data} index={index} />}</PerQuery>,
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
      <StillRunning request={request} stoppable={false} />
      <Tabs
        label={t('explore.stage')}
        className="stage-tabs"
        items={tabs.map((key) => ({ key, title: t(`explore.tab.${key}`) }))}
        value={tab}
        onChange={onTab}
        panelClassName={`stage-panel ${tab}${pending || exploration.halted ? ' stale' : ''}`}
        panel={panel[tab]}
      />
    </section>
  );
}

interface PanelProps extends Omit<Props, 'tab'> {
  /** The chart alone, as others embed it. */
  readonly bare?: boolean;
}

export function ChartPanel({ exploration, title, onTab, bare = false }: PanelProps) {
  const { t } = useTranslation();
  const { data, vizType, drawn, pending, incomplete } = exploration;
  const { known, byType } = useRegistry();
  const results = data.data?.results;
  const isTable = byType.get(vizType)?.category === 'Table';
  const waitsForNothing = known && !byType.has(vizType) && !results;
  const idle = data.fetchStatus === 'idle' && incomplete.length === 0 && known && !data.error;
  const stopped = idle && !data.data;
  // One chart alone: each answer begins with the first colour.
  const colors = useMemo(() => createColorBook(), [results, vizType]);
  if (incomplete.length > 0) return <Needed exploration={exploration} />;
  return (
    <>
      {pending || exploration.halted ? (
        <div className="stale-note" role="status" data-testid="stale">
          <span>{t(pending ? 'explore.stale' : 'explore.halted')}</span>
          <button type="button" className="btn primary small" onClick={exploration.update}>
            {t('explore.update')}
          </button>
        </div>
      ) : null}
      <div className="stage-chart" data-testid="explore-chart">
        {stopped ? (
          <EmptyState
            place="fill"
            icon="refresh"
            title={t('explore.stopped')}
            actions={
              <button type="button" className="btn" onClick={() => void data.refetch()}>
                {t('explore.update')}
              </button>
            }
          />
        ) : (
          <ChartView
            vizType={vizType}
            title={title}
            formData={drawn}
            results={results}
            error={exploration.error}
            failingSince={data.failingSince}
            asTable={false}
            colors={colors}
            onRetry={() => void data.refetch()}
            onSql={() => onTab('sql')}
            onTable={() => onTab('results')}
            ownState={exploration.ownState}
            onOwnState={exploration.setOwnState}
          />
        )}
      </div>
      {bare || data.error || isTable || waitsForNothing || stopped ? null : (
        <div className="stage-rows">
          <ResultPane asked={data} />
        </div>
      )}
    </>
  );
}

/** Asks for what the chart cannot do without, before anybody asks the server. */
function Needed({ exploration }: { exploration: Exploration }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      place="fill"
      icon="charts"
      title={t('explore.needed')}
      text={t('explore.neededHow')}
      actions={exploration.incomplete.map(({ name, title }) => (
        <button key={name} type="button" className="btn" data-testid="needed" onClick={() => exploration.pointAt(name)}>
          <Icon name="plus" size={14} />
          {title ?? name}
        </button>
      ))}
    />
  );
}

/** Tabs for the questions of a chart that asks more than one. */
function PerQuery({ exploration, children }: { exploration: Exploration; children: (index: number) => ReactNode }) {
  const { t } = useTranslation();
  const [index, setIndex] = useState(0);
  const count = exploration.data.data?.results.length ?? 1;
  const shown = Math.min(index, count - 1);
  if (count < 2) return <>{children(0)}</>;
  return (
    <Tabs
      label={t('explore.queries')}
      className="query-tabs"
      items={Array.from({ length: count }, (_, at) => ({
        key: String(at),
        title: t('explore.query', { number: at + 1 }),
      }))}
      value={String(shown)}
      onChange={(key) => setIndex(Number(key))}
      panelClassName="stage-panel"
      panel={children(shown)}
    />
  );
}

function Samples({ datasource }: { datasource: unknown }) {
  const request = useMemo<ChartRequest>(() => ({ form_data: { datasource }, result_type: 'samples' }), [datasource]);
  const asked = useChartData(request, { enabled: datasetOf({ datasource }) !== undefined });
  return <ResultPane asked={asked} />;
}

/** The statements, also of a chart whose data could not be had. */
function Statements({ exploration }: { exploration: Exploration }) {
  const { t } = useTranslation();
  const { data, request, incomplete } = exploration;
  const known = data.data?.results.map(({ query }) => query ?? '').filter(Boolean);
  const asked = useChartSql(request, data.error !== null && incomplete.length === 0);
  const statements = known && !data.error ? known : asked.data ? asked.data.split(';\n\n') : undefined;
  if (statements && statements.length > 0) {
    return (
      <div className="statements scroll">
        {statements.map((statement, index) => (
          <details key={index} open>
            {statements.length > 1 ? <summary>{t('explore.query', { number: index + 1 })}</summary> : null}
            <Sql text={formatSql(statement)} />
          </details>
        ))}
      </div>
    );
  }
  if (data.error && asked.error)
    return <FailureState place="fill" error={data.error} onRetry={() => void data.refetch()} />;
  if (data.isPending && incomplete.length === 0) return <div className="skeleton sql-skeleton" />;
  return <EmptyState icon="lock" title={t(incomplete.length > 0 ? 'explore.needed' : 'sql.hidden')} />;
}
