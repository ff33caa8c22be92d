import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { EmptyState } from '../../ui/States';
import { newMetric } from '../draft';
import type { DatasetEditing } from '../useDatasetDraft';
import { MetricForm } from './MetricForm';
import { Parts } from './Parts';

interface Props {
  readonly dataset: Dataset;
  readonly editing: DatasetEditing;
}

export function MetricsTab({ dataset, editing }: Props) {
  const { t } = useTranslation();
  const { metrics } = editing.draft;
  const add = () => {
    const metric = newMetric(metrics);
    editing.addMetric(metric);
    return metric.key;
  };
  return (
    <Parts
      kind="metrics"
      parts={metrics}
      nameTitle={t('dataset.metric')}
      searchLabel={t('explore.searchMetrics')}
      textOf={({ name, label, expression }) => `${name}\n${label}\n${expression}`}
      mark={() => 'f(x)'}
      columns={[
        { title: t('dataset.expression'), cell: ({ expression }) => <code className="clipped">{expression}</code> },
      ]}
      onLabel={(key, label) => editing.setMetric(key, { label })}
      adding={{ title: t('dataset.addMetric'), testId: 'add-metric', add }}
      form={(metric) => <MetricForm key={metric.key} dataset={dataset} editing={editing} metric={metric} />}
      empty={(actions) => (
        <EmptyState icon="charts" title={t('dataset.noMetrics')} text={t('dataset.noMetricsText')} actions={actions} />
      )}
    />
  );
}
