import { useTranslation } from 'react-i18next';
import { ChartSkeleton } from '../chart/ChartSkeleton';
import { EmptyState } from '../ui/States';
import { isRequired, type NativeFilter } from './filters/model';

interface Props {
  readonly filters: readonly NativeFilter[];
  readonly vizType: string;
}

/** A chart that cannot be asked yet: a filter has no value, or its first value is on its way. */
export function CardWaiting({ filters, vizType }: Props) {
  const { t } = useTranslation();
  const required = filters.filter((one) => isRequired(one) && one.controls['defaultToFirstItem'] !== true);
  const told = required.length > 0;
  return (
    <div className="plot">
      <div className="plot-field">
        {told ? (
          <EmptyState
            place="fill"
            icon="filter"
            title={t('filters.chartWaits')}
            text={t('filters.chartWaitsText', { names: required.map(({ name }) => name).join(', ') })}
          />
        ) : (
          <ChartSkeleton category={undefined} vizType={vizType} />
        )}
      </div>
    </div>
  );
}
