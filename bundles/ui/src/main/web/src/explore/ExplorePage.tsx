import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { useChart, useDataset } from '../api/queries';
import type { Chart, FormValues } from '../api/types';
import { useTitle } from '../app/useTitle';
import { useRegistry } from '../chart/registry';
import { FailureState } from '../ui/States';
import './words';
import { Editor } from './Editor';
import { datasetOf, firstForm } from './form';
import { StartPage } from './StartPage';
import './explore.css';

const numberOf = (text: string | null): number | undefined => {
  const number = Number(text?.split('__')[0] || Number.NaN);
  return Number.isInteger(number) ? number : undefined;
};

function readForm(json: string | null | undefined): FormValues {
  try {
    return JSON.parse(json ?? '{}') as FormValues;
  } catch {
    return {}; // broken settings of a chart made elsewhere: start anew with its type and dataset
  }
}

interface Permalink {
  readonly state: { readonly formData: FormValues };
}

/** Form data that a link stands for: a permalink, or a key of form data on its way between pages. */
function useLinkedForm(permalink: string | undefined, key: string | null, written: string | null) {
  return useQuery({
    queryKey: ['explore-link', permalink, key, written],
    enabled: permalink !== undefined || key !== null || written !== null,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<FormValues> => {
      if (written !== null) return readForm(written);
      if (permalink)
        return (await api<Permalink>(`/api/v1/explore/permalink/${encodeURIComponent(permalink)}`, { signal })).state
          .formData;
      const { form_data } = await api<{ form_data: string }>(
        `/api/v1/explore/form_data/${encodeURIComponent(key ?? '')}`,
        { signal },
      );
      return readForm(form_data);
    },
  });
}

const savedOf = (chart: Chart) => ({
  name: chart.slice_name,
  form: { ...readForm(chart.params), viz_type: chart.viz_type, datasource: `${chart.datasource_id}__table` },
});

export default function ExplorePage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { key: permalink, id: pathId } = useParams();
  const formKey = params.get('form_data_key');
  const written = params.get('form_data');
  const linked = useLinkedForm(permalink, formKey, written);
  const linkWanted = permalink !== undefined || formKey !== null || written !== null;
  const form = linked.data;
  const sliceId =
    numberOf(params.get('slice_id')) ?? (typeof form?.['slice_id'] === 'number' ? form['slice_id'] : undefined);
  const chart = useChart(sliceId);
  const asked = numberOf(
    params.get('datasource_id') ?? params.get('dataset_id') ?? params.get('datasource') ?? pathId ?? null,
  );
  const datasetId = chart.data?.datasource_id ?? (form ? datasetOf(form) : undefined) ?? asked;
  const dataset = useDataset(datasetId);
  const { known, byType } = useRegistry();
  const wantedType = params.get('viz_type');
  useTitle(chart.data?.slice_name ?? t('explore.newChart'));

  const saved = useMemo(() => {
    if (chart.data) return savedOf(chart.data);
    if (sliceId !== undefined || !dataset.data || !known) return undefined;
    const type = byType.get(wantedType ?? 'table') ?? [...byType.values()][0];
    return { name: '', form: firstForm(dataset.data, type) };
  }, [chart.data, dataset.data, sliceId, wantedType, known, byType]);
  const first = useMemo(() => {
    if (!form || !saved) return undefined;
    const { slice_id: _chart, ...settings } = form;
    const { viz_type, datasource }: FormValues = saved.form;
    return {
      name: saved.name,
      form: { viz_type, datasource, ...settings, ...(wantedType ? { viz_type: wantedType } : {}) },
    };
  }, [form, saved, wantedType]);

  const failed = linked.error ?? chart.error ?? (sliceId === undefined ? dataset.error : null);
  if (failed) {
    const again = () => void Promise.all([linked.refetch(), chart.refetch(), dataset.refetch()]);
    return <FailureState error={failed} onRetry={again} />;
  }
  if (!linkWanted && sliceId === undefined && datasetId === undefined) return <StartPage />;
  if (!saved || (linkWanted && !first)) return <ExploreSkeleton />;
  const base = sliceId === undefined ? `new.${datasetId}.${wantedType ?? ''}` : `slice.${sliceId}`;
  const id = linkWanted ? `${base}.${permalink ?? formKey ?? written}` : base;
  const bare = Number(params.get('standalone') ?? 0) > 0;
  return <Editor key={id} id={id} saved={saved} first={first} chart={chart.data} bare={bare} />;
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
