/** Filters as Superset keeps them in json_metadata, read defensively; what is not understood stays in `raw` and is saved as it was. */
export const filterTypes = [
  'filter_select',
  'filter_range',
  'filter_time',
  'filter_timecolumn',
  'filter_timegrain',
] as const;
export type FilterType = (typeof filterTypes)[number];

export type Raw = Readonly<Record<string, unknown>>;

export interface Scope {
  /** Ids of the nodes of the layout whose charts are meant; ROOT_ID is all. */
  readonly rootPath: readonly string[];
  readonly excluded: readonly number[];
}

export const everywhere: Scope = { rootPath: ['ROOT_ID'], excluded: [] };

export interface NativeFilter {
  readonly kind: 'filter';
  readonly id: string;
  readonly name: string;
  readonly type: FilterType;
  readonly description: string;
  readonly datasetId: number | undefined;
  readonly column: string | undefined;
  readonly controls: Raw;
  readonly parents: readonly string[];
  readonly defaultMask: Mask;
  readonly scope: Scope;
  /** Charts in scope as they were when it was saved: counts only where there is no scope. */
  readonly chartsInScope: readonly number[] | undefined;
  readonly adhocFilters: readonly Raw[];
  readonly timeRange: string | undefined;
  readonly timeColumn: string | undefined;
  readonly sortMetric: string | undefined;
  readonly raw: Raw;
}

export interface Divider {
  readonly kind: 'divider';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly raw: Raw;
}

export type FilterItem = NativeFilter | Divider;

export interface ColumnFilter {
  readonly col: string;
  readonly op: string;
  readonly val?: unknown;
  readonly grain?: string;
}

/** What a filter puts on top of a chart's form data. */
export interface ExtraFormData {
  readonly filters?: readonly ColumnFilter[];
  readonly adhoc_filters?: readonly Raw[];
  readonly time_range?: string;
  readonly granularity_sqla?: string;
  readonly time_grain_sqla?: string;
  readonly [other: string]: unknown;
}

export interface FilterValue {
  /** What was chosen: a list, [from, to], words of a time range. null: nothing, and that is settled; undefined: not yet. */
  readonly value?: unknown;
  readonly label?: string;
  readonly [other: string]: unknown;
}

export interface Mask {
  readonly extraFormData?: ExtraFormData;
  readonly filterState?: FilterValue;
  readonly ownState?: Raw;
}

/** By the id of a filter, or of the chart a cross-filter comes from. */
export type Masks = Readonly<Record<string, Mask>>;

export const object = (value: unknown): Raw =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Raw) : {};
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
export const ids = (value: unknown): readonly number[] =>
  list(value)
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0);

export function readScope(value: unknown): Scope {
  const { rootPath, excluded } = object(value);
  const paths = list(rootPath).filter((one): one is string => typeof one === 'string');
  return { rootPath: Array.isArray(rootPath) ? paths : everywhere.rootPath, excluded: ids(excluded) };
}

export function readItem(value: unknown): FilterItem | undefined {
  const raw = object(value);
  const id = text(raw['id']);
  if (!id) return undefined;
  const description = text(raw['description']) ?? '';
  const name = text(raw['name']) ?? text(raw['title']) ?? '';
  if (raw['type'] === 'DIVIDER' || id.startsWith('NATIVE_FILTER_DIVIDER')) {
    return { kind: 'divider', id, name: text(raw['title']) ?? name, description, raw };
  }
  const type = filterTypes.find((one) => one === raw['filterType']);
  if (!type) return undefined;
  const target = object(list(raw['targets'])[0]);
  const dataset = Number(target['datasetId']);
  const inScope = raw['chartsInScope'];
  return {
    kind: 'filter',
    id,
    name,
    type,
    description,
    datasetId: Number.isInteger(dataset) && dataset > 0 ? dataset : undefined,
    column: text(object(target['column'])['name']),
    controls: object(raw['controlValues']),
    parents: list(raw['cascadeParentIds']).filter((one): one is string => typeof one === 'string'),
    defaultMask: object(raw['defaultDataMask']) as Mask,
    scope: readScope(raw['scope']),
    chartsInScope: raw['scope'] === undefined && Array.isArray(inScope) ? ids(inScope) : undefined,
    adhocFilters: list(raw['adhoc_filters']).map(object),
    timeRange: text(raw['time_range']),
    timeColumn: text(raw['granularity_sqla']),
    sortMetric: text(raw['sortMetric']),
    raw,
  };
}

export function readMetadata(json: string | null | undefined): Raw {
  try {
    return object(JSON.parse(json ?? '{}'));
  } catch {
    return {};
  }
}

export const readItems = (metadata: Raw): readonly FilterItem[] =>
  list(metadata['native_filter_configuration']).flatMap((one) => readItem(one) ?? []);

export const isFilter = (item: FilterItem): item is NativeFilter => item.kind === 'filter';

/** Superset's word for "a value is required". */
export const isRequired = ({ controls }: NativeFilter): boolean => controls['enableEmptyFilter'] === true;
export const takesFirst = ({ type, controls }: NativeFilter): boolean =>
  type === 'filter_select' && controls['defaultToFirstItem'] === true;
export const takesMany = ({ controls }: NativeFilter): boolean => controls['multiSelect'] !== false;
