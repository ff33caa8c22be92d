import { useTranslation } from 'react-i18next';
import { describeDates, fromRange } from '../../dashboard/timeRange';
import { currentLocale } from '../../i18n';
import { readRange } from './rangeWords';

/** A range of time in the reader's words. */
export function useRangeWords() {
  const { t } = useTranslation();
  return (words: string | undefined): string => {
    const dates = fromRange(words ?? '');
    if (dates) return describeDates(dates, currentLocale());
    const range = readRange(words);
    switch (range.kind) {
      case 'none':
        return t('time.noFilter');
      case 'last':
        return t(`explore.range.last.${range.unit}`, { count: range.count });
      case 'previous':
      case 'current':
        return t(`explore.range.${range.kind}.${range.unit}`);
      default:
        return words ?? '';
    }
  };
}
