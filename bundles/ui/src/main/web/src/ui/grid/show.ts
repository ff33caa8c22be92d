import type { GridKind } from './types';

/** A value as it reads in one line, without the reader's habits: what is searched, filtered and copied. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

/** A time as it sorts and reads; midnight alone is a date. */
export function timeText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') {
    const text = new Date(value).toISOString().replace('T', ' ').replace('Z', '');
    return text.endsWith(' 00:00:00.000') ? text.slice(0, 10) : text.replace(/\.000$/, '');
  }
  return plainText(value)
    .replace(/^(\d{4,}-\d\d-\d\d)T/, '$1 ')
    .replace(/(:\d\d)\.0+(?=$|[Z+-])/, '$1')
    .replace(/^(\d{4,}-\d\d-\d\d) 00:00(?::00)?$/, '$1');
}

/** How a cell is written for the reader. */
export function cellWriter(kind: GridKind, grouped: boolean, locale: string): (value: unknown) => string {
  if (kind === 'number' && grouped) {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
    return (value) => (typeof value === 'number' ? format.format(value) : plainText(value));
  }
  // A grid is no place for a novel: the cell's own view shows all of it.
  return (value) => {
    const text = plainText(value);
    return text.length > 500 ? `${text.slice(0, 500)}…` : text;
  };
}

/** Text that is JSON, laid out to be read; undefined if it is none. */
export function prettyJson(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value, null, 2);
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return undefined;
  }
}
