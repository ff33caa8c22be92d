import { expect, test } from 'vitest';
import { describeDates, fromRange, isComplete, monthsWithin, spanOf, toRange } from './timeRange';

test('the last day people choose is included: the range ends with the day after', () => {
  expect(toRange({ from: '2001-01-01', to: '2001-02-28' })).toBe('2001-01-01 : 2001-03-01');
});

test('a range read back is the one that was chosen', () => {
  expect(fromRange('2001-01-01 : 2001-03-01')).toEqual({ from: '2001-01-01', to: '2001-02-28' });
  expect(fromRange('2001-01-01T00:00:00 : 2001-03-01T00:00:00')).toEqual({ from: '2001-01-01', to: '2001-02-28' });
});

test('one end may stay open', () => {
  expect(toRange({ from: '2001-01-01', to: '' })).toBe('2001-01-01 :');
  expect(fromRange('2001-01-01 :')).toEqual({ from: '2001-01-01', to: '' });
  expect(fromRange(': 2001-01-02')).toEqual({ from: '', to: '2001-01-01' });
});

test('names of ranges are not dates', () => {
  expect(fromRange('Last month')).toBeUndefined();
  expect(fromRange(' : ')).toBeUndefined();
});

test('a range backwards, empty or of no real day is not complete', () => {
  expect(isComplete({ from: '2001-02-01', to: '2001-01-01' })).toBe(false);
  expect(isComplete({ from: '', to: '' })).toBe(false);
  expect(isComplete({ from: '2001-13-01', to: '' })).toBe(false);
  expect(isComplete({ from: '2001-01-01', to: '2001-01-01' })).toBe(true);
});

test('a span is told in the words of the reader', () => {
  expect(describeDates({ from: '2001-01-01', to: '2001-02-28' }, 'en')).toMatch(/^Jan 1\s–\sFeb 28, 2001$/);
  expect(describeDates({ from: '2001-01-01', to: '2001-02-28' }, 'de')).toContain('2001');
});

test('months of the data are offered while they are few', () => {
  const quarter = [Date.UTC(2001, 0, 1), Date.UTC(2001, 2, 31, 23)] as const;

  expect(monthsWithin(quarter)).toEqual([
    { from: '2001-01-01', to: '2001-01-31' },
    { from: '2001-02-01', to: '2001-02-28' },
    { from: '2001-03-01', to: '2001-03-31' },
  ]);
  expect(monthsWithin([Date.UTC(1990, 0), Date.UTC(2001, 0)])).toEqual([]);
  expect(spanOf(quarter)).toEqual({ from: '2001-01-01', to: '2001-03-31' });
});
