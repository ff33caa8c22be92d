import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useChart, useDataset, useList } from '../../../api/queries';
import type { ChartRow, Page } from '../../../api/types';
import type { Choice } from '../plain';

const MOST = 100;
const layersPath = `/api/v1/annotation_layer/?q=${encodeURIComponent(JSON.stringify({ page_size: MOST, order_column: 'name', order_direction: 'asc' }))}`;

interface NativeLayer {
  readonly id: number;
  readonly name: string;
}

/** The annotation layers that are kept on the server. */
export function useLayerChoices() {
  const { data, isPending } = useQuery({
    queryKey: ['annotation_layer', 'list'],
    queryFn: ({ signal }) => api<Page<NativeLayer>>(layersPath, { signal }),
  });
  const choices: readonly Choice[] = (data?.result ?? []).map(({ id, name }) => ({ value: id, title: name }));
  return { choices, isPending };
}

const idOf = (value: unknown): number | undefined => {
  const id = value === '' || value === null || value === undefined ? NaN : Number(value);
  return Number.isInteger(id) ? id : undefined;
};

/** Charts whose name has some words in it, the chosen one among them. */
export function useChartChoices(search: string, chosen: unknown): readonly Choice[] {
  const filters = search.trim() ? [{ col: 'slice_name', opr: 'ct', value: search.trim() }] : [];
  const { data } = useList<ChartRow>('chart', {
    filters,
    page_size: MOST,
    order_column: 'slice_name',
    order_direction: 'asc',
  });
  const { data: chart } = useChart(idOf(chosen));
  const found = (data?.result ?? []).map(({ id, slice_name }): Choice => ({ value: id, title: slice_name }));
  const known = !chart || found.some(({ value }) => value === chart.id);
  return known ? found : [{ value: chart.id, title: chart.slice_name }, ...found];
}

/** Columns and metrics of a chart's dataset, as far as its answer may have them. */
export function useColumnChoices(chartId: unknown): readonly Choice[] {
  const { data: chart } = useChart(idOf(chartId));
  const { data: dataset } = useDataset(chart?.datasource_id);
  return [
    ...(dataset?.columns ?? []).map(({ column_name, verbose_name }) => ({
      value: column_name,
      title: verbose_name || column_name,
    })),
    ...(dataset?.metrics ?? []).map(({ metric_name, verbose_name }) => ({
      value: metric_name,
      title: verbose_name || metric_name,
    })),
  ];
}
