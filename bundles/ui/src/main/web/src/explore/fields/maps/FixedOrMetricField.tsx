import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../../api/types';
import type { Metric } from '../../form';
import { MetricsField } from '../MetricsField';
import { asValues } from './shapes';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly value: unknown;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: { readonly type: 'fix' | 'metric'; readonly value: unknown } | null) => void;
}

/** One size for all, or one that tells of a metric. */
export function FixedOrMetricField({ id, title, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const { type, value: inner } = asValues(value);
  const byMetric = type === 'metric';
  return (
    <div className="spatial" role="group" aria-label={title}>
      <span className="select">
        <select
          id={id}
          className="input"
          value={byMetric ? 'metric' : 'fix'}
          onChange={(event) =>
            onChange(
              event.currentTarget.value === 'metric' ? { type: 'metric', value: null } : { type: 'fix', value: 1000 },
            )
          }
        >
          <option value="fix">{t('explore.map.fixed')}</option>
          <option value="metric">{t('explore.map.byMetric')}</option>
        </select>
      </span>
      {byMetric ? (
        <MetricsField
          id={`${id}-metric`}
          title={title}
          single
          value={inner}
          dataset={dataset}
          onChange={(metric) => onChange({ type: 'metric', value: metric as Metric | null })}
        />
      ) : (
        <input
          className="input"
          type="number"
          step="any"
          aria-label={title}
          value={typeof inner === 'number' || typeof inner === 'string' ? inner : ''}
          onChange={(event) =>
            onChange(
              event.currentTarget.value === '' ? null : { type: 'fix', value: event.currentTarget.valueAsNumber },
            )
          }
        />
      )}
    </div>
  );
}
