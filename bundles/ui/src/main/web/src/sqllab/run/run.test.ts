import { expect, test } from 'vitest';
import type { LabQuery } from '../types';
import { durationOf, durationText, errorOf, follow, isCut, isOpen, runOf } from './model';

const query = (changed: Partial<LabQuery> = {}): LabQuery => ({
  id: 'abc',
  queryId: 1,
  dbId: 1,
  db: 'Examples',
  schema: 'main',
  sql: 'select 1',
  state: 'running',
  progress: 40,
  rows: null,
  limit: 1000,
  resultsKey: null,
  startDttm: 1000,
  endDttm: null,
  ...changed,
});

test('what was asked to stop shows so until it has ended', () => {
  const run = { ...runOf(query(), 't1'), state: 'stopping' as const };
  expect(follow(run, query()).state).toBe('stopping');
  const over = follow(run, query({ state: 'stopped', endDttm: 3500 }));
  expect(over.state).toBe('stopped');
  expect(isOpen(over)).toBe(false);
  expect(durationOf(over, 99_000)).toBe(2500);
});

test('a run that failed out of sight tells where and why', () => {
  const failed = query({
    state: 'failed',
    errorMessage: 'no',
    extra: { errors: [{ message: 'no column x', extra: { code: 'WAREHOUSE_REFUSED', line: 2, column: 8 } }] },
  });
  expect(errorOf(failed)).toMatchObject({ message: 'no column x', place: { line: 2, column: 8 } });
  expect(errorOf(query({ state: 'timed_out' }))?.code).toBe('WAREHOUSE_TIMEOUT');
  expect(errorOf(query({ state: 'success' }))).toBeUndefined();
});

test('a duration reads as people say it', () => {
  expect(durationText(38.4, 'en')).toBe('38 ms');
  expect(durationText(4210, 'en')).toBe('4.2 s');
  expect(durationText(187_000, 'en')).toBe('3:07');
  expect(durationText(3_661_000, 'en')).toBe('1:01:01');
});

test('rows may be missing only where a limit was reached', () => {
  expect(isCut(query({ rows: 1000, limitingFactor: 'DROPDOWN' }))).toBe(true);
  expect(isCut(query({ rows: 999, limitingFactor: 'DROPDOWN' }))).toBe(false);
  expect(isCut(query({ rows: 1000, limitingFactor: 'NOT_LIMITED' }))).toBe(false);
});
