/** Superset's words for a time range: a name ("Last month") or "from : to", the end excluded. */
export const presets = ['Last day', 'Last week', 'Last month', 'Last quarter', 'Last year'] as const;

export const NO_FILTER = 'No filter';

const DAY = 86_400_000;

export interface Dates {
  /** ISO days, both included: what people mean by "to 28 February". */
  readonly from: string;
  readonly to: string;
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
const shift = (day: string, days: number): string => isoDay(Date.parse(`${day}T00:00:00Z`) + days * DAY);
const validDay = (day: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));

export const toRange = ({ from, to }: Dates): string => `${from} : ${to ? shift(to, 1) : ''}`.trim();

export const isComplete = ({ from, to }: Dates): boolean =>
  (validDay(from) || from === '') &&
  (validDay(to) || to === '') &&
  (from !== '' || to !== '') &&
  (!from || !to || from <= to);

export function fromRange(range: string): Dates | undefined {
  const match = /^(\d{4}-\d\d-\d\d)?(?:T[\d:.]+)?\s*:\s*(\d{4}-\d\d-\d\d)?(?:T[\d:.]+)?$/.exec(range.trim());
  if (!match) return undefined;
  const [, from = '', to = ''] = match;
  return from || to ? { from, to: to ? shift(to, -1) : '' } : undefined;
}

/** "Jan 1 – Feb 28, 2001" in the reader's words. */
export function describeDates({ from, to }: Dates, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  if (!from) return `… – ${format.format(at(to))}`;
  if (!to) return `${format.format(at(from))} – …`;
  return format.formatRange(at(from), at(to));
}

/** Months that the data spans, as ready choices; none if there are too many to offer. */
export function monthsWithin([first, last]: readonly [number, number], most = 12): readonly Dates[] {
  const months: Dates[] = [];
  const start = new Date(first);
  for (let year = start.getUTCFullYear(), month = start.getUTCMonth(); Date.UTC(year, month) <= last; month++) {
    if (months.length === most) return [];
    months.push({ from: isoDay(Date.UTC(year, month)), to: isoDay(Date.UTC(year, month + 1) - DAY) });
  }
  return months;
}

export const spanOf = ([first, last]: readonly [number, number]): Dates => ({ from: isoDay(first), to: isoDay(last) });
