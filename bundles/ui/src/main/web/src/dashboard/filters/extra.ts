import { isRequired, list, type ColumnFilter, type ExtraFormData, type Mask, type NativeFilter } from './model';

const appended = new Set([
  'filters',
  'adhoc_filters',
  'custom_form_data',
  'interactive_groupby',
  'interactive_highlight',
  'interactive_drilldown',
]);

/** Later words replace earlier ones, filters add up: as Superset merges them. */
export function merge(parts: readonly (ExtraFormData | undefined)[]): ExtraFormData {
  const merged: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [key, value] of Object.entries(part ?? {})) {
      if (value === undefined || value === null || value === '') continue;
      merged[key] = appended.has(key) ? [...list(merged[key]), ...list(value)] : value;
    }
  }
  return merged;
}

export type Bounds = readonly [number | null, number | null];

export function boundsOf(value: unknown): Bounds {
  const [from, to] = list(value);
  const end = (one: unknown) => (typeof one === 'number' && Number.isFinite(one) ? one : null);
  return [end(from), end(to)];
}

/** Whether nothing was chosen. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 'No filter') return true;
  // [null] is the value "nothing" chosen from a list, [null, null] a range that is open on both sides
  return Array.isArray(value) && value.length !== 1 && value.every((one) => one === null || one === undefined);
}

function rangeFilters(column: string, [from, to]: Bounds): readonly ColumnFilter[] {
  if (from !== null && from === to) return [{ col: column, op: '==', val: from }];
  return [
    ...(from === null ? [] : [{ col: column, op: '>=', val: from }]),
    ...(to === null ? [] : [{ col: column, op: '<=', val: to }]),
  ];
}

function extraOf(filter: NativeFilter, value: unknown): ExtraFormData {
  const { type, column, controls } = filter;
  switch (type) {
    case 'filter_select': {
      const chosen = list(Array.isArray(value) ? value : [value]);
      if (!column) return {};
      return { filters: [{ col: column, op: controls['inverseSelection'] === true ? 'NOT IN' : 'IN', val: chosen }] };
    }
    case 'filter_range': {
      const filters = column ? rangeFilters(column, boundsOf(value)) : [];
      return filters.length > 0 ? { filters } : {};
    }
    case 'filter_time':
      return typeof value === 'string' && !isEmpty(value) ? { time_range: value } : {};
    case 'filter_timecolumn': {
      const [chosen] = list(Array.isArray(value) ? value : [value]);
      return typeof chosen === 'string' && chosen ? { granularity_sqla: chosen } : {};
    }
    case 'filter_timegrain': {
      const [chosen] = list(Array.isArray(value) ? value : [value]);
      return typeof chosen === 'string' && chosen ? { time_grain_sqla: chosen } : {};
    }
  }
}

/** What a filter does when this is chosen in it; kept by value, so that a stored state follows the filter as it is now. */
export function maskOf(filter: NativeFilter, value: unknown): Mask {
  return isEmpty(value)
    ? { extraFormData: {}, filterState: { value: null } }
    : { extraFormData: extraOf(filter, value), filterState: { value } };
}

export const valueOf = (mask: Mask | undefined): unknown => mask?.filterState?.value;

export const isSet = (mask: Mask | undefined): boolean => !isEmpty(valueOf(mask));

/** Whether a filter that needs a value has none. */
export const lacksValue = (filter: NativeFilter, mask: Mask | undefined): boolean => isRequired(filter) && !isSet(mask);
