import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import type { Gone } from '../checks';
import { columnLabel, metricLabel } from '../form';
import { nearest } from '../nearest';
import type { Pill } from './Well';

/** A sample's rows come without a dataset: nothing it names can be gone. */
const isSample = ({ id }: Dataset) => id === 0;

/** How a pill says that what it names is gone, with the likeliest names to take instead. */
export function useBroken(dataset: Dataset | undefined) {
  const { t } = useTranslation();
  return (gone: Gone | undefined): Pill['broken'] => {
    if (!gone || !dataset || isSample(dataset)) return undefined;
    const offers =
      gone.kind === 'metric'
        ? nearest(
            gone.name,
            dataset.metrics.map(({ metric_name }) => metric_name),
          ).map((key) => ({ key, mark: 'f(x)', text: metricLabel(key, dataset) }))
        : nearest(
            gone.name,
            dataset.columns.map(({ column_name }) => column_name),
          ).map((key) => ({ key, text: columnLabel(key, dataset) }));
    return { message: t(`explore.gone.${gone.kind}`, { name: gone.name, dataset: dataset.table_name }), offers };
  };
}
