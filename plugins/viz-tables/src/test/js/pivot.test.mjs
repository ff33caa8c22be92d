import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AGGREGATES } from '../../../target/classes/karavel/pivot_table_v2/aggregates.js';
import { pivot } from '../../../target/classes/karavel/pivot_table_v2/pivot.js';
import { pivotSource } from '../../../target/classes/karavel/pivot_table_v2/source.js';
import { dice, input } from './input.mjs';

const COLUMNS = [['region', 'text'], ['country', 'text'], ['year', 'text'], ['channel', 'text'], ['sales', 'number'], ['margin', 'number']];
const random = dice(11);
const pick = (list) => list[Math.floor(random() * list.length)];
const ROWS = Array.from({ length: 400 }, () => [pick(['A', 'B', 'C']), pick(['1', '2', '3', null]), pick(['2023', '2024']), pick(['shop', 'web']), random() < 0.05 ? null : Math.round(random() * 1000) - 200, Math.round(random() * 100) / 100]);
const VALUES = COLUMNS.map((_, index) => ROWS.map((row) => row[index]));
const FORM = { groupbyRows: ['region', 'country'], groupbyColumns: ['year', 'channel'], metrics: ['sales'], rowTotals: true, colTotals: true, rowSubTotals: true, colSubTotals: true };
const made = (more = {}, doings = {}) => pivot(input({ ...FORM, ...more }, COLUMNS, VALUES), doings);

const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values) => (values.length < 2 ? 0 : values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
const middle = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length % 2 === 1 ? sorted[(sorted.length - 1) / 2] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
};
const total = (values) => values.reduce((a, b) => a + b, 0);
const NAIVE = {
  Count: (values) => values.length,
  'Count Unique Values': (values) => new Set(values).size,
  'List Unique Values': (values) => [...new Set(values)].sort((a, b) => a - b).join(', '),
  Sum: total,
  Average: mean,
  Median: middle,
  'Sample Variance': variance,
  'Sample Standard Deviation': (values) => Math.sqrt(variance(values)),
  Minimum: (values) => Math.min(...values),
  Maximum: (values) => Math.max(...values),
  First: (values) => Math.min(...values),
  Last: (values) => Math.max(...values),
};
for (const base of ['Sum', 'Count']) {
  NAIVE[`${base} as Fraction of Total`] = (values, row, column, all) => NAIVE[base](values) / NAIVE[base](all([], []));
  NAIVE[`${base} as Fraction of Rows`] = (values, row, column, all) => NAIVE[base](values) / NAIVE[base](all(row, []));
  NAIVE[`${base} as Fraction of Columns`] = (values, row, column, all) => NAIVE[base](values) / NAIVE[base](all([], column));
}

/** The path of a line, outermost first. */
const path = ({ group }) => {
  const values = [];
  for (let one = group; one.parent; one = one.parent) values.unshift(one.value);
  return values;
};
/** The numbers of all rows under two paths. */
const under = (rows, columns) => ROWS.filter((row) => rows.every((value, level) => row[level] === value) && columns.every((value, level) => row[2 + level] === value)).map((row) => row[4]).filter((value) => value !== null);

for (const name of Object.keys(AGGREGATES)) {
  test(`${name}: each cell, subtotal and total agrees with a naive one`, () => {
    assert.ok(NAIVE[name], `a naive ${name}`);
    const { rows, columns, value } = made({ aggregateFunction: name });
    assert.ok(rows.length >= 15 && columns.length === 7, `${rows.length} × ${columns.length}`);
    for (const row of rows) {
      for (const column of columns) {
        const values = under(path(row), path(column));
        const found = value(row, column);
        if (values.length === 0) assert.ok(found === null || found === 0, `${found} of nothing`);
        else {
          const wanted = NAIVE[name](values, path(row), path(column), under);
          if (typeof wanted === 'number') assert.ok(Math.abs(found - wanted) < 1e-9 * Math.max(1, Math.abs(wanted)), `${path(row)} × ${path(column)}: ${found}, not ${wanted}`);
          else assert.equal(found, wanted);
        }
      }
    }
  });
}

test('rows stand by name, subtotals below their group, the total last', () => {
  const { rows } = made();
  assert.deepEqual(rows.slice(0, 5).map((row) => [row.kind, path(row).join('/')]), [['leaf', 'A/1'], ['leaf', 'A/2'], ['leaf', 'A/3'], ['leaf', 'A/'], ['sub', 'A']]);
  assert.equal(rows.at(-1).kind, 'total');
});

test('subtotals can stand above, and be left out', () => {
  assert.deepEqual(made({ rowSubtotalPosition: true }).rows.slice(0, 2).map(path), [['A'], ['A', '1']]);
  assert.ok(made({ rowSubTotals: false }).rows.every(({ kind }) => kind !== 'sub'));
});

