import { expect, test } from 'vitest';
import type { LabAnswer } from '../types';
import { toGridData } from './toGridData';

test('columns come as values or by a dictionary, times as texts, nothing as nothing', () => {
  const answer: LabAnswer = {
    query: undefined as never,
    columns: [
      { column_name: 'n', type: 'INTEGER', type_generic: 0 },
      { column_name: 'a', type: 'TEXT', type_generic: 1 },
      { column_name: 'at', type: 'TIMESTAMP', type_generic: 2 },
    ],
    data: [{ values: [3, null] }, { dictionary: ['x'], indices: [0, -1] }, { values: [0, null] }],
  };
  expect(toGridData(answer)).toEqual({
    columns: [
      { name: 'n', kind: 'number', type: 'INTEGER' },
      { name: 'a', kind: 'text', type: 'TEXT' },
      { name: 'at', kind: 'time', type: 'TIMESTAMP' },
    ],
    values: [
      [3, null],
      ['x', null],
      ['1970-01-01', null],
    ],
    length: 2,
  });
  expect(toGridData({ ...answer, columns: [], data: [] }).length).toBe(0);
});
