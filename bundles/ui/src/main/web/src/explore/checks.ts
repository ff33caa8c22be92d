import { ApiError } from '../api/client';
import type { Dataset, FormValues } from '../api/types';
import { controlsOf, isVisible } from '../chart/controls';
import type { Control, Visualization } from '../chart/visualization';
import { asColumns, asFilters, asMetrics, type Metric } from './form';
import { widgetOf } from './widgets';

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Controls that the question cannot do without and that nobody filled in. */
export const missingControls = (visualization: Visualization | undefined, form: FormValues): readonly Control[] =>
  visualization
    ? controlsOf(visualization).filter(
        (control) => control.required && isVisible(control, form) && isEmpty(form[control.name]),
      )
    : [];

/** The column or metric a part of a setting stands on, if the dataset does not have it any more. */
export type Gone = { readonly kind: 'column' | 'metric'; readonly name: string };

const hasColumn = (dataset: Dataset, name: string) => dataset.columns.some(({ column_name }) => column_name === name);
const hasMetric = (dataset: Dataset, name: string) => dataset.metrics.some(({ metric_name }) => metric_name === name);

export function goneInMetric(metric: Metric, dataset: Dataset | undefined): Gone | undefined {
  if (!dataset) return undefined;
  if (typeof metric === 'string') return hasMetric(dataset, metric) ? undefined : { kind: 'metric', name: metric };
  const column = metric.expressionType === 'SIMPLE' ? metric.column?.column_name : undefined;
  return column && !hasColumn(dataset, column) ? { kind: 'column', name: column } : undefined;
}

export const goneInColumn = (column: unknown, dataset: Dataset | undefined): Gone | undefined =>
  dataset && typeof column === 'string' && !hasColumn(dataset, column) ? { kind: 'column', name: column } : undefined;

export function goneInFilter(
  filter: { readonly expressionType: string; readonly subject?: string | null },
  dataset: Dataset | undefined,
): Gone | undefined {
  const name = filter.expressionType === 'SIMPLE' ? filter.subject : undefined;
  if (!dataset || !name || hasColumn(dataset, name) || hasMetric(dataset, name)) return undefined;
  return { kind: 'column', name };
}

/** What a control names that its dataset does not have. */
export function goneInControl(control: Control, form: FormValues, dataset: Dataset | undefined): readonly Gone[] {
  const value = form[control.name];
  const found = (items: readonly (Gone | undefined)[]) => items.filter((item): item is Gone => item !== undefined);
  switch (widgetOf(control)) {
    case 'metric':
    case 'metrics':
      return found(asMetrics(value).map((metric) => goneInMetric(metric, dataset)));
    case 'column':
    case 'columns':
      return found(
        asColumns(value)
          .filter((column) => column !== control.schema?.default)
          .map((column) => goneInColumn(column, dataset)),
      );
    case 'filters':
      return found(asFilters(value).map((filter) => goneInFilter(filter, dataset)));
    default:
      return [];
  }
}

/** Words of the server for parts of a question, and the controls that may hold them. */
const homes: Readonly<Record<string, readonly string[]>> = {
  columns: ['x_axis', 'groupby', 'columns', 'all_columns', 'groupbyRows', 'groupbyColumns', 'series', 'entity'],
  filters: ['adhoc_filters'],
  where: ['adhoc_filters'],
  having: ['adhoc_filters'],
  extras: ['adhoc_filters'],
  granularity: ['granularity_sqla', 'x_axis'],
  time_grain_sqla: ['time_grain_sqla', 'x_axis'],
  time_range: ['time_range', 'adhoc_filters'],
  orderby: ['order_by_cols', 'timeseries_limit_metric', 'series_limit_metric'],
  metrics: ['metrics', 'metric', 'percent_metrics', 'size', 'x', 'y'],
  metric: ['metrics'],
  series_limit: ['limit'],
  time_offsets: ['time_compare'],
};

/** Which control is to blame for an answer of the server, if one on the page is. */
export function blamedControl(
  error: unknown,
  visualization: Visualization | undefined,
  form: FormValues,
  dataset: Dataset | undefined,
): string | undefined {
  if (!visualization || !(error instanceof ApiError)) return undefined;
  const controls = controlsOf(visualization).filter((control) => isVisible(control, form));
  const gone = controls.find((control) => goneInControl(control, form, dataset).length > 0);
  if (!error.field) return error.blame === 'caller' || error.blame === 'warehouse' ? gone?.name : undefined;
  const field =
    error.field.split(/[.[/]/).filter((part) => part && !/^\d+\]?$/.test(part) && part !== 'queries')[0] ?? '';
  const there = new Set(controls.map(({ name }) => name));
  if (there.has(field)) return field;
  const possible = (homes[field] ?? []).filter((name) => there.has(name));
  const named = possible.find((name) => textsOf(form[name]).some((text) => error.message.includes(text)));
  return named ?? gone?.name ?? possible.find((name) => !isEmpty(form[name])) ?? possible[0];
}

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.length > 1 ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
};
