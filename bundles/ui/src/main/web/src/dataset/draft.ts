import type { Dataset, DatasetColumn, DatasetMetric, Named } from '../api/types';

/** What can be noted on a column or metric beside its own fields, in Superset's `extra`. */
interface Noted {
  readonly certifiedBy: string;
  readonly certification: string;
  /** What else stands in `extra`, left as it is. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface ColumnDraft extends Noted {
  /** Stays the same while its name is typed. */
  readonly key: string;
  readonly id: number | undefined;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly typeGeneric: number | undefined;
  readonly isTime: boolean;
  readonly groupable: boolean;
  readonly filterable: boolean;
  readonly description: string;
  readonly dateFormat: string;
  /** Of a calculated column; undefined for one of the source. */
  readonly expression: string | undefined;
}

export interface MetricDraft extends Noted {
  readonly key: string;
  readonly id: number | undefined;
  readonly name: string;
  readonly label: string;
  readonly expression: string;
  readonly format: string;
  readonly currency: string;
  readonly currencyAfter: boolean;
  readonly warning: string;
  readonly description: string;
}

export interface SettingsDraft {
  readonly name: string;
  readonly description: string;
  readonly sql: string;
  readonly owners: readonly Named[];
  readonly mainTime: string;
  readonly cacheTimeout: string;
  readonly offset: string;
  readonly timeZone: string;
  readonly templateParams: string;
  readonly valuesPredicate: string;
  readonly alwaysFilterMainTime: boolean;
  readonly offersValues: boolean;
  readonly certifiedBy: string;
  readonly certification: string;
  readonly extra: string;
}

export interface DatasetDraft {
  readonly columns: readonly ColumnDraft[];
  readonly metrics: readonly MetricDraft[];
  readonly settings: SettingsDraft;
}

function readExtra(extra: string | null | undefined): Noted {
  let parsed: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(extra || '{}');
    if (value && typeof value === 'object' && !Array.isArray(value)) parsed = value as Record<string, unknown>;
  } catch {
    // notes that nobody can read are replaced by the next save
  }
  const { certification, ...rest } = parsed;
  const { certified_by = '', details = '' } = (certification ?? {}) as { certified_by?: string; details?: string };
  return { certifiedBy: certified_by, certification: details, rest };
}

const writeExtra = ({ certifiedBy, certification, rest }: Noted): string =>
  JSON.stringify({
    ...rest,
    ...(certifiedBy.trim()
      ? { certification: { certified_by: certifiedBy.trim(), details: certification.trim() } }
      : {}),
  });

const readColumn = (column: DatasetColumn): ColumnDraft => ({
  key: column.column_name,
  id: column.id,
  name: column.column_name,
  label: column.verbose_name ?? '',
  type: column.type ?? '',
  typeGeneric: column.type_generic ?? undefined,
  isTime: column.is_dttm ?? false,
  groupable: column.groupby ?? true,
  filterable: column.filterable ?? true,
  description: column.description ?? '',
  dateFormat: column.python_date_format ?? '',
  expression: column.expression || undefined,
  ...readExtra(column.extra),
});

function readCurrency(text: string | null | undefined): Pick<MetricDraft, 'currency' | 'currencyAfter'> {
  try {
    const { symbol = '', symbolPosition } = JSON.parse(text || '{}') as { symbol?: string; symbolPosition?: string };
    return { currency: symbol, currencyAfter: symbolPosition === 'suffix' };
  } catch {
    return { currency: '', currencyAfter: false };
  }
}

const readMetric = (metric: DatasetMetric): MetricDraft => ({
  key: metric.metric_name,
  id: metric.id,
  name: metric.metric_name,
  label: metric.verbose_name ?? '',
  expression: metric.expression ?? '',
  format: metric.d3format ?? '',
  warning: metric.warning_text ?? '',
  description: metric.description ?? '',
  ...readCurrency(metric.currency),
  ...readExtra(metric.extra),
});

export function readDataset(dataset: Dataset): DatasetDraft {
  const { certifiedBy, certification, rest } = readExtra(dataset.extra);
  return {
    columns: dataset.columns.map(readColumn),
    metrics: dataset.metrics.map(readMetric),
    settings: {
      name: dataset.table_name,
      description: dataset.description ?? '',
      sql: dataset.sql ?? '',
      owners: dataset.owners ?? [],
      mainTime: dataset.main_dttm_col ?? '',
      cacheTimeout: dataset.cache_timeout === null ? '' : String(dataset.cache_timeout ?? ''),
      offset: String(dataset.offset ?? 0),
      timeZone: dataset.time_zone ?? '',
      templateParams: dataset.template_params ?? '',
      valuesPredicate: dataset.fetch_values_predicate ?? '',
      alwaysFilterMainTime: dataset.always_filter_main_dttm ?? false,
      offersValues: dataset.filter_select_enabled ?? true,
      certifiedBy,
      certification,
      extra: Object.keys(rest).length > 0 ? JSON.stringify(rest, null, 2) : '',
    },
  };
}

const columnBody = (column: ColumnDraft) => ({
  ...(column.id === undefined ? {} : { id: column.id }),
  column_name: column.name.trim(),
  verbose_name: column.label.trim(),
  type: column.type,
  is_dttm: column.isTime,
  groupby: column.groupable,
  filterable: column.filterable,
  description: column.description,
  python_date_format: column.dateFormat.trim(),
  expression: column.expression?.trim() ?? null,
  extra: writeExtra(column),
});

