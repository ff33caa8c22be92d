import type { TFunction } from 'i18next';
import { currentLocale } from '../i18n';
import { parseTime } from '../ui/time';

/** Kinds that the server itself brings; a plugin's kind is shown as it calls itself. */
const known = new Set(['chart.data', 'report', 'report.prune', 'warm-up', 'thumbnail', 'sqllab.run']);

export const kindWords = (kind: string, t: TFunction): string =>
  known.has(kind) ? t(`tasks.kinds.${kind.replace('.', '-')}`) : kind;

/** “0.4 sec” or “3 min”; nothing before the end is known. */
export function lengthOf(start: string | null, end: string | null): string | undefined {
  if (!start || !end) return undefined;
  const seconds = Math.max(0, (parseTime(end) - parseTime(start)) / 1000);
  const minutes = seconds >= 90;
  return new Intl.NumberFormat(currentLocale(), {
    style: 'unit',
    unit: minutes ? 'minute' : 'second',
    unitDisplay: 'short',
    maximumFractionDigits: seconds < 10 ? 1 : 0,
  }).format(minutes ? seconds / 60 : seconds);
}
