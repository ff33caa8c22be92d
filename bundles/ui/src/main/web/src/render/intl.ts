import locales from 'virtual:locale-data';
import { compare } from './collator';
import { patternKey, type DateOptions, type LocaleData } from './localeData';

type Part = { readonly type: string; readonly value: string };

const dataOf = (locale: string | readonly string[] | undefined): LocaleData => {
  const wanted = String(Array.isArray(locale) ? locale[0] : (locale ?? 'en'));
  const found = locales[wanted] ?? locales[wanted.split('-')[0] ?? ''] ?? locales['en'];
  if (!found) throw new RangeError(`No data for the language ${wanted}`);
  return found;
};
const two = (value: number): string => String(value).padStart(2, '0');

/** The part of `Intl.DateTimeFormat` that charts use; UTC, because times of charts are. */
class DateTimeFormat {
  readonly #data: LocaleData;
  readonly #options: DateOptions;
  readonly #pattern: string;

  constructor(locale?: string, options: DateOptions = {}) {
    this.#data = dataOf(locale);
    const { weekday, year, month, day, hour, minute, second } = options;
    const any = weekday ?? year ?? month ?? day ?? hour ?? minute ?? second;
    this.#options = any ? options : { year: 'numeric', month: 'numeric', day: 'numeric' };
    this.#pattern = this.#data.patterns[patternKey(this.#options)] ?? '{year}-{month}-{day}';
  }

  #value(part: string, at: Date): string {
    const { month, day, year, weekday } = this.#options;
    const hours = at.getUTCHours();
    const within = [year, month, day, weekday].filter(Boolean).length > 1 ? ' in' : '';
    switch (part) {
      case 'year':
        return year === '2-digit' ? two(at.getUTCFullYear() % 100) : String(at.getUTCFullYear());
      case 'month':
        if (month === 'numeric') return String(at.getUTCMonth() + 1);
        return this.#data.months[`${month ?? ''}${within}`]?.[at.getUTCMonth()] ?? two(at.getUTCMonth() + 1);
      case 'weekday':
        return this.#data.weekdays[`${weekday ?? ''}${within}`]?.[at.getUTCDay()] ?? '';
      case 'day':
        return day === '2-digit' ? two(at.getUTCDate()) : String(at.getUTCDate());
      case 'hour':
      case 'hour2': {
        const shown = this.#pattern.includes('{dayPeriod}') ? ((hours + 11) % 12) + 1 : hours;
        return part === 'hour2' ? two(shown) : String(shown);
      }
      case 'minute':
        return two(at.getUTCMinutes());
      case 'second':
        return two(at.getUTCSeconds());
      case 'dayPeriod':
        return this.#data.periods[hours < 12 ? 0 : 1];
      default:
        return '';
    }
  }

  format = (value: number | Date = 0): string => {
    const at = new Date(value);
    if (Number.isNaN(at.getTime())) throw new RangeError('Invalid time value');
    return this.#pattern.replace(/\{(\w+)\}/g, (_, part: string) => this.#value(part, at));
  };

  formatToParts(value: number | Date = 0): Part[] {
    return [{ type: 'literal', value: this.format(value) }];
  }

  resolvedOptions() {
    return { ...this.#options, locale: 'en', timeZone: 'UTC' };
  }
}

const symbols: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹', CNY: 'CN¥' };

/** The part of `Intl.NumberFormat` that charts use. */
class NumberFormat {
  readonly #data: LocaleData;
  readonly #options: Intl.NumberFormatOptions;

  constructor(locale?: string, options: Intl.NumberFormatOptions = {}) {
    this.#data = dataOf(locale);
    this.#options = options;
  }

  formatToParts(value: number): Part[] {
    const { style, currency = '', useGrouping = true } = this.#options;
    const usual = style === 'currency' ? 2 : 0;
    const least = this.#options.minimumFractionDigits ?? usual;
    const most = this.#options.maximumFractionDigits ?? Math.max(least, style ? usual : 3);
    const [whole = '', rest = ''] = Math.abs(style === 'percent' ? value * 100 : value)
      .toFixed(most)
      .split('.');
    const fraction = rest.replace(/0+$/, '').padEnd(least, '0');
    const parts: Part[] = value < 0 ? [{ type: 'minusSign', value: '-' }] : [];
    const groups = useGrouping ? whole.split(/\B(?=(?:\d{3})+$)/) : [whole];
    groups.forEach((digits, at) => {
      if (at > 0) parts.push({ type: 'group', value: this.#data.group });
      parts.push({ type: 'integer', value: digits });
    });
    if (fraction) parts.push({ type: 'decimal', value: this.#data.decimal }, { type: 'fraction', value: fraction });
    if (style === 'percent') parts.push({ type: 'percentSign', value: this.#data.decimal === ',' ? '\u00a0%' : '%' });
    if (style === 'currency') {
      const sign: Part = { type: 'currency', value: symbols[currency] ?? currency };
      if (this.#data.decimal === ',') parts.push({ type: 'literal', value: '\u00a0' }, sign);
      else parts.splice(value < 0 ? 1 : 0, 0, sign);
    }
    return parts;
  }

  format = (value: number): string =>
    this.formatToParts(Number(value))
      .map((part) => part.value)
      .join('');
}

class Collator {
  readonly #numeric: boolean;

  constructor(_locale?: string, options: Intl.CollatorOptions = {}) {
    this.#numeric = options.numeric ?? false;
  }

  compare = (one: string, other: string): number => compare(String(one), String(other), this.#numeric);
}

/** Stands in where V8 comes without languages. */
export const intl = { DateTimeFormat, NumberFormat, Collator };
