import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useChart, useDataset } from '../api/queries';
import type { Chart, Dataset, FormValues } from '../api/types';
import { useTitle } from '../app/useTitle';
import { useRegistry } from '../chart/registry';
import { EmptyState, FailureState } from '../ui/States';
import { Editor } from './Editor';
import { firstForm } from './form';
import './explore.css';

const numberOf = (text: string | null): number | undefined => {
  const number = Number(text?.split('__')[0] || Number.NaN);
  return Number.isInteger(number) ? number : undefined;
};

function paramsOf(chart: Chart): FormValues {
  try {
    return JSON.parse(chart.params ?? '{}') as FormValues;
  } catch {
    return {}; // broken settings of a chart made elsewhere: start anew with its type and dataset
  }
}

export default function ExplorePage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const sliceId = numberOf(params.get('slice_id'));
  const chart = useChart(sliceId);
  const datasetId =
    chart.data?.datasource_id ??
    numberOf(params.get('datasource_id') ?? params.get('dataset_id') ?? params.get('datasource'));
  const dataset = useDataset(datasetId);
  const { known, byType } = useRegistry();
  const wantedType = params.get('viz_type');
  useTitle(chart.data?.slice_name ?? t('explore.newChart'));

  const saved = useMemo(() => {
    if (chart.data) {
      const { viz_type, datasource_id, slice_name } = chart.data;
      return { name: slice_name, form: { ...paramsOf(chart.data), viz_type, datasource: `${datasource_id}__table` } };
    }
    if (sliceId !== undefined || !dataset.data || !known) return undefined;
    const type = byType.get(wantedType ?? 'table') ?? [...byType.values()][0];
    return { name: '', form: firstForm(dataset.data, type) };
  }, [chart.data, dataset.data, sliceId, wantedType, known, byType]);

  const failed = chart.error ?? (sliceId === undefined ? dataset.error : null);
  if (failed)
    return <FailureState error={failed} onRetry={() => void Promise.all([chart.refetch(), dataset.refetch()])} />;
  if (sliceId === undefined && datasetId === undefined) {
    return <EmptyState icon="charts" title={t('explore.nothing')} text={t('explore.nothingText')} />;
  }
  if (!saved) return <ExploreSkeleton />;
  const id = sliceId === undefined ? `new.${datasetId}` : `slice.${sliceId}`;
  return <Editor key={id} id={id} saved={saved} chart={chart.data} dataset={dataset.data as Dataset | undefined} />;
}

const ExploreSkeleton = () => (
  <div className="explore" aria-hidden="true">
    <div className="top">
      <div>
        <div className="skeleton" style={{ width: 90, height: 12, marginBottom: 8 }} />
        <div className="skeleton" style={{ width: 260, height: 22 }} />
      </div>
    </div>
    <div className="panes">
      <div className="pane" />
      <div className="pane" />
      <div className="stage" />
    </div>
  </div>
);
