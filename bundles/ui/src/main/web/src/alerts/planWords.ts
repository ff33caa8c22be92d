import type { TFunction } from 'i18next';
import { currentLocale } from '../i18n';
import { planOf } from './plan';

/** A Sunday. */
const dayInWeek = (day: number) => new Date(Date.UTC(2023, 0, 1 + day));

export const weekdayName = (day: number, style: 'long' | 'short' | 'narrow' = 'long', locale = currentLocale()) =>
  new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(dayInWeek(day));

export const timeOfDay = (hour: number, minute: number, locale = currentLocale()) =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2023, 0, 1, hour, minute)),
  );

/** “Every day at 08:00”; what only a crontab can say is told by the server's words, or stands as it is. */
export function planWords(crontab: string, t: TFunction, fromServer?: string, locale = currentLocale()): string {
  const plan = planOf(crontab);
  switch (plan.every) {
    case 'minutes':
      return t('alerts.plan.minutes', { count: plan.step });
    case 'hour':
      return t('alerts.plan.hour', { minute: plan.minute });
    case 'day':
      return t('alerts.plan.day', { time: timeOfDay(plan.hour, plan.minute, locale) });
    case 'week': {
      const time = timeOfDay(plan.hour, plan.minute, locale);
      if (plan.days.join() === '1,2,3,4,5') return t('alerts.plan.workdays', { time });
      const days = new Intl.ListFormat(locale).format(plan.days.map((day) => weekdayName(day, 'long', locale)));
      return t('alerts.plan.week', { days, time });
    }
    case 'month':
      return t('alerts.plan.month', { day: plan.day, time: timeOfDay(plan.hour, plan.minute, locale) });
    case 'crontab':
      return fromServer || plan.text;
  }
}
