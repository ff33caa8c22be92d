/** What the server's V8 is told of a language; made while building, by a V8 that knows. */
export interface LocaleData {
  readonly decimal: string;
  readonly group: string;
  /** Twelve names by style, within a date (`in`) and alone. */
  readonly months: Readonly<Record<string, readonly string[]>>;
  readonly weekdays: Readonly<Record<string, readonly string[]>>;
  readonly periods: readonly [string, string];
  /** By the options' key: literals and, in braces, parts. */
  readonly patterns: Readonly<Record<string, string>>;
}

export type DateOptions = Pick<
  Intl.DateTimeFormatOptions,
  'weekday' | 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'hourCycle' | 'hour12'
>;

export const patternKey = (options: DateOptions): string => {
  const { weekday = '', year = '', month = '', day = '', hour = '', minute, second } = options;
  const long = options.hourCycle?.startsWith('h2') || options.hour12 === false;
  const cycle = !hour ? '' : long ? '24' : options.hour12 ? '12' : '';
  return [weekday, year, month, day, hour && `${hour}${cycle}`, minute ? 'm' : '', second ? 's' : ''].join('|');
};

const sample = Date.UTC(2023, 1, 5, 3, 4, 9);
const names = (locale: string, options: Intl.DateTimeFormatOptions, part: string, times: readonly number[]) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return times.map((time) => format.formatToParts(time).find(({ type }) => type === part)?.value ?? '');
};

function patternsOf(locale: string): Record<string, string> {
  const patterns: Record<string, string> = {};
  const add = (options: DateOptions) => {
    if (Object.keys(options).length === 0) return;
    const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(sample);
    const token = ({ type, value }: Intl.DateTimeFormatPart) =>
      type === 'literal' ? value.replace('\u202f', ' ') : `{${type === 'hour' && value === '03' ? 'hour2' : type}}`;
    patterns[patternKey(options)] = parts.map(token).join('');
  };
  const some = <K extends string, V extends string>(name: K, values: readonly V[]) => [
    {},
    ...values.map((value) => ({ [name]: value }) as Record<K, V>),
  ];
  const numeric = ['numeric', '2-digit'] as const;
  const times: DateOptions[] = [{}];
  for (const hour of numeric) {
    for (const cycle of [{}, { hourCycle: 'h23' as const }, { hour12: true }]) {
      times.push({ hour, ...cycle }, { hour, minute: '2-digit', ...cycle });
      times.push({ hour, minute: '2-digit', second: '2-digit', ...cycle });
    }
  }
  for (const weekday of some('weekday', ['long', 'short']))
    for (const year of some('year', numeric))
      for (const month of some('month', [...numeric, 'short', 'long']))
        for (const day of some('day', numeric))
          for (const time of times) add({ ...weekday, ...year, ...month, ...day, ...time });
  return patterns;
}

function dataOf(locale: string): LocaleData {
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 15));
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, 1 + day));
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  const byStyle = (part: 'month' | 'weekday', times: readonly number[]) =>
    Object.fromEntries(
      (['long', 'short', 'narrow'] as const).flatMap((style) => [
        [style, names(locale, { [part]: style }, part, times)],
        [`${style} in`, names(locale, { [part]: style, day: 'numeric' }, part, times)],
      ]),
    );
  return {
    decimal: part('decimal'),
    group: part('group'),
    months: byStyle('month', months),
    weekdays: byStyle('weekday', days),
    periods: names(locale, { hour: 'numeric', hour12: true }, 'dayPeriod', [0, 46_800_000]) as [string, string],
    patterns: patternsOf(locale),
  };
}

export const localeData = (languages: readonly string[]): Readonly<Record<string, LocaleData>> =>
  Object.fromEntries(languages.map((language) => [language, dataOf(language)]));
