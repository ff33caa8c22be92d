import type { Dataset, DatasetColumn, FormValues } from '../api/types';
import { controlsOf } from '../chart/controls';
import type { Visualization } from '../chart/visualization';
import { widgetOf } from './widgets';

/** An ad-hoc or saved metric in Superset's form: a saved one is its name alone. */
export interface AdhocMetric {
  readonly expressionType: 'SIMPLE' | 'SQL';
  readonly column?: { readonly column_name: string } | null;
  readonly aggregate?: string | null;
  readonly sqlExpression?: string | null;
  readonly label?: string | null;
  readonly hasCustomLabel?: boolean;
  readonly optionName?: string;
}
export type Metric = string | AdhocMetric;

export interface AdhocFilter {
  readonly expressionType: 'SIMPLE' | 'SQL';
  readonly clause: 'WHERE' | 'HAVING';
  readonly subject?: string | null;
  readonly operator?: string | null;
  readonly operatorId?: string;
  readonly comparator?: unknown;
  readonly sqlExpression?: string | null;
}

export const aggregates = ['AVG', 'COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN', 'SUM'] as const;

const isAdhoc = (value: unknown): value is AdhocMetric =>
  typeof value === 'object' && value !== null && 'expressionType' in value;

export const asMetrics = (value: unknown): readonly Metric[] =>
  (Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]).filter(
    (one): one is Metric => typeof one === 'string' || isAdhoc(one),
  );

/** A column by its name, or an expression that stands for one. */
export interface AdhocColumn {
  readonly label?: string | null;
  readonly sqlExpression?: string | null;
  readonly expressionType?: string;
  /** What its times are rounded down to, whatever the chart's own grain is. */
  readonly timeGrain?: string | null;
}
export type ColumnValue = string | AdhocColumn;

export const asColumns = (value: unknown): readonly ColumnValue[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is ColumnValue => (typeof one === 'string' && one !== '') || (typeof one === 'object' && one !== null),
  );

export const asFilters = (value: unknown): readonly AdhocFilter[] =>
  Array.isArray(value) ? value.filter((one): one is AdhocFilter => isAdhoc(one)) : [];

export function metricLabel(metric: Metric, dataset?: Dataset): string {
  if (typeof metric === 'string')
    return dataset?.metrics.find(({ metric_name }) => metric_name === metric)?.verbose_name || metric;
  if (metric.label) return metric.label;
  if (metric.expressionType === 'SQL') return metric.sqlExpression ?? '';
  return `${metric.aggregate ?? ''}(${metric.column?.column_name ?? ''})`;
}

export const simpleMetric = (aggregate: string, column: string, label = ''): AdhocMetric => ({
  expressionType: 'SIMPLE',
  column: { column_name: column },
  aggregate,
  label: label || `${aggregate}(${column})`,
  hasCustomLabel: label !== '',
});

/** What people mostly want to know of a column: how much of a number, how many different of anything else. */
export const usualMetric = (column: DatasetColumn | undefined, name: string): AdhocMetric =>
  simpleMetric(column?.type_generic === 0 ? 'SUM' : 'COUNT_DISTINCT', name);

export const sqlMetric = (sqlExpression: string, label = ''): AdhocMetric => ({
  expressionType: 'SQL',
  sqlExpression,
  label: label || sqlExpression,
  hasCustomLabel: label !== '',
});

export const sqlColumn = (sqlExpression: string, label = '', timeGrain: string | null = null): AdhocColumn => ({
  expressionType: 'SQL',
  sqlExpression,
  label: label || sqlExpression,
  ...(timeGrain ? { timeGrain } : {}),
});

export const countAll = sqlMetric('COUNT(*)');

export function columnLabel(column: ColumnValue, dataset?: Dataset): string {
  if (typeof column !== 'string') return column.label || column.sqlExpression || '';
  return dataset?.columns.find(({ column_name }) => column_name === column)?.verbose_name || column;
}

/** The dataset a form asks, from Superset's `7__table`. */
export function datasetOf(form: FormValues): number | undefined {
  const id = Number.parseInt(String(form['datasource'] ?? ''), 10);
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

const absent = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Controls under which types keep what they group by, the widest first. */
const groupings = [
  'groupby',
  'columns',
  'groupbyRows',
  'groupbyColumns',
  'series',
  'entity',
  'source',
  'target',
  'y_axis',
] as const;

/** What was grouped by so far, each once, under whatever name. */
function dimensionsOf(form: FormValues): readonly ColumnValue[] {
  const seen = new Set<string>();
  return groupings
    .flatMap((name) => asColumns(form[name]))
    .filter((column) => {
      const key = typeof column === 'string' ? column : JSON.stringify(column);
      return !seen.has(key) && Boolean(seen.add(key));
    });
}

/**
 * What another type of chart needs and this form data already says under another name: one metric or several, what is grouped by,
 * the dataset's time column, some columns to list. Settings the next type does not know stay for the way back.
 */
export function carryOver(form: FormValues, next: Visualization, dataset: Dataset | undefined): FormValues {
  const controls = controlsOf(next);
  const wanted = new Set(controls.map(({ name }) => name));
  const carried: Record<string, unknown> = { ...form, viz_type: next.viz_type };
  const metrics = [...asMetrics(form['metrics']), ...asMetrics(form['metric'])];
  const fallback = dataset?.metrics[0]?.metric_name ?? countAll;
  if (wanted.has('metric') && absent(carried['metric'])) carried['metric'] = metrics[0] ?? fallback;
  if (wanted.has('metrics') && absent(carried['metrics']))
    carried['metrics'] = metrics.length > 0 ? metrics : [fallback];
  const time = dataset?.main_dttm_col ?? dataset?.columns.find(({ is_dttm }) => is_dttm)?.column_name;
  if (wanted.has('x_axis') && absent(carried['x_axis']) && (time || form['granularity_sqla'])) {
    carried['x_axis'] = form['granularity_sqla'] ?? time;
  }
  if (wanted.has('all_columns') && absent(carried['all_columns']) && dataset) {
    carried['all_columns'] = dataset.columns.slice(0, 10).map(({ column_name }) => column_name);
  }
  const dimensions = dimensionsOf(form);
  const has = controls.some(({ name }) => (groupings as readonly string[]).includes(name) && !absent(carried[name]));
  if (!has && dimensions.length > 0) {
    const several = groupings.find((name) => controls.some((one) => one.name === name && widgetOf(one) === 'columns'));
    const single = controls.filter(
      (one) => (groupings as readonly string[]).includes(one.name) && widgetOf(one) === 'column',
    );
    if (several) carried[several] = dimensions;
    else single.forEach(({ name }, index) => (carried[name] = dimensions[index] ?? null));
  }
  const needed = controls.filter((one) => one.required && widgetOf(one) === 'metric' && absent(carried[one.name]));
  needed.forEach(({ name }, index) => (carried[name] = metrics[index] ?? metrics[0] ?? fallback));
  return carried;
}

/** A first chart of a dataset nobody charted yet: its rows as they are. */
export function firstForm(dataset: Dataset, visualization: Visualization | undefined): FormValues {
  const base: FormValues = {
    datasource: `${dataset.id}__table`,
    viz_type: visualization?.viz_type ?? 'table',
    query_mode: 'raw',
    all_columns: dataset.columns.slice(0, 10).map(({ column_name }) => column_name),
    adhoc_filters: [],
    row_limit: 1000,
  };
  return visualization ? carryOver(base, visualization, dataset) : base;
}

export const sameForm = (one: unknown, other: unknown): boolean => stable(one) === stable(other);

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
