import type { Data } from 'karavel-viz';
import { expect, test } from 'vitest';
import { asTabText, filterRows } from './filterRows';

const data: Data = {
  columns: [
    { name: 'origin', label: 'Origin', type: 'text' },
    { name: 'day', label: 'Day', type: 'time' },
    { name: 'n', label: 'Flights', type: 'number' },
  ],
  values: [
    ['ORD', 'ATL\tx', null],
    [Date.UTC(2001, 0, 1), Date.UTC(2001, 0, 2, 6), null],
    [1200, 7, 3],
  ],
  length: 3,
};
const show = (_column: number, value: unknown) => (value === null ? '–' : String(value));

test('rows are found by what is read in any cell', () => {
  expect(filterRows(data, 'ord', show).values[2]).toEqual([1200]);
  expect(filterRows(data, '120', show).length).toBe(1);
  expect(filterRows(data, 'nothing', show).length).toBe(0);
  expect(filterRows(data, ' ', show)).toBe(data);
});

test('a copy keeps cells apart, and days are days', () => {
  expect(asTabText(data).split('\n')).toEqual([
    'Origin\tDay\tFlights',
    'ORD\t2001-01-01\t1200',
    'ATL x\t2001-01-02T06:00:00.000Z\t7',
    '\t\t3',
  ]);
});
