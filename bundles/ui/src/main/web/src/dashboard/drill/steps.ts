import type { Filter } from 'karavel-viz';
import type { FormValues } from '../../api/types';
import { merge } from '../filters/extra';
import type { ExtraFormData } from '../filters/model';
import { conditions, type Source } from '../filters/crossMask';

/** Controls that say what a chart's marks stand for, the likeliest first. */
const controls = ['groupby', 'series', 'entity', 'source', 'columns', 'groupbyRows', 'all_columns', 'x_axis'] as const;

const isSet = (value: unknown) => (Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== '');

/** The control a chart is drilled by; undefined for a chart of one number. */
export const controlOf = (formData: FormValues): (typeof controls)[number] | undefined =>
  controls.find((one) => isSet(formData[one]));

/** What of a chart's settings changes so that it shows another dimension. */
export function drilledBy(formData: FormValues, dimension: string): FormValues {
  const control = controlOf(formData);
  if (!control) return { groupby: [dimension] };
  return { [control]: Array.isArray(formData[control]) ? [dimension] : dimension };
}

/** The filters a drill is under: the dashboard's, and those of the mark. */
export const drilledExtra = (extra: ExtraFormData, filters: readonly Filter[], source: Source): ExtraFormData =>
  merge([extra, filters.length > 0 ? { filters: conditions(filters, source) } : {}]);

/** Columns the chart is already split by: no news to drill by. */
export function usedColumns(formData: FormValues): ReadonlySet<string> {
  const used = controls.flatMap((one) => {
    const value = formData[one];
    return Array.isArray(value) ? (value as readonly unknown[]) : [value];
  });
  return new Set(used.filter((one): one is string => typeof one === 'string' && one !== ''));
}
