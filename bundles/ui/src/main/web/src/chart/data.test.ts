import { expect, test } from 'vitest';
import type { ChartResult } from '../api/types';
import { timeExtent, toData } from './data';
import { orderRows } from './orderRows';

const result: ChartResult = {
  cached_dttm: null,
  query: null,
  status: 'success',
  rowcount: 3,
  colnames: ['date', 'origin', 'count', 'late', 'odd'],
  coltypes: [2, 1, 0, 3, 99],
  labels_map: { count: 'Flights' },
  columns: [
    { values: [200, 100, null] },
    { values: ['ORD', 'ATL', 'DFW'] },
    { values: [3, null, 12] },
    { values: [true, false, false] },
    { dictionary: ['y', 'x'], indices: [1, 0, -1] },
  ],
};

test('columns are typed and have the labels people read', () => {
  const data = toData(result);

  expect(data.columns.map(({ type }) => type)).toEqual(['time', 'text', 'number', 'boolean', 'text']);
  expect(data.columns[2]).toEqual({ name: 'count', label: 'Flights', type: 'number' });
  expect(data.values[1]).toEqual(['ORD', 'ATL', 'DFW']);
  expect(data.values[4]).toEqual(['x', 'y', null]);
  expect(data.length).toBe(3);
});

test('columns say how the dataset wants its metrics written', () => {
  const currency = { symbol: 'EUR', symbolPosition: 'suffix' } as const;
  const { columns } = toData({ ...result, number_formats: { count: { d3format: ',d', currency } } });

  expect(columns[2]).toEqual({ name: 'count', label: 'Flights', type: 'number', format: ',d', currency });
});

test('plugins cannot change what was handed out', () => {
  const values = toData(result).values[2] as unknown[];

  expect(() => values.push(1)).toThrow(TypeError);
});

test('the extent is the span of the time columns', () => {
  expect(timeExtent([result])).toEqual([100, 200]);
  expect(timeExtent([{ ...result, coltypes: [1, 1, 0, 3, 1] }])).toBeUndefined();
});

test('rows are ordered by value both ways, and nothing always stands last', () => {
  const data = toData(result);

  expect(orderRows(data, undefined)).toEqual([0, 1, 2]);
  expect(orderRows(data, { column: 2, way: 'asc' })).toEqual([0, 2, 1]);
  expect(orderRows(data, { column: 2, way: 'desc' })).toEqual([2, 0, 1]);
  expect(orderRows(data, { column: 1, way: 'asc' })).toEqual([1, 2, 0]);
});
