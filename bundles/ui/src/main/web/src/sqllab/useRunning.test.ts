import { expect, test } from 'vitest';
import { piecesOf } from './useRunning';

const sql = 'select 1;\nselect 2;\n\ncreate table t as select 3';
const at = (from: number, to = from) => ({ from, to, head: to });
const texts = (...given: Parameters<typeof piecesOf>) => piecesOf(...given).map((piece) => [piece.sql, piece.offset]);

test('Ctrl Enter runs what is marked, else the statement under the cursor', () => {
  expect(texts(sql, at(12), 'here', {})).toEqual([['select 2', 10]]);
  expect(texts(sql, at(0, 18), 'here', {})).toEqual([
    ['select 1', 0],
    ['select 2', 10],
  ]);
  expect(texts(sql, at(7, 8), 'here', {})).toEqual([['1', 7]]);
  expect(texts('  ', at(0), 'here', {})).toEqual([]);
});

test('statements that read give a result each, a script that changes things runs as one', () => {
  expect(texts(sql, at(0), 'all', {})).toEqual([[sql, 0]]);
  expect(texts(sql, at(12), 'upTo', {})).toEqual([
    ['select 1', 0],
    ['select 2', 10],
  ]);
  expect(texts('-- a\nselect 1;\n(select 2)', at(0), 'all', {})).toEqual([
    ['-- a\nselect 1', 0],
    ['(select 2)', 15],
  ]);
});
