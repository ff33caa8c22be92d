import type { Cell, Filter } from 'karavel-viz';
import type { ChartResult } from '../../api/types';
import type { ColumnFilter, Mask } from './model';

/** Milliseconds of grains that are always as long as each other. */
const lengths: Readonly<Record<string, number>> = {
  PT1S: 1000,
  PT5S: 5000,
  PT30S: 30_000,
  PT1M: 60_000,
  PT5M: 300_000,
  PT10M: 600_000,
  PT15M: 900_000,
  PT30M: 1_800_000,
  PT1H: 3_600_000,
  PT6H: 21_600_000,
  P1D: 86_400_000,
  P1W: 604_800_000,
};
const months: Readonly<Record<string, number>> = { P1M: 1, P3M: 3, P1Y: 12 };

const iso = (time: number) => new Date(time).toISOString().slice(0, 19);

/** The whole step of a time axis that begins at a moment. */
function step(from: number, grain: string | undefined): readonly [number, number] {
  const count = months[grain ?? ''];
  if (count !== undefined) {
    const date = new Date(from);
    return [from, Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, date.getUTCDate())];
  }
  return [from, from + (lengths[grain ?? ''] ?? (/W/.test(grain ?? '') ? 604_800_000 : 1000))];
}

export interface Source {
  readonly results: readonly ChartResult[] | undefined;
  /** Of the chart's time axis. */
  readonly grain: string | undefined;
}

const isTime = (column: string, { results }: Source): boolean =>
  (results ?? []).some(({ colnames, coltypes }) => coltypes[colnames.indexOf(column)] === 2);

/** The filters of a mark as conditions on rows: a moment of a time axis stands for its whole step. */
export const conditions = (filters: readonly Filter[], source: Source): readonly ColumnFilter[] =>
  filters.map(({ column, values, until }) => {
    const [first] = values;
    if (typeof first !== 'number' || !isTime(column, source)) return { col: column, op: 'IN', val: values };
    const [from, to] = until === undefined ? step(first, source.grain) : [first, until];
    return { col: column, op: 'TEMPORAL_RANGE', val: `${iso(from)} : ${iso(to)}` };
  });

/** The grain that makes one step of what lies between two moments. */
const grainBetween = (from: number, until: number): string | undefined =>
  [...Object.keys(lengths), ...Object.keys(months)].find((grain) => step(from, grain)[1] === until);

/** A moment, or all time from there until another, in words. */
function timeWords(from: number, until: number | undefined, source: Source, words: CellWords): string {
  if (until === undefined) return words.time(from, source.grain);
  const grain = grainBetween(from, until);
  return grain === undefined || grain === 'P1W'
    ? `${words.time(from, 'P1D')} – ${words.time(until - 1, 'P1D')}`
    : words.time(from, grain);
}

export interface CellWords {
  readonly time: (value: number, grain: string | undefined) => string;
  readonly nothing: string;
}

export const wordsOfFilters = (filters: readonly Filter[], source: Source, words: CellWords): string =>
  filters
    .flatMap(({ column, values, until }) =>
      values.map((value) =>
        value === null
          ? words.nothing
          : typeof value === 'number' && isTime(column, source)
            ? timeWords(value, until, source, words)
            : String(value),
      ),
    )
    .join(', ');

/** What a click on a mark does to other charts; nothing where it says no filters. */
export function crossMask(filters: readonly Filter[], source: Source, words: CellWords): Mask | undefined {
  const said = filters.filter(({ values }) => values.length > 0);
  if (said.length === 0) return undefined;
  const value: readonly Cell[] = said.flatMap(({ values }) => values);
  return {
    extraFormData: { filters: conditions(said, source) },
    filterState: { value, selectedValues: value, label: wordsOfFilters(said, source, words) },
  };
}

const selectedNone: readonly Cell[] = [];

export const selectedOf = (mask: Mask | undefined): readonly Cell[] =>
  Array.isArray(mask?.filterState?.value) ? (mask.filterState.value as readonly Cell[]) : selectedNone;
