import { expect, test } from 'vitest';
import { firstOf, readRange, writeRange } from './rangeWords';

test.each([
  'No filter',
  'Last day',
  'Last 7 days',
  'Last 36 hours',
  'previous calendar month',
  'Current quarter',
  '2001-01-01 : 2001-02-01',
  '2001-01-01T06:30:00 : now',
  'DATEADD(DATETIME("now"), -7, day) : now',
  'today : DATEADD(DATETIME("now"), 3, week)',
  '2001-01-01 : ',
  ' : today',
])('%s is taken apart and put together again', (words) => {
  expect(writeRange(readRange(words))).toBe(words);
});

test('what no picker offers stays as it was written', () => {
  const words = 'DATETRUNC(DATETIME("today"), year) : now';

  expect(readRange(words)).toEqual({ kind: 'advanced', text: words });
  expect(writeRange(readRange(words))).toBe(words);
});

test('kinds are told from the words', () => {
  expect(readRange('last quarter')).toEqual({ kind: 'last', count: 1, unit: 'quarter' });
  expect(readRange('DATEADD(DATETIME("now"), -7, day) : now')).toMatchObject({
    kind: 'custom',
    from: { kind: 'ago', count: 7, unit: 'day' },
  });
  expect(readRange(undefined)).toEqual({ kind: 'none' });
});

test('another kind begins with something useful', () => {
  expect(writeRange(firstOf('last', { kind: 'none' }))).toBe('Last 7 days');
  expect(writeRange(firstOf('advanced', readRange('Last week')))).toBe('Last week');
});
