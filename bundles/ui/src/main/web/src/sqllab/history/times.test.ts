import { expect, test } from 'vitest';
import { durationIn, momentOf } from './times';

test('a moment is read as milliseconds or as ISO', () => {
  expect(momentOf(0)).toBe('1970-01-01T00:00:00.000Z');
  expect(momentOf('1000.5')).toBe('1970-01-01T00:00:01.000Z');
  expect(momentOf('2001-01-01T00:00:00')).toBe('2001-01-01T00:00:00.000Z');
  expect(momentOf(null)).toBeUndefined();
  expect(momentOf('never')).toBeUndefined();
});

test('a duration needs both ends', () => {
  expect(durationIn({ start_time: 1000, end_time: 3500 })).toBe(2500);
  expect(durationIn({ start_time: 1000, end_time: null })).toBeUndefined();
});
