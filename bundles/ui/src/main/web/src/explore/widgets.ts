import type { Control } from '../chart/visualization';

/** What a control can be drawn as; `none` for those whose editor is still to come. */
const widgets = [
  'metrics',
  'metric',
  'columns',
  'column',
  'filters',
  'time_range',
  'grain',
  'select',
  'choices',
  'switch',
  'number',
  'bounds',
  'order',
  'currency',
  'colorScheme',
  'columnConfig',
  'conditionalFormatting',
  'timeColumns',
  'template',
  'annotations',
  'color',
  'spatial',
  'viewport',
  'fixedOrMetric',
  'contours',
  'list',
  'charts',
  'text',
  'none',
] as const;
export type Widget = (typeof widgets)[number];

const byName: Readonly<Record<string, Widget>> = {
  metrics: 'metrics',
  metrics_b: 'metrics',
  percent_metrics: 'metrics',
  metric: 'metric',
  secondary_metric: 'metric',
  size: 'metric',
  x: 'metric',
  y: 'metric',
  timeseries_limit_metric: 'metric',
  series_limit_metric: 'metric',
  groupby: 'columns',
  groupby_b: 'columns',
  columns: 'columns',
  all_columns: 'columns',
  groupbyRows: 'columns',
  groupbyColumns: 'columns',
  x_axis: 'column',
  series: 'column',
  entity: 'column',
  source: 'column',
  target: 'column',
  granularity_sqla: 'column',
  adhoc_filters: 'filters',
  time_range: 'time_range',
  time_grain_sqla: 'grain',
};

/** Names descriptors may use for a widget, beside our own. */
const aliases: Readonly<Record<string, Widget>> = {
  dimensions: 'columns',
  dimension: 'column',
  adhoc_filters: 'filters',
  filter: 'filters',
  'time-range': 'time_range',
  timeRange: 'time_range',
  time_grain: 'grain',
  timeGrain: 'grain',
  'time-grain': 'grain',
  checkbox: 'switch',
  toggle: 'switch',
  radio: 'select',
  segmented: 'select',
  slider: 'number',
  textarea: 'text',
  column_config: 'columnConfig',
  conditional_formatting: 'conditionalFormatting',
  handlebars: 'template',
};

const known = new Set<string>(widgets);

export function widgetOf({ name, schema, ui }: Control): Widget {
  const asked = ui?.widget;
  if (name === 'time_grain_sqla') return 'grain';
  if (ui?.['multiple'] === true && asked === 'select') return 'choices';
  if (asked === 'text' && (schema?.type === 'array' || schema?.type?.includes('array') === true)) return 'list';
  if (asked && known.has(asked)) return asked as Widget;
  const alias = asked ? aliases[asked] : undefined;
  if (alias) return alias;
  if (schema?.enum || schema?.oneOf || Array.isArray(ui?.['options'])) return 'select';
  const named = byName[name];
  if (named) return named;
  const types = typeof schema?.type === 'string' ? [schema.type] : (schema?.type ?? []);
  if (types.includes('boolean')) return 'switch';
  if (types.length > 0 && types.every((type) => type === 'object' || type === 'array')) return 'none';
  return types.includes('number') || types.includes('integer') ? 'number' : 'text';
}
