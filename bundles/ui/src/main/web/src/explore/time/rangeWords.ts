import { NO_FILTER } from '../../dashboard/timeRange';

/** Superset's words for a range of time, taken apart for a picker and put together again. */
export const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof units)[number];
export const moreUnits = ['second', 'minute', 'hour', ...units] as const;
export type MoreUnit = (typeof moreUnits)[number];

export type End =
  | { readonly kind: 'day'; readonly at: string }
  | { readonly kind: 'ago' | 'ahead'; readonly count: number; readonly unit: MoreUnit }
  | { readonly kind: 'now' }
  | { readonly kind: 'today' }
  | { readonly kind: 'open' };

export type Range =
  | { readonly kind: 'none' }
  | { readonly kind: 'last'; readonly count: number; readonly unit: MoreUnit }
  | { readonly kind: 'previous' | 'current'; readonly unit: Unit }
  | { readonly kind: 'custom'; readonly from: End; readonly to: End }
  | { readonly kind: 'advanced'; readonly text: string };
export type RangeKind = Range['kind'];
export const rangeKinds = ['last', 'previous', 'current', 'custom', 'advanced', 'none'] as const;

const plural = (count: number, unit: string) => (count === 1 ? unit : `${count} ${unit}s`);

const readUnit = <T extends string>(text: string, known: readonly T[]): T | undefined =>
  known.find((unit) => text === unit || text === `${unit}s`);

function readEnd(text: string): End | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === '') return { kind: 'open' };
  if (plain === 'now') return { kind: 'now' };
  if (plain === 'today') return { kind: 'today' };
  if (/^\d{4}-\d\d-\d\d(t\d\d:\d\d(:\d\d)?)?$/.test(plain)) return { kind: 'day', at: text.trim() };
  const added = /^dateadd\(datetime\("(now|today)"\),\s*(-?\d+),\s*(\w+)\)$/.exec(plain);
  const unit = added ? readUnit(added[3] ?? '', moreUnits) : undefined;
  if (!added || !unit || added[1] !== 'now') return undefined;
  const count = Number(added[2]);
  return { kind: count < 0 ? 'ago' : 'ahead', count: Math.abs(count), unit };
}

const writeEnd = (end: End): string => {
  switch (end.kind) {
    case 'day':
      return end.at;
    case 'ago':
      return `DATEADD(DATETIME("now"), -${end.count}, ${end.unit})`;
    case 'ahead':
      return `DATEADD(DATETIME("now"), ${end.count}, ${end.unit})`;
    case 'open':
      return '';
    default:
      return end.kind;
  }
};

/** What no other kind understands is advanced: nothing somebody wrote is lost. */
export function readRange(words: string | undefined): Range {
  const text = (words ?? '').trim();
  const plain = text.toLowerCase();
  if (plain === '' || plain === 'no filter') return { kind: 'none' };
  const last = /^last (?:(\d{1,6}) )?(\w+)$/.exec(plain);
  const lastUnit = last ? readUnit(last[2] ?? '', moreUnits) : undefined;
  if (last && lastUnit) return { kind: 'last', count: Number(last[1] ?? 1), unit: lastUnit };
  const whole = /^(previous calendar|current) (\w+)$/.exec(plain);
  const wholeUnit = whole ? readUnit(whole[2] ?? '', units) : undefined;
  if (whole && wholeUnit) return { kind: whole[1] === 'current' ? 'current' : 'previous', unit: wholeUnit };
  const ends = /^(.*?)\s*(?<=\s|^):(?=\s|$)\s*(.*)$/.exec(text);
  const from = ends ? readEnd(ends[1] ?? '') : undefined;
  const to = ends ? readEnd(ends[2] ?? '') : undefined;
  if (from && to && (from.kind !== 'open' || to.kind !== 'open')) return { kind: 'custom', from, to };
  return { kind: 'advanced', text };
}

export function writeRange(range: Range): string {
  switch (range.kind) {
    case 'none':
      return NO_FILTER;
    case 'last':
      return `Last ${plural(range.count, range.unit)}`;
    case 'previous':
      return `previous calendar ${range.unit}`;
    case 'current':
      return `Current ${range.unit}`;
    case 'custom':
      return `${writeEnd(range.from)} : ${writeEnd(range.to)}`;
    case 'advanced':
      return range.text.trim() || NO_FILTER;
  }
}

/** To begin with when another kind is chosen. */
export function firstOf(kind: RangeKind, now: Range): Range {
  if (now.kind === kind) return now;
  switch (kind) {
    case 'last':
      return { kind, count: 7, unit: 'day' };
    case 'previous':
    case 'current':
      return { kind, unit: 'month' };
    case 'custom':
      return { kind, from: { kind: 'ago', count: 7, unit: 'day' }, to: { kind: 'now' } };
    case 'advanced':
      return { kind, text: now.kind === 'none' ? '' : writeRange(now) };
    default:
      return { kind: 'none' };
  }
}
