import { expect, test } from 'vitest';
import type { ChartResult } from '../../api/types';
import { conditions, crossMask, wordsOfFilters } from './crossMask';

const result: ChartResult = {
  cached_dttm: null,
  query: null,
  status: 'success',
  rowcount: 0,
  colnames: ['month', 'city'],
  coltypes: [2, 1],
  columns: [],
};
const source = { results: [result], grain: 'P1M' };
const words = { time: (value: number) => new Date(value).toISOString().slice(0, 7), nothing: 'none' };

test('a value of a mark becomes a condition on its column', () => {
  expect(conditions([{ column: 'city', values: ['Rome', null] }], source)).toEqual([
    { col: 'city', op: 'IN', val: ['Rome', null] },
  ]);
});

test('a moment of a time axis stands for the whole of its step', () => {
  const march = Date.UTC(2001, 2, 1);
  expect(conditions([{ column: 'month', values: [march] }], source)).toEqual([
    { col: 'month', op: 'TEMPORAL_RANGE', val: '2001-03-01T00:00:00 : 2001-04-01T00:00:00' },
  ]);
});

test('a moment that says until when stands for the time between', () => {
  const [first, next] = [Date.UTC(2001, 0, 1), Date.UTC(2002, 0, 1)];
  const weeks = [Date.UTC(2001, 0, 1), Date.UTC(2001, 0, 29)] as const;
  const year = { column: 'month', values: [first], until: next };
  const four = { column: 'month', values: [weeks[0]], until: weeks[1] };
  expect(conditions([year], source)).toEqual([
    { col: 'month', op: 'TEMPORAL_RANGE', val: '2001-01-01T00:00:00 : 2002-01-01T00:00:00' },
  ]);
  const told = {
    ...words,
    time: (value: number, grain: string | undefined) => `${new Date(value).toISOString().slice(0, 10)} ${grain}`,
  };
  expect(wordsOfFilters([year, four], source, told)).toBe('2001-01-01 P1Y, 2001-01-01 P1D – 2001-01-28 P1D');
});

test('a mark of several dimensions filters by all of them and says so', () => {
  const mask = crossMask(
    [
      { column: 'month', values: [Date.UTC(2001, 2, 1)] },
      { column: 'city', values: ['Rome'] },
    ],
    source,
    words,
  );
  expect(mask?.extraFormData?.filters).toHaveLength(2);
  expect(mask?.filterState?.label).toBe('2001-03, Rome');
});

test('a mark without filters takes them back', () => {
  expect(crossMask([], source, words)).toBeUndefined();
});
