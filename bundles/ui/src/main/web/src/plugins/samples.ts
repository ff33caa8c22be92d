import { useQuery } from '@tanstack/react-query';
import type { Cell, Column, Data } from 'karavel-viz';
import { useMemo } from 'react';
import { ApiError } from '../api/client';
import type { Dataset, FormValues } from '../api/types';
import type { AnnotationData } from '../chart/annotations';
import type { Visualization } from '../chart/visualization';

interface Rows {
  readonly columns: readonly Column[];
  readonly values: readonly (readonly Cell[])[];
}

/** An entry of a plugin's gallery.json: settings and the rows a server would have answered with. */
export interface Sample extends Partial<Rows> {
  readonly title: string;
  readonly formData: FormValues;
  /** For types that ask several questions. */
  readonly results?: readonly Rows[];
  readonly annotations?: AnnotationData;
  readonly width?: number;
  readonly height?: number;
}

const folderOf = ({ module }: Visualization) => module.slice(0, module.lastIndexOf('/') + 1);

async function read(url: string): Promise<readonly Sample[]> {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (response.status === 404) return [];
  if (!response.ok) throw new ApiError(response.status, '');
  return (await response.json()) as readonly Sample[];
}

/** The samples a plugin brings. Their address holds a hash of the plugin's files: asked once. */
export const useSamples = (visualization: Visualization | undefined) =>
  useQuery({
    queryKey: ['samples', visualization?.module],
    queryFn: () => (visualization ? read(`${folderOf(visualization)}gallery.json`) : []),
    enabled: Boolean(visualization?.module),
    staleTime: Infinity,
  });

const toData = ({ columns, values }: Rows): Data => Object.freeze({ columns, values, length: values[0]?.length ?? 0 });

export const resultsOf = (sample: Sample): readonly Data[] =>
  (sample.results ?? [{ columns: sample.columns ?? [], values: sample.values ?? [] }]).map(toData);

export const useResults = (sample: Sample): readonly Data[] => useMemo(() => resultsOf(sample), [sample]);

const generic = { number: 0, text: 1, time: 2, boolean: 3 } as const;

/** The sample's columns as a dataset, so that fields which choose among columns have something to offer. */
export function datasetOf(sample: Sample): Dataset {
  const columns = resultsOf(sample).flatMap((data) => data.columns);
  const [time] = columns.filter(({ type }) => type === 'time');
  return {
    id: 0,
    table_name: sample.title,
    schema: null,
    main_dttm_col: time?.name ?? null,
    database: null,
    columns: columns.map(({ name, label, type }) => ({
      column_name: name,
      verbose_name: label,
      type_generic: generic[type],
      is_dttm: type === 'time',
      groupby: true,
      filterable: true,
    })),
    metrics: columns
      .filter(({ type }) => type === 'number')
      .map(({ name, label }) => ({ metric_name: name, verbose_name: label })),
  };
}
