import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { goneInMetric } from '../checks';
import { inserted, moved, useDrag, type Drag } from '../drag';
import { asMetrics, columnLabel, metricLabel, simpleMetric, usualMetric, type Metric } from '../form';
import { MetricEditor } from './MetricEditor';
import { useBroken } from './useBroken';
import { Well } from './Well';

interface Props {
  readonly id: string;
  /** The control's name; without it nothing can be dropped here. */
  readonly name?: string;
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
const hintOf = (metric: Metric, dataset: Dataset | undefined) =>
  typeof metric === 'string'
    ? (dataset?.metrics.find(({ metric_name }) => metric_name === metric)?.expression ?? metric)
    : metric.expressionType === 'SQL'
      ? (metric.sqlExpression ?? undefined)
      : `${metric.aggregate ?? ''}(${metric.column?.column_name ?? ''})`;

export function MetricsField({ id, name, title, single, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const broken = useBroken(dataset);
  const { drop } = useDrag();
  const metrics = asMetrics(value);
  const shaped = (next: readonly Metric[]) => (single ? (next[0] ?? null) : next);
  const set = (next: readonly Metric[]) => onChange(shaped(next));
  const put = (index: number | undefined, metric: Metric) =>
    set(index === undefined ? [...metrics, metric] : metrics.map((old, other) => (other === index ? metric : old)));

  const onDropped = ({ what }: Drag, at: number) => {
    const column = what.kind === 'column' && typeof what.column === 'string' ? what.column : undefined;
    const metric =
      what.kind === 'metric'
        ? what.metric
        : column
          ? usualMetric(
              dataset?.columns.find(({ column_name }) => column_name === column),
              column,
            )
          : undefined;
    if (metric === undefined) return undefined;
    if (name !== undefined) drop(name, shaped(single ? [metric] : inserted(metrics, metric, at)));
    return column ? at : undefined;
  };
  const replace = (index: number, key: string) => {
    const old = metrics[index];
    put(
      index,
      typeof old === 'object' && old.expressionType === 'SIMPLE'
        ? simpleMetric(old.aggregate ?? 'SUM', key, old.hasCustomLabel ? (old.label ?? '') : '')
        : key,
    );
  };
  return (
    <Well
      id={id}
      {...(name === undefined ? {} : { name })}
      single={single}
      wide
      placeholder={t('explore.addMetric')}
      pills={metrics.map((metric, index) => ({
        key: `${index} ${metricLabel(metric)}`,
        mark: markOf(metric),
        text: textOf(metric, dataset),
        hint: hintOf(metric, dataset),
        carries: { kind: 'metric', metric },
        broken: broken(goneInMetric(metric, dataset)),
      }))}
      accepts={(what) => what.kind === 'metric' || (what.kind === 'column' && typeof what.column === 'string')}
      onDropped={onDropped}
      onMove={(from, to) => set(moved(metrics, from, to))}
      onReplace={replace}
      onRemove={(index) => set(metrics.filter((_, other) => other !== index))}
      editor={(index, close) => (
        <MetricEditor
          title={title}
          dataset={dataset}
          value={index === undefined ? undefined : metrics[index]}
          onDone={(metric) => {
            put(index, metric);
            close();
          }}
        />
      )}
    />
  );
}
