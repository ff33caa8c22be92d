import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, sparkValues, timeColumns, timeTable, valueOf } from '../../../target/classes/karavel/time_table/model.js';
import { input } from './input.mjs';

const TIMES = [3, 1, 2, 4];
const given = (form = {}) => input({ x_axis: 'at', metrics: ['n', 'm'], ...form }, [['at', 'time'], ['n', 'number'], ['m', 'number']], [TIMES, [30, 10, 20, 40], [1, 1, null, 3]]);
const column = (one) => timeColumns({ formData: { column_collection: [one] } })[0];
const of = (one, line = 0) => {
  const table = timeTable(given());
  return valueOf(column(one), table.lines[line], table);
};

test('there is a line per metric, in the order of time', () => {
  const { times, lines } = timeTable(given());
  assert.deepEqual(times, [1, 2, 3, 4]);
  assert.deepEqual(lines.map(({ label, values }) => [label, values]), [['n', [10, 20, 30, 40]], ['m', [1, null, 1, 3]]]);
});

test('with groups there is a line per group of the first metric', () => {
  const grouped = input({ x_axis: 'at', groupby: ['city'], metrics: ['n', 'm'] }, [['at', 'time'], ['city', 'text'], ['n', 'number'], ['m', 'number']], [[1, 1, 2], ['A', 'B', 'A'], [5, 6, 7], [0, 0, 0]]);
  assert.deepEqual(timeTable(grouped).lines.map(({ label, values, filters }) => [label, values, filters]), [['A', [5, 7], [{ column: 'city', values: ['A'] }]], ['B', [6, null], [{ column: 'city', values: ['B'] }]]]);
});

test('a lag looks back, a negative one from the beginning', () => {
  assert.equal(of({ colType: 'time', timeLag: 0 }), 40);
  assert.equal(of({ colType: 'time', timeLag: '1' }), 30);
  assert.equal(of({ colType: 'time', timeLag: -1 }), 10);
  assert.equal(of({ colType: 'time', timeLag: 9 }), null);
});

test('a value is compared with the one then', () => {
  assert.equal(of({ colType: 'time', timeLag: 1, comparisonType: 'diff' }), 10);
  assert.equal(of({ colType: 'time', timeLag: 3, comparisonType: 'perc' }), 4);
  assert.equal(of({ colType: 'time', timeLag: 3, comparisonType: 'perc_change' }), 3);
  assert.equal(of({ colType: 'time', timeLag: 2, comparisonType: 'diff' }, 1), null);
});

test('shares, averages and sparklines', () => {
  assert.equal(of({ colType: 'contrib' }), 40 / 43);
  assert.equal(of({ colType: 'avg', timeRatio: 2 }), 35);
  assert.equal(of({ colType: 'avg' }), 25);
  assert.deepEqual(sparkValues(column({ colType: 'spark' }), [1, 2]), [1, 2]);
  assert.deepEqual(sparkValues(column({ colType: 'spark', timeRatio: 2 }), [1, 2, 3, 8]), [3, 4]);
});

test('a chart made elsewhere may hold anything', () => {
  assert.equal(timeColumns({ formData: { column_collection: [null, 5, { colType: 'odd', height: 'x' }] } }).length, 1);
  assert.equal(timeColumns({ formData: {} }).length, 3);
});

test('a row leads to its own address, and never to a script', () => {
  const line = { name: 'a b', label: 'A & B' };
  assert.equal(addressOf({ formData: { url: 'https://example.com/{{metric}}?x={{ label }}' } }, line), 'https://example.com/a%20b?x=A%20%26%20B');
  assert.equal(addressOf({ formData: { url: '/d/{{{metric.id}}}' } }, line), '/d/a%20b');
  assert.equal(addressOf({ formData: { url: 'javascript:alert("{{metric}}")' } }, line), undefined);
  assert.equal(addressOf({ formData: { url: '//evil/{{metric}}' } }, line), undefined);
  assert.equal(addressOf({ formData: {} }, line), undefined);
});
