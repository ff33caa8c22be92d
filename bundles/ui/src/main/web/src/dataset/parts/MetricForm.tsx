import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { createFormatters } from '../../chart/formatters';
import { currentLocale } from '../../i18n';
import type { MetricDraft } from '../draft';
import type { DatasetEditing } from '../useDatasetDraft';
import { ExpressionField } from './ExpressionField';
import { Choice, Text } from './fields';

interface Props {
  readonly dataset: Dataset;
  readonly editing: DatasetEditing;
  readonly metric: MetricDraft;
}

const formats = ['SMART_NUMBER', ',d', ',.1f', ',.2f', '.3s', '.0%', '.1%', '.2%', '$,.2f', 'DURATION', '~g'];

/** How a number reads in a format; nothing if nobody understands the format. */
function example(format: string): string {
  try {
    return createFormatters(currentLocale()).number(format || 'SMART_NUMBER')(12345.678);
  } catch {
    return '';
  }
}

export function MetricForm({ dataset, editing, metric }: Props) {
  const { t } = useTranslation();
  const change = (changed: Partial<MetricDraft>) => editing.setMetric(metric.key, changed);
  const wrongs = editing.wrongs.filter(({ key, tab }) => tab === 'metrics' && key === metric.key);
  const naming = wrongs.find(({ what }) => what === 'name' || what === 'twice');
  return (
    <form className="part-form scroll" onSubmit={(event) => event.preventDefault()} aria-label={metric.name}>
      <h3>{metric.name || t('dataset.unnamed')}</h3>
      <Text
        label={t('dataset.name')}
        value={metric.name}
        onChange={(name) => change({ name })}
        hint={t('dataset.metricNameHint')}
        wrong={naming ? t(`dataset.wrong.${naming.what}`, { name: metric.name }) : undefined}
      />
      <ExpressionField
        dataset={dataset}
        kind="metric"
        label={t('dataset.expression')}
        value={metric.expression}
        placeholder="SUM(delay) / COUNT(*)"
        wrong={wrongs.some(({ what }) => what === 'expression')}
        onChange={(expression) => change({ expression })}
      />
      <Text
        label={t('dataset.label')}
        value={metric.label}
        onChange={(label) => change({ label })}
        hint={t('dataset.labelHint')}
      />
      <Text
        label={t('dataset.format')}
        value={metric.format}
        list={formats}
        placeholder=",.2f"
        hint={t('dataset.formatExample', { text: example(metric.format) })}
        onChange={(format) => change({ format })}
      />
      <div className="pair">
        <Text
          label={t('dataset.currency')}
          value={metric.currency}
          list={['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CNY', 'INR', 'MXN']}
          placeholder="EUR"
          onChange={(currency) => change({ currency })}
        />
        <Choice
          label={t('explore.symbolPosition')}
          value={metric.currencyAfter ? 'suffix' : 'prefix'}
          options={(['prefix', 'suffix'] as const).map((value) => ({ value, title: t(`explore.${value}`) }))}
          onChange={(position) => change({ currencyAfter: position === 'suffix' })}
        />
      </div>
      <Text
        label={t('dataset.description')}
        rows={2}
        value={metric.description}
        onChange={(description) => change({ description })}
      />
      <Text
        label={t('dataset.warning')}
        value={metric.warning}
        hint={t('dataset.warningHint')}
        onChange={(warning) => change({ warning })}
      />
      <Text
        label={t('explore.certifiedByLabel')}
        value={metric.certifiedBy}
        onChange={(certifiedBy) => change({ certifiedBy })}
      />
      {metric.certifiedBy ? (
        <Text
          label={t('explore.certificationDetails')}
          value={metric.certification}
          onChange={(certification) => change({ certification })}
        />
      ) : null}
      <button
        type="button"
        className="btn danger small"
        onClick={() => editing.removeMetric(metric.key)}
        data-testid="remove-part"
      >
        {t('dataset.remove')}
      </button>
    </form>
  );
}
