import { expect, test } from 'vitest';
import { arrangeRows } from './arrange';
import { asText } from './copy';
import { parseFilter } from './filter';
import { fittingWidth, inSight, placeColumns, ROW_HEIGHT } from './layout';
import { prettyJson, timeText } from './show';
import { firstView, type GridData } from './types';

const data: GridData = {
  columns: [
    { name: 'city', kind: 'text' },
    { name: 'people', kind: 'number' },
    { name: 'since', kind: 'time' },
  ],
  values: [
    ['Bonn', 'Aachen', null, 'Bonn 10', 'Bonn 9'],
    [30, 5, 100, null, 30],
    ['2001-03-01', '2001-01-01 12:00:00', null, '1999-12-31', '2002-01-01'],
  ],
  length: 5,
};
const rows = (...given: Parameters<typeof arrangeRows> extends [unknown, ...infer Rest] ? Rest : never) => [
  ...arrangeRows(data, ...given),
];

test('rows keep their order until one is asked for; nothing stands last both ways', () => {
  expect(rows(undefined, {}, '')).toEqual([0, 1, 2, 3, 4]);
  expect(rows({ column: 1, way: 'asc' }, {}, '')).toEqual([1, 0, 4, 2, 3]);
  expect(rows({ column: 1, way: 'desc' }, {}, '')).toEqual([2, 0, 4, 1, 3]);
  expect(rows({ column: 0, way: 'asc' }, {}, '')).toEqual([1, 0, 4, 3, 2]);
  expect(rows({ column: 2, way: 'desc' }, {}, '')).toEqual([4, 0, 1, 3, 2]);
});

test('filters of several columns and the search hold together', () => {
  expect(rows(undefined, { 0: 'bonn' }, '')).toEqual([0, 3, 4]);
  expect(rows(undefined, { 0: 'bonn', 1: '>=30' }, '')).toEqual([0, 4]);
  expect(rows({ column: 1, way: 'desc' }, { 1: '!null' }, '')).toEqual([2, 0, 4, 1]);
  expect(rows(undefined, {}, '2001')).toEqual([0, 1]);
  expect(rows(undefined, { 1: '>' }, '')).toEqual([0, 1, 2, 3, 4]);
});

test('a filter reads signs, ranges, nothing and parts', () => {
  const holds = (text: string, kind: 'number' | 'text' | 'time', value: unknown) => parseFilter(text, kind)?.(value);
  expect(holds('>5', 'number', 6)).toBe(true);
  expect(holds('<= 5', 'number', 6)).toBe(false);
  expect(holds('1..5', 'number', 5)).toBe(true);
  expect(holds('1..', 'number', 0)).toBe(false);
  expect(holds('=5', 'number', 5)).toBe(true);
  expect(holds('=5', 'number', 55)).toBe(false);
  expect(holds('5', 'number', 55)).toBe(true);
  expect(holds('!=x', 'text', null)).toBe(true);
  expect(holds('!on', 'text', 'Bonn')).toBe(false);
  expect(holds('null', 'text', null)).toBe(true);
  expect(holds('2001-01-01..2001-01-31', 'time', '2001-01-31 23:00:00')).toBe(true);
  expect(holds('..2001-01-31', 'time', '2001-02-01')).toBe(false);
  expect(holds('>2001-03', 'time', '2001-03-01')).toBe(true);
  expect(parseFilter('  ', 'text')).toBeUndefined();
});

test('marked cells are copied for spreadsheets, papers, programs and statements', () => {
  const block = {
    names: ['a|b', 'c'],
    rows: [
      ['x\ty', 1],
      [null, 'say "hi", it\'s'],
    ],
  };
  expect(asText(block, 'tsv', false)).toBe('x y\t1\n\tsay "hi", it\'s');
  expect(asText(block, 'tsv', true).split('\n')[0]).toBe('a|b\tc');
  expect(asText(block, 'csv', true)).toBe('a|b,c\nx\ty,1\n,"say ""hi"", it\'s"');
  expect(asText(block, 'markdown', false)).toBe('| a\\|b | c |\n| --- | --- |\n| x y | 1 |\n|  | say "hi", it\'s |');
  expect(JSON.parse(asText(block, 'json', false))[1]).toEqual({ 'a|b': null, c: 'say "hi", it\'s' });
  expect(asText(block, 'list', false)).toBe("('x\ty', 1, NULL, 'say \"hi\", it''s')");
});

test('pinned columns stand first, hidden ones nowhere', () => {
  const placed = placeColumns(data, { ...firstView, pinned: [2], hidden: [0], widths: { 1: 80 } }, [100, 100, 100]);
  expect(placed).toEqual([
    { column: 2, left: 0, width: 100, pinned: true },
    { column: 1, left: 100, width: 80, pinned: false },
  ]);
});

test('only what is in sight is drawn, and a little around it', () => {
  const placed = placeColumns(data, firstView, [100, 100, 100]);
  const window = inSight(placed, 100_000, { x: 210, y: 50_000 * ROW_HEIGHT, width: 50, height: 300 });
  expect(window).toEqual({ top: 49_990, bottom: 50_020, left: 1, right: 3 });
  expect(inSight(placed, 3, { x: 0, y: 0, width: 1000, height: 300 })).toEqual({
    top: 0,
    bottom: 3,
    left: 0,
    right: 3,
  });
});

test('a column is as wide as its values, within reason', () => {
  expect(fittingWidth(data, 1)).toBeLessThan(fittingWidth(data, 2));
  expect(fittingWidth({ columns: [{ name: 'x', kind: 'text' }], values: [['y'.repeat(999)]], length: 1 }, 0)).toBe(340);
});

test('times read as they sort, and JSON is laid out', () => {
  expect(timeText(Date.UTC(2001, 0, 31))).toBe('2001-01-31');
  expect(timeText('2001-01-31T23:59:00.000Z')).toBe('2001-01-31 23:59:00Z');
  expect(timeText('2001-01-31T00:00:00')).toBe('2001-01-31');
  expect(timeText(null)).toBeNull();
  expect(prettyJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(prettyJson('{no')).toBeUndefined();
});
