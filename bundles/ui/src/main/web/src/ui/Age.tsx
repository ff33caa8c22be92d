import { useTranslation } from 'react-i18next';
import { ago, fullTime, parseTime, useNow } from './time';

/** "5 minutes ago", kept true while the page is open; the exact time on hover. */
export function Age({ iso }: { iso: string | null | undefined }) {
  const { t } = useTranslation();
  const now = useNow();
  if (!iso) return null;
  const time = parseTime(iso);
  if (Number.isNaN(time)) return null;
  return (
    <time dateTime={iso} title={fullTime(time)}>
      {ago(time, now) ?? t('time.justNow')}
    </time>
  );
}
