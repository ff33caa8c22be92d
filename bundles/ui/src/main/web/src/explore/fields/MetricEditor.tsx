import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { Tabs } from '../../ui/Tabs';
import { typeMark } from '../columnType';
import { aggregates, simpleMetric, sqlMetric, type Metric } from '../form';
import { PickList } from './PickList';
import { SqlForm } from './SqlForm';

type Way = 'saved' | 'simple' | 'sql';

interface Props {
  readonly title: string;
  readonly dataset: Dataset | undefined;
  readonly value: Metric | undefined;
  readonly onDone: (metric: Metric) => void;
}

/** A metric by its saved name, as an aggregate of a column, or in SQL; the last two with a name of one's own. */
export function MetricEditor({ title, dataset, value, onDone }: Props) {
  const { t } = useTranslation();
  const saved = dataset?.metrics ?? [];
  const adhoc = typeof value === 'object' ? value : undefined;
  const known = typeof value === 'string' ? saved.find(({ metric_name }) => metric_name === value) : undefined;
  const [way, setWay] = useState<Way>(
    adhoc?.expressionType === 'SQL' ? 'sql' : adhoc || saved.length === 0 ? 'simple' : 'saved',
  );
  const [aggregate, setAggregate] = useState(adhoc?.aggregate ?? 'AVG');
  const [label, setLabel] = useState(adhoc?.hasCustomLabel ? (adhoc.label ?? '') : '');
  const column = adhoc?.column?.column_name;
  const columns = (dataset?.columns ?? []).map((one) => ({
    key: one.column_name,
    mark: typeMark(one),
    text: one.verbose_name || one.column_name,
  }));
  const panel = {
    saved: (
      <PickList
        label={`${title}: ${t('explore.searchMetrics')}`}
        chosen={typeof value === 'string' ? value : undefined}
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
        <form
          className="own-label"
          onSubmit={(event) => {
            event.preventDefault();
            if (column) onDone(simpleMetric(aggregate, column, label.trim()));
          }}
        >
          <input
            className="input"
            value={label}
            placeholder={t('explore.ownLabel')}
            aria-label={t('explore.ownLabel')}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          {column ? (
            <button type="submit" className="btn primary small">
              {t('action.apply')}
            </button>
          ) : null}
        </form>
        <PickList
          label={t('explore.ofColumn')}
          chosen={column}
          options={columns}
          onPick={(picked) => onDone(simpleMetric(aggregate, picked, label.trim()))}
        />
      </>
    ),
    sql: (
      <SqlForm
        dataset={dataset}
        kind="metric"
        sql={adhoc?.sqlExpression ?? known?.expression ?? ''}
        label={adhoc?.expressionType === 'SQL' && adhoc.hasCustomLabel ? (adhoc.label ?? '') : ''}
        placeholder="SUM(delay) / COUNT(*)"
        onDone={(sql, own) => onDone(sqlMetric(sql, own))}
      />
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
