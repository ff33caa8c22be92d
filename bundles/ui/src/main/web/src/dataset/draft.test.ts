import { expect, test } from 'vitest';
import type { Dataset } from '../api/types';
import { changesOf, newColumn, newMetric, readDataset, wrongsOf } from './draft';

const dataset: Dataset = {
  id: 1,
  table_name: 'flights',
  schema: null,
  database: null,
  extra: '{"certification":{"certified_by":"Data team","details":"daily"},"warning_markdown":"old"}',
  columns: [
    { id: 10, column_name: 'date', type: 'TIMESTAMP', type_generic: 2, is_dttm: true, extra: '{"a":1}' },
    { id: 11, column_name: 'late', type: 'BOOLEAN', type_generic: 3, expression: 'delay > 15' },
  ],
  metrics: [
    { id: 20, metric_name: 'count', expression: 'COUNT(*)', currency: '{"symbol":"EUR","symbolPosition":"suffix"}' },
  ],
};
const read = readDataset(dataset);

test('nothing is sent while nothing is changed', () => {
  expect(changesOf(read, readDataset(dataset), false)).toEqual({});
});

test('a changed part is sent with all parts of its kind, and what else is noted on it stays', () => {
  const columns = read.columns.map((column) => ({ ...column, certifiedBy: column.name === 'date' ? 'Ann' : '' }));
  const body = changesOf({ ...read, columns }, read, false) as { columns: { id: number; extra: string }[] };

  expect(Object.keys(body)).toEqual(['columns']);
  expect(body.columns.map(({ id }) => id)).toEqual([10, 11]);
  expect(JSON.parse(body.columns[0]?.extra ?? '')).toEqual({
    a: 1,
    certification: { certified_by: 'Ann', details: '' },
  });
});

test('settings are sent one by one', () => {
  const settings = { ...read.settings, cacheTimeout: '60', certifiedBy: '' };

  expect(changesOf({ ...read, settings }, read, false)).toEqual({
    cache_timeout: 60,
    extra: '{"warning_markdown":"old"}',
  });
  expect(changesOf({ ...read, settings: { ...read.settings, sql: 'select 1' } }, read, true)).toEqual({
    sql: 'select 1',
  });
});

test('currencies and certifications are read and written', () => {
  expect(read.metrics[0]).toMatchObject({ currency: 'EUR', currencyAfter: true });
  expect(read.settings).toMatchObject({ certifiedBy: 'Data team', certification: 'daily' });
});

test('what cannot be saved is named with its place', () => {
  const column = { ...newColumn(read.columns), name: 'date' };
  const metric = newMetric(read.metrics);
  const wrongs = wrongsOf({
    columns: [...read.columns, column],
    metrics: [...read.metrics, metric],
    settings: { ...read.settings, templateParams: '[1]', offset: 'two' },
  });

  expect(wrongs.map(({ tab, what }) => `${tab} ${what}`)).toEqual([
    'columns twice',
    'calculated twice',
    'calculated expression',
    'metrics expression',
    'settings json',
    'settings number',
  ]);
});

test('new parts get names that are free', () => {
  const first = newColumn(read.columns);

  expect(first.name).toBe('calculated');
  expect(newColumn([...read.columns, first]).name).toBe('calculated_2');
});