test('rows sort by their value, within their group', () => {
  const { rows, columns, value } = made({ rowOrder: 'value_z_to_a' });
  const whole = columns.at(-1);
  const groups = rows.filter(({ kind }) => kind === 'sub').map((row) => value(row, whole));
  assert.deepEqual(groups, [...groups].sort((a, b) => b - a));
  const inner = rows.filter((row) => row.kind === 'leaf' && path(row)[0] === 'A').map((row) => value(row, whole));
  assert.deepEqual(inner, [...inner].sort((a, b) => b - a));
});

test('a click on a column sorts the rows by it', () => {
  const { columns } = made();
  const [first] = columns;
  const { rows, value } = made({}, { sort: { key: first.key, desc: false } });
  const sorted = rows.filter((row) => row.kind === 'leaf' && path(row)[0] === 'B').map((row) => value(row, first));
  assert.deepEqual(sorted, [...sorted].sort((a, b) => a - b));
});

test('a closed group is one row with the numbers of all that is in it', () => {
  const { rows, columns, value } = made({ rowSubTotals: false }, { closedRows: ['["B"]'] });
  const closed = rows.filter((row) => path(row)[0] === 'B');
  assert.deepEqual(closed.map((row) => [row.kind, row.closed, row.group.level]), [['sub', true, 0]]);
  assert.equal(value(closed[0], columns.at(-1)), total(under(['B'], [])));
});

test('a closed column is one column', () => {
  const open = made().columns.length;
  assert.equal(made({}, { closedColumns: ['["2023"]'] }).columns.length, open - 2);
});

test('several metrics stand before the groups, or within them, and never add up with each other', () => {
  const outside = made({ metrics: ['sales', 'margin'] });
  assert.deepEqual(outside.columnHeads, ['metric', 'year', 'channel']);
  assert.deepEqual(outside.columns.map(({ metric }) => metric).slice(0, 8), [0, 0, 0, 0, 0, 0, 0, 1]);
  const inside = made({ metrics: ['sales', 'margin'], combineMetric: true });
  assert.deepEqual(inside.columnHeads, ['year', 'channel', 'metric']);
  assert.deepEqual(inside.columns.map(({ metric }) => metric).slice(0, 4), [0, 1, 0, 1]);
  const [sales, margin] = inside.columns.slice(-2);
  assert.equal(inside.value(inside.rows.at(-1), sales), total(under([], [])));
  assert.ok(Math.abs(inside.value(inside.rows.at(-1), margin) - total(ROWS.map((row) => row[5]))) < 1e-6);
});

test('metrics stand on rows where the author says so', () => {
  const { rows, rowHeads, columns, value } = made({ metrics: ['sales', 'margin'], metricsLayout: 'ROWS', combineMetric: true });
  assert.deepEqual(rowHeads, ['region', 'country', 'metric']);
  assert.equal(columns.length, 7);
  assert.equal(value(rows.at(-2), columns.at(-1)), total(under([], [])));
});

test('rows and columns swap', () => {
  const { rowHeads, columnHeads, rows, columns, value } = made({ transposePivot: true });
  assert.deepEqual([rowHeads, columnHeads], [['year', 'channel'], ['region', 'country']]);
  assert.equal(value(rows[0], columns[0]), total(under(['A', '1'], ['2023', 'shop'])));
});

test('a cell filters by all groups it is of', () => {
  const { rows, columns, filters } = made();
  assert.deepEqual(filters([rows[0].group, columns[0].group]), [{ column: 'region', values: ['A'] }, { column: 'country', values: ['1'] }, { column: 'year', values: ['2023'] }, { column: 'channel', values: ['shop'] }]);
});

test('a name is said once, where its group begins', () => {
  const whole = input(FORM, COLUMNS, VALUES);
  const source = pivotSource(whole, pivot(whole, {}), {});
  assert.deepEqual([0, 1, 2].map((row) => source.cell(row, 0).text), ['A', '', '']);
  assert.equal(source.cell(0, 0).toggle, 'open');
  assert.deepEqual(source.heads[0].map(({ label, from, to }) => [label, from, to]), [['year', 0, 2], ['2023', 2, 5], ['2024', 5, 8], ['total', 8, 9]]);
  assert.equal(source.foot.at(-1).text, String(total(under([], []))));
});

test('50,000 cells are worked out in no time', () => {
  const rows = 50_000;
  const many = [Array.from({ length: rows }, (_, row) => `r${row % 1000}`), Array.from({ length: rows }, (_, row) => `c${Math.floor(row / 1000)}`), Array.from({ length: rows }, (_, row) => row)];
  const big = input({ groupbyRows: ['r'], groupbyColumns: ['c'], metrics: ['v'], rowTotals: true, colTotals: true }, [['r', 'text'], ['c', 'text'], ['v', 'number']], many);
  const result = pivot(big, {});
  assert.equal(result.rows.length * result.columns.length, 1001 * 51);
  assert.equal(result.value(result.rows.at(-1), result.columns.at(-1)), (rows * (rows - 1)) / 2);
});

test('without rows there is nothing to show', () => {
  assert.equal(pivot(input(FORM, COLUMNS, COLUMNS.map(() => [])), {}), undefined);
});
