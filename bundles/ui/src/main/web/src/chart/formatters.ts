import { formatLocale, type FormatLocaleObject } from 'd3-format';
import { timeFormatLocale } from 'd3-time-format';
import type { Cell, Column, Formatters } from 'karavel-viz';

const NOTHING = '–';
type Text = (value: number) => string;

function numberLocale(locale: string): FormatLocaleObject {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.';
  const thousands = parts.find((part) => part.type === 'group')?.value ?? ',';
  return formatLocale({ decimal, thousands, grouping: [3], currency: ['$', ''], minus: '−' });
}

function smartNumber(numbers: FormatLocaleObject): Text {
  const short = numbers.format('.3~s');
  const [small, tiny] = [numbers.format('.2~f'), numbers.format('.4~f')];
  return (value) => {
    const size = Math.abs(value);
    if (size >= 1000) return short(value).replace('G', 'B');
    if (size === 0 || size >= 1) return small(value);
    if (size >= 0.001) return tiny(value);
    return size > 0.000001 ? `${short(value * 1e6)}µ` : short(value);
  };
}

/** Milliseconds as "1h 20m"; the two greatest parts tell enough. */
function duration(value: number): string {
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
  ];
  let rest = Math.abs(value);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const whole = Math.floor(rest / size);
    rest -= whole * size;
    if (whole > 0) parts.push(`${whole}${unit}`);
  }
  const text = parts.slice(0, 2).join(' ') || `${Math.round(rest)}ms`;
  return value < 0 ? `−${text}` : text;
}

function names(locale: string, options: Intl.DateTimeFormatOptions, times: readonly number[]): string[] {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return times.map((time) => format.format(time));
}

function timePatterns(locale: string) {
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, 1 + day));
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 15));
  return timeFormatLocale({
    dateTime: '%Y-%m-%d %H:%M:%S',
    date: '%Y-%m-%d',
    time: '%H:%M:%S',
    periods: ['AM', 'PM'],
    days: names(locale, { weekday: 'long' }, days) as [string, string, string, string, string, string, string],
    shortDays: names(locale, { weekday: 'short' }, days) as [string, string, string, string, string, string, string],
    months: names(locale, { month: 'long' }, months) as Parameters<typeof timeFormatLocale>[0]['months'],
    shortMonths: names(locale, { month: 'short' }, months) as Parameters<typeof timeFormatLocale>[0]['shortMonths'],
  });
}

const DAY = 86_400_000;
const date = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const minute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function grainFormat(locale: string, grain: string | undefined): Text {
  const by = (options: Intl.DateTimeFormatOptions): Text => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (value) => format.format(value);
  };
  if (grain === 'P1Y') return by({ year: 'numeric' });
  if (grain === 'P3M')
    return (value) => `Q${Math.floor(new Date(value).getUTCMonth() / 3) + 1} ${new Date(value).getUTCFullYear()}`;
  if (grain === 'P1M') return by({ year: 'numeric', month: 'short' });
  if (grain === 'P1D' || grain?.includes('P1W')) return by(date);
  const [day, short, long] = [by(date), by({ ...date, ...minute }), by({ ...date, ...minute, second: '2-digit' })];
  if (grain?.startsWith('PT')) return grain.endsWith('S') ? long : short;
  return (value) => (value % DAY === 0 ? day : value % 60_000 === 0 ? short : long)(value);
}

/** As short as the moment allows: a year's start shows the year, a month's start the month, and so on down. */
function smartDate(locale: string): Text {
  const by = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const year = by({ year: 'numeric' });
  const month = by({ month: 'short' });
  const day = by({ month: 'short', day: 'numeric' });
  const time = by(minute);
  const second = by({ ...minute, second: '2-digit' });
  return (value) => {
    const at = new Date(value);
    if (value % 60_000 !== 0) return second.format(at);
    if (value % DAY !== 0) return time.format(at);
    if (at.getUTCDate() !== 1) return day.format(at);
    return (at.getUTCMonth() === 0 ? year : month).format(at);
  };
}

const numeric = (format: Text) => (value: Cell | undefined) => {
  if (value === null || value === undefined || value === '') return NOTHING;
  const number = typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : Number(value);
  return Number.isFinite(number) ? format(number) : String(value);
};

const made = new Map<string, Formatters>();

/** The same for all charts of a language: what they are made of is costly. */
export function createFormatters(locale: string): Formatters {
  const formatters = made.get(locale) ?? formattersOf(locale);
  made.set(locale, formatters);
  return formatters;
}

function formattersOf(locale: string): Formatters {
  const numbers = numberLocale(locale);
  const plain = numbers.format(',.4~f');
  let patterns: ReturnType<typeof timePatterns> | undefined;

  const numberText = (format?: string): Text => {
    if (!format || format === 'SMART_NUMBER') return smartNumber(numbers);
    if (format === 'SMART_NUMBER_SIGNED') {
      const smart = smartNumber(numbers);
      return (value) => (value > 0 ? '+' : '') + smart(value);
    }
    if (format.startsWith('DURATION')) return duration;
    try {
      return numbers.format(format);
    } catch {
      return smartNumber(numbers); // a chart made elsewhere may carry a format nobody knows: show the number
    }
  };

  const timeText = (format?: string, grain?: string): Text => {
    if (format === 'smart_date') return smartDate(locale);
    if (!format || format === 'smart_date_verbose' || format === 'smart_date_detailed')
      return grainFormat(locale, grain);
    patterns ??= timePatterns(locale);
    const pattern = patterns.utcFormat(format);
    return (value) => pattern(new Date(value));
  };

  const time = (format?: string, grain?: string) => numeric(timeText(format, grain));
  const number = (format?: string) => numeric(numberText(format));
  const cell = (column: Column, format?: string) => {
    if (column.type === 'number') return format ? number(format) : numeric(plain);
    if (column.type === 'time') return time(format);
    return (value: Cell | undefined) => (value === null || value === undefined ? NOTHING : String(value));
  };
  return { number, time, cell };
}
