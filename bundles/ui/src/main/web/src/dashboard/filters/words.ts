import type { TFunction } from 'i18next';
import { boundsOf, valueOf } from './extra';
import { list, type Mask } from './model';

/** Columns a mask filters by, under the names the server reports. */
export const columnsOf = ({ extraFormData = {} }: Mask): readonly string[] => [
  ...(extraFormData.filters ?? []).map(({ col }) => col),
  ...(extraFormData.time_range ? ['__time_range'] : []),
  ...(extraFormData.granularity_sqla ? ['__time_col'] : []),
  ...(extraFormData.time_grain_sqla ? ['__time_grain'] : []),
];

/** What is chosen, as people read it. */
export function wordsOf(mask: Mask, ranges: (range: string) => string, t: TFunction): string {
  const { extraFormData = {}, filterState = {} } = mask;
  if (filterState.label) return filterState.label;
  const value = valueOf(mask);
  const filters = extraFormData.filters ?? [];
  if (extraFormData.time_range) return ranges(extraFormData.time_range);
  if (extraFormData.time_grain_sqla)
    return t(`filters.grains.${extraFormData.time_grain_sqla}`, { defaultValue: extraFormData.time_grain_sqla });
  if (filters.some(({ op }) => op === '>=' || op === '<=' || op === '==')) {
    const [from, to] = boundsOf(value);
    return from === to ? String(from) : `${from ?? '…'} – ${to ?? '…'}`;
  }
  const words = list(Array.isArray(value) ? value : [value]).map((one) =>
    one === null ? t('filters.null') : String(one),
  );
  const inverse = filters.some(({ op }) => op === 'NOT IN');
  return inverse ? t('filters.except', { values: words.join(', ') }) : words.join(', ');
}