const metricBody = (metric: MetricDraft) => ({
  ...(metric.id === undefined ? {} : { id: metric.id }),
  metric_name: metric.name.trim(),
  verbose_name: metric.label.trim(),
  expression: metric.expression.trim(),
  d3format: metric.format.trim(),
  currency: metric.currency.trim()
    ? JSON.stringify({ symbol: metric.currency.trim(), symbolPosition: metric.currencyAfter ? 'suffix' : 'prefix' })
    : '',
  warning_text: metric.warning,
  description: metric.description,
  extra: writeExtra(metric),
});

const settingsBody = (settings: SettingsDraft, virtual: boolean): Readonly<Record<string, unknown>> => ({
  table_name: settings.name.trim(),
  description: settings.description,
  ...(virtual ? { sql: settings.sql } : {}),
  owners: settings.owners.map(({ id }) => id),
  main_dttm_col: settings.mainTime || null,
  cache_timeout: settings.cacheTimeout === '' ? null : Number(settings.cacheTimeout),
  offset: Number(settings.offset || 0),
  time_zone: settings.timeZone || null,
  template_params: settings.templateParams.trim() || null,
  fetch_values_predicate: settings.valuesPredicate.trim() || null,
  always_filter_main_dttm: settings.alwaysFilterMainTime,
  filter_select_enabled: settings.offersValues,
  extra: writeExtra({
    certifiedBy: settings.certifiedBy,
    certification: settings.certification,
    rest: JSON.parse(settings.extra.trim() || '{}') as Record<string, unknown>,
  }),
});

/** Only what differs from what was read: whatever else somebody changed meanwhile stays theirs. */
export function changesOf(
  draft: DatasetDraft,
  read: DatasetDraft,
  virtual: boolean,
): Readonly<Record<string, unknown>> {
  const [now, before] = [settingsBody(draft.settings, virtual), settingsBody(read.settings, virtual)];
  const settings = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  const [columns, metrics] = [draft.columns.map(columnBody), draft.metrics.map(metricBody)];
  return {
    ...Object.fromEntries(settings),
    ...(JSON.stringify(columns) === JSON.stringify(read.columns.map(columnBody)) ? {} : { columns }),
    ...(JSON.stringify(metrics) === JSON.stringify(read.metrics.map(metricBody)) ? {} : { metrics }),
  };
}

export type Tab = 'columns' | 'calculated' | 'metrics' | 'settings' | 'source' | 'usage';

export interface Wrong {
  readonly tab: Tab;
  readonly key: string;
  /** A word for what is wrong, told by `dataset.wrong`. */
  readonly what: 'name' | 'twice' | 'expression' | 'json' | 'number';
  readonly name: string;
}

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}');
    return value !== null && typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
};

/** What has to be put right before it can be saved. */
export function wrongsOf({ columns, metrics, settings }: DatasetDraft): readonly Wrong[] {
  const wrongs: Wrong[] = [];
  const seen = new Map<string, number>();
  columns.forEach(({ name }) => seen.set(name.trim(), (seen.get(name.trim()) ?? 0) + 1));
  for (const { key, name, expression } of columns) {
    const tab: Tab = expression === undefined ? 'columns' : 'calculated';
    if (!name.trim()) wrongs.push({ tab, key, what: 'name', name: '' });
    else if ((seen.get(name.trim()) ?? 0) > 1) wrongs.push({ tab, key, what: 'twice', name });
    if (expression !== undefined && !expression.trim()) wrongs.push({ tab, key, what: 'expression', name });
  }
  const metricNames = metrics.map(({ name }) => name.trim());
  for (const { key, name, expression } of metrics) {
    if (!name.trim()) wrongs.push({ tab: 'metrics', key, what: 'name', name: '' });
    else if (metricNames.filter((one) => one === name.trim()).length > 1)
      wrongs.push({ tab: 'metrics', key, what: 'twice', name });
    if (!expression.trim()) wrongs.push({ tab: 'metrics', key, what: 'expression', name });
  }
  const setting = (key: keyof SettingsDraft, what: Wrong['what']) =>
    wrongs.push({ tab: 'settings', key, what, name: key });
  if (!settings.name.trim()) setting('name', 'name');
  if (!isObject(settings.templateParams)) setting('templateParams', 'json');
  if (!isObject(settings.extra)) setting('extra', 'json');
  if (settings.cacheTimeout !== '' && !/^-?\d+$/.test(settings.cacheTimeout)) setting('cacheTimeout', 'number');
  if (!/^-?\d*$/.test(settings.offset)) setting('offset', 'number');
  return wrongs;
}

let count = 0;
const newKey = () => `new ${++count}`;
const free = (wanted: string, taken: readonly string[]): string => {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (!taken.includes(name)) return name;
  }
};

export const newColumn = (columns: readonly ColumnDraft[]): ColumnDraft => ({
  ...readColumn({
    column_name: free(
      'calculated',
      columns.map(({ name }) => name),
    ),
    type: 'STRING',
    type_generic: 1,
  }),
  key: newKey(),
  id: undefined,
  expression: '',
});

export const newMetric = (metrics: readonly MetricDraft[]): MetricDraft => ({
  ...readMetric({
    metric_name: free(
      'metric',
      metrics.map(({ name }) => name),
    ),
  }),
  key: newKey(),
  id: undefined,
});
