import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { Tabs } from '../../ui/Tabs';
import { typeMark } from '../DataPanel';
import { aggregates, asMetrics, columnLabel, metricLabel, simpleMetric, sqlMetric, type Metric } from '../form';
import { PickList, Well } from './Well';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly single: boolean;
  readonly value: unknown;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: Metric | readonly Metric[] | null) => void;
}

const markOf = (metric: Metric) =>
  typeof metric === 'string' ? 'f(x)' : metric.expressionType === 'SIMPLE' ? (metric.aggregate ?? '') : 'SQL';
const textOf = (metric: Metric, dataset: Dataset | undefined) =>
  typeof metric !== 'string' && metric.expressionType === 'SIMPLE' && !metric.hasCustomLabel
    ? columnLabel(metric.column?.column_name ?? '', dataset)
    : metricLabel(metric, dataset);

export function MetricsField({ id, title, single, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const metrics = asMetrics(value);
  const set = (next: readonly Metric[]) => onChange(single ? (next[0] ?? null) : next);
  return (
    <Well
      id={id}
      single={single}
      placeholder={t('explore.addMetric')}
      pills={metrics.map((metric, index) => ({
        key: `${index} ${metricLabel(metric)}`,
        mark: markOf(metric),
        text: textOf(metric, dataset),
      }))}
      onRemove={(index) => set(metrics.filter((_, other) => other !== index))}
      editor={(index, close) => (
        <MetricEditor
          title={title}
          dataset={dataset}
          value={index === undefined ? undefined : metrics[index]}
          onDone={(metric) => {
            set(
              index === undefined
                ? [...metrics, metric]
                : metrics.map((old, other) => (other === index ? metric : old)),
            );
            close();
          }}
        />
      )}
    />
  );
}

type Way = 'saved' | 'simple' | 'sql';

interface EditorProps {
  readonly title: string;
  readonly dataset: Dataset | undefined;
  readonly value: Metric | undefined;
  readonly onDone: (metric: Metric) => void;
}

function MetricEditor({ title, dataset, value, onDone }: EditorProps) {
  const { t } = useTranslation();
  const saved = dataset?.metrics ?? [];
  const adhoc = typeof value === 'object' ? value : undefined;
  const [way, setWay] = useState<Way>(
    adhoc?.expressionType === 'SQL' ? 'sql' : adhoc || saved.length === 0 ? 'simple' : 'saved',
  );
  const [aggregate, setAggregate] = useState(adhoc?.aggregate ?? 'AVG');
  const [sql, setSql] = useState(adhoc?.sqlExpression ?? '');
  const panel = {
    saved: (
      <PickList
        label={`${title}: ${t('explore.searchMetrics')}`}
        options={saved.map(({ metric_name, verbose_name }) => ({
          key: metric_name,
          mark: 'f(x)',
          text: verbose_name || metric_name,
        }))}
        onPick={onDone}
      />
    ),
    simple: (
      <>
        <div className="aggregates" role="group" aria-label={t('explore.aggregate')}>
          {aggregates.map((name) => (
            <button key={name} type="button" aria-pressed={name === aggregate} onClick={() => setAggregate(name)}>
              {name.replace('_', ' ')}
            </button>
          ))}
        </div>
        <PickList
          label={t('explore.ofColumn')}
          options={(dataset?.columns ?? []).map((column) => ({
            key: column.column_name,
            mark: typeMark(column),
            text: column.verbose_name || column.column_name,
          }))}
          onPick={(column) => onDone(simpleMetric(aggregate, column))}
        />
      </>
    ),
    sql: (
      <form
        className="pick"
        onSubmit={(event) => {
          event.preventDefault();
          if (sql.trim()) onDone(sqlMetric(sql.trim(), adhoc?.hasCustomLabel ? (adhoc.label ?? '') : ''));
        }}
      >
        <textarea
          className="input code"
          rows={3}
          value={sql}
          placeholder="SUM(delay) / COUNT(*)"
          aria-label="SQL"
          spellCheck={false}
          onChange={(event) => setSql(event.currentTarget.value)}
        />
        <button type="submit" className="btn primary small" disabled={!sql.trim()}>
          {t('action.apply')}
        </button>
      </form>
    ),
  };
  return (
    <div className="metric-editor">
      <Tabs
        label={title}
        items={(['saved', 'simple', 'sql'] as const).map((key) => ({ key, title: t(`explore.metricWay.${key}`) }))}
        value={way}
        onChange={setWay}
        panel={panel[way]}
      />
    </div>
  );
}
