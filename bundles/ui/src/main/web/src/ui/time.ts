import { useSyncExternalStore } from 'react';
import { bootstrap } from '../api/bootstrap';
import { currentLocale } from '../i18n';

const listeners = new Set<() => void>();
let now = Date.now();
setInterval(() => {
  now = Date.now();
  listeners.forEach((listener) => listener());
}, 15_000);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A clock that ticks a few times a minute, so ages stay true while the page is open. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Formats are costly to make, and a page shows many times: each is made once. */
function once<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}

/** Server times come as ISO, in UTC where no zone is given. */
export const parseTime = (iso: string): number => Date.parse(/[Zz]|[+-]\d\d:?\d\d$/.test(iso) ? iso : `${iso}Z`);

const relative = once((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));

/** "5 minutes ago"; undefined within the first minute, which callers call "just now". */
export function ago(then: number, from: number, locale = currentLocale()): string | undefined {
  const seconds = Math.round((from - then) / 1000);
  for (const [unit, size] of steps) {
    if (seconds >= size) {
      return relative(locale).format(-Math.floor(seconds / size), unit);
    }
  }
  return undefined;
}

const timeZone = bootstrap.preferences?.['time_zone'];
/** The reader's own, where they chose one; else the browser's. */
const zone = timeZone ? { timeZone } : {};

const hours = once((locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone }));
const full = once((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone }));
const numbers = once((locale) => new Intl.NumberFormat(locale));

export const clock = (time: number, locale = currentLocale()): string => hours(locale).format(time);

export const fullTime = (time: number, locale = currentLocale()): string => full(locale).format(time);

export const count = (value: number, locale = currentLocale()): string => numbers(locale).format(value);
