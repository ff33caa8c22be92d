import { useQuery } from '@tanstack/react-query';
import type { Cell, Column, Data } from 'karavel-viz';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '../api/types';
import { createColorBook } from '../chart/colors';
import { usePlugin } from '../chart/usePlugin';
import { VizPicture } from '../chart/VizPicture';
import type { Visualization } from '../chart/visualization';

const ChartHost = lazy(() => import('../chart/ChartHost').then(({ ChartHost: component }) => ({ default: component })));

interface Sample {
  readonly title?: string;
  readonly formData: FormValues;
  readonly columns: readonly (Partial<Column> & { readonly name: string })[];
  readonly values: readonly (readonly Cell[])[];
}

const dataOf = ({ columns, values }: Sample): Data => ({
  columns: columns.map(({ name, label = name, type = 'text' }) => ({ name, label, type })),
  values,
  length: values[0]?.length ?? 0,
});

/** A type's own first sample, drawn as it would be on a page; its picture while that is on its way, or where it has none. */
export function SamplePreview({ one }: { one: Visualization }) {
  const { t } = useTranslation();
  const plugin = usePlugin(one.viz_type);
  const colors = useMemo(() => createColorBook(), []);
  const samples = useQuery({
    queryKey: ['samples', one.module],
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }) => {
      const response = await fetch(one.module.replace(/[^/]+$/, 'gallery.json'), { signal });
      return response.ok ? ((await response.json()) as readonly Sample[]) : [];
    },
  });
  const sample = samples.data?.[0];
  const results = useMemo(() => (sample && Array.isArray(sample.columns) ? [dataOf(sample)] : undefined), [sample]);
  const picture = (
    <div className="sample picture">
      <VizPicture one={one} vizType={one.viz_type} />
    </div>
  );
  if (!sample || !results || plugin.state !== 'ready') return picture;
  return (
    <div className="sample" data-testid="sample">
      <Suspense fallback={picture}>
        <ChartHost
          visualization={one}
          loaded={plugin.loaded}
          title={sample.title ?? t('explore.sample', { title: one.title })}
          formData={sample.formData}
          results={results}
          colors={colors}
        />
      </Suspense>
    </div>
  );
}
