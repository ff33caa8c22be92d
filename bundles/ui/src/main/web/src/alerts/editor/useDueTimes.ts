import { useDebouncedValue } from '@mantine/hooks';
import { currentLanguage } from '../../i18n';
import { useTimes } from '../alertApi';
import { crontabOf, type Plan } from '../plan';

/** What a plan means and when it is due, asked once typing rests; all who ask share one answer. */
export function useDueTimes(plan: Plan, zone: string) {
  const empty = plan.every === 'week' && plan.days.length === 0;
  const [crontab] = useDebouncedValue(empty ? '' : crontabOf(plan), 250);
  return { crontab, times: useTimes(crontab, zone, currentLanguage()) };
}
