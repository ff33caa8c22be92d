import { useTranslation } from 'react-i18next';
import { currentLocale } from '../../i18n';
import { useFailureText } from '../../ui/failure';
import { parseTime } from '../../ui/time';
import type { Plan } from '../plan';
import { planWords } from '../planWords';
import { useDueTimes } from './useDueTimes';

/** In the schedule's own zone, named with the day of the week. */
const inZone = (iso: string, timeZone: string) =>
  new Intl.DateTimeFormat(currentLocale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(parseTime(iso));

/** What the schedule means, and the next times it is due. */
export function NextRuns({ plan, zone }: { plan: Plan; zone: string }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const { crontab, times } = useDueTimes(plan, zone);
  if (crontab === '') return null;
  if (times.error) {
    return (
      <p className="next-runs problem" role="alert">
        {words(times.error).text}
      </p>
    );
  }
  return (
    <div className="next-runs" data-testid="next-runs" aria-live="polite" aria-busy={times.isFetching}>
      <b>{planWords(crontab, t, times.data?.description)}</b>
      {times.data?.next.length === 0 ? (
        <p>{t('alerts.neverDue')}</p>
      ) : (
        <ol>
          {(times.data?.next ?? []).map((iso) => (
            <li key={iso}>
              <time dateTime={iso}>{inZone(iso, zone)}</time>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
