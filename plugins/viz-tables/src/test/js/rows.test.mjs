import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf, widths } from '../../../target/classes/karavel/tables/columns.js';
import { filtered } from '../../../target/classes/karavel/tables/filters.js';
import { arranged } from '../../../target/classes/karavel/tables/layout.js';
import { clicked, ordered } from '../../../target/classes/karavel/tables/order.js';
import { holds, lookOf, rulesOf } from '../../../target/classes/karavel/tables/rules.js';
import { picture } from '../../../target/classes/karavel/tables/picture.js';
import { rowCount } from '../../../target/classes/karavel/tables/totals.js';
import { input } from './input.mjs';

const rows = [0, 1, 2, 3, 4];
const COLUMNS = [['city', 'text'], ['flights', 'number'], ['delay', 'number']];
const VALUES = [['ORD', 'DFW', 'ATL', 'LAX'], [40, 30, 20, 10], [1, 2, 3, 4]];
const FORM = { query_mode: 'aggregate', groupby: ['city'], metrics: ['flights', 'delay'] };

test('text is ordered as people do, nothing comes last in either direction', () => {
  const values = ['b10', null, 'b9', 'A', 'a'];
  assert.deepEqual(ordered(rows, [{ values, desc: false }], 'en').map((row) => values[row]), ['a', 'A', 'b9', 'b10', null]);
  assert.equal(ordered(rows, [{ values, desc: true }], 'en').at(-1), 1);
});

test('a second column decides where the first is equal', () => {
  const [first, second] = [[1, 1, 2, 2, 1], [5, 4, 3, 2, 1]];
  assert.deepEqual(ordered(rows, [{ values: first, desc: true }, { values: second, desc: false }], 'en'), [3, 2, 4, 1, 0]);
});

test('clicks go up, down and away; numbers begin with the greatest; shift adds', () => {
  const one = clicked([], 'a', false, false);
  assert.deepEqual(one, [{ id: 'a', desc: false }]);
  const two = clicked(one, 'a', false, false);
  assert.deepEqual(two, [{ id: 'a', desc: true }]);
  assert.deepEqual(clicked(two, 'a', false, false), []);
  assert.deepEqual(clicked(two, 'n', true, true), [{ id: 'a', desc: true }, { id: 'n', desc: true }]);
});

test('every operator of conditional formatting holds where it should', () => {
  const cases = [
    ['>', { targetValue: 3 }, [4], [3, null, '5']], ['<', { targetValue: 3 }, [2], [3]], ['≥', { targetValue: 3 }, [3, 4], [2]], ['≤', { targetValue: 3 }, [3], [4]],
    ['=', { targetValue: 3 }, [3], [4, null]], ['≠', { targetValue: 3 }, [4], [3, null]],
    ['< x <', { targetValueLeft: 1, targetValueRight: 3 }, [2], [1, 3]], ['≤ x ≤', { targetValueLeft: 1, targetValueRight: 3 }, [1, 3], [0]],
    ['≤ x <', { targetValueLeft: 1, targetValueRight: 3 }, [1], [3]], ['< x ≤', { targetValueLeft: 1, targetValueRight: 3 }, [3], [1]],
    ['=', { targetValue: 'Open' }, ['open'], ['opened']], ['begins with', { targetValue: 'op' }, ['Open'], ['stop']], ['ends with', { targetValue: 'EN' }, ['open'], ['end']],
    ['containing', { targetValue: 'pe' }, ['open'], ['shut', null]], ['not containing', { targetValue: 'pe' }, ['shut'], ['open', null]],
    ['is true', {}, [true], [false, null]], ['is false', {}, [false], [true, null]], ['is null', {}, [null], ['', 0]], ['is not null', {}, [0, ''], [null]], ['None', {}, [1, 'x'], [null]],
  ];
  for (const [operator, targets, yes, no] of cases) {
    for (const value of yes) assert.ok(holds({ operator, ...targets }, value), `${value} ${operator}`);
    for (const value of no) assert.ok(!holds({ operator, ...targets }, value), `not ${value} ${operator}`);
  }
});

test('rules colour a cell, its text, its row, or another column', () => {
  const given = (rule) => rulesOf(input({ conditional_formatting: [{ column: 'n', operator: '>', targetValue: 1, colorScheme: '#ff0000', useGradient: false, ...rule }] }, [], []), (name) => (name === 'n' ? [1, 2] : undefined));
  assert.equal(lookOf(given({}), 'n', 0), undefined);
  assert.match(lookOf(given({}), 'n', 1).background, /^rgb/);
  assert.equal(lookOf(given({}), 'other', 1), undefined);
  assert.match(lookOf(given({ toAllRow: true }), 'other', 1).background, /^rgb/);
  assert.match(lookOf(given({ toTextColor: true }), 'n', 1).color, /^rgb/);
  assert.match(lookOf(given({ columnFormatting: 'other', objectFormatting: 'TEXT_COLOR' }), 'other', 1).color, /^rgb/);
  assert.deepEqual(lookOf(given({ objectFormatting: 'CELL_BAR' }), 'n', 1), { bar: '#ff0000' });
});

test('totals are what the server says, or sums of what may be summed', () => {
  const given = input({ ...FORM, show_totals: true, metrics: [{ label: 'flights', aggregate: 'COUNT', column: 'id' }, { label: 'delay', aggregate: 'AVG', column: 'delay' }] }, COLUMNS, VALUES);
  assert.deepEqual(columnsOf(given).map(({ total }) => total), ['', '100', '']);
  const totals = { columns: [{ name: 'flights', label: 'flights', type: 'number' }, { name: 'delay', label: 'delay', type: 'number' }], values: [[100], [2.25]], length: 1 };
  const count = { columns: [{ name: 'rowcount', label: 'rowcount', type: 'number' }], values: [[1234]], length: 1 };
  const answered = { ...given, results: [given.data, count, totals] };
  assert.deepEqual(columnsOf(answered).map(({ total }) => total), ['', '100', '2.25']);
  assert.equal(rowCount(answered), 1234);
});

test('a metric is compared with another time: main, then, difference and share', () => {
  const given = input({ ...FORM, metrics: ['flights'], time_compare: ['1 year ago'] }, [...COLUMNS.slice(0, 2), ['flights__1 year ago', 'number']], [VALUES[0], VALUES[1], [20, 30, 0, null]]);
  const columns = columnsOf(given);
  assert.deepEqual(columns.map(({ name }) => name), ['city', 'Main flights', '# flights', '△ flights', '% flights']);
  assert.deepEqual(columns.slice(1).map(({ values }) => values), [[40, 30, 20, 10], [20, 30, 0, null], [20, 0, 20, null], [1, 0, null, null]]);
});

test('numbers are written as the dataset says, unless the author says otherwise', () => {
  const given = input({ ...FORM, column_config: { delay: { d3NumberFormat: '.9f' } } }, COLUMNS, VALUES);
  const columns = given.data.columns.map((column) => ({ ...column, ...(column.type === 'number' ? { format: '.3s', currency: { symbol: 'EUR', symbolPosition: 'suffix' } } : {}) }));
  const formatters = { ...given.formatters, number: (format) => (value) => `${format}(${value})` };
  const written = columnsOf({ ...given, data: { ...given.data, columns }, formatters }).map(({ text, values }) => text(values[0]));
  assert.deepEqual(written, ['ORD', '.3s(40) €', '.9f(1) €']);
});

test('the author names, sizes, aligns and hides columns', () => {
  const columns = columnsOf(input({ ...FORM, column_config: { city: { customColumnName: 'City', columnWidth: 200, horizontalAlign: 'right' }, delay: { visible: false } } }, COLUMNS, VALUES));
  assert.deepEqual(columns.map(({ label, width, align }) => [label, width > 60, align]), [['City', true, 'right'], ['flights', true, 'right']]);
  assert.equal(columns[0].width, 200);
});

test('room that is left goes to text, none to what has its width', () => {
  const columns = [{ width: 100, align: 'left', fixed: false }, { width: 100, align: 'right', fixed: false }, { width: 100, align: 'left', fixed: true }];
  assert.deepEqual(widths(columns, 600), [300, 200, 100]);
  assert.deepEqual(widths(columns, 200), [100, 100, 100]);
  assert.deepEqual(widths(columns, 290), [95, 95, 100]);
});

test('the reader moves, pins, hides and sizes columns, and new ones keep their place', () => {
  const columns = columnsOf(input(FORM, COLUMNS, VALUES));
  const names = (layout) => arranged(columns, layout).map(({ name }) => name);
  assert.deepEqual(names({ order: ['delay', 'flights'] }), ['city', 'delay', 'flights']);
  assert.deepEqual(names({ pinned: ['delay'] }), ['delay', 'city', 'flights']);
  assert.deepEqual(names({ hidden: ['city'] }), ['flights', 'delay']);
  assert.deepEqual(names({ hidden: ['city', 'flights', 'delay'] }), ['city', 'flights', 'delay']);
  assert.equal(arranged(columns, { widths: { city: 77 } })[0].width, 77);
});

test('columns filter by words, numbers and days', () => {
  const day = 86_400_000;
  const columns = [{ name: 'city', type: 'text', values: ['Oslo', 'Rome', null], text: String }, { name: 'n', type: 'number', values: [1, 2, 3], text: String }, { name: 't', type: 'time', values: [0, day, day + 5], text: String }];
  const left = (filters) => filtered([0, 1, 2], columns, filters);
  assert.deepEqual(left({ city: { operator: 'contains', value: 'OM' } }), [1]);
  assert.deepEqual(left({ city: { operator: 'blank', value: '' } }), [2]);
  assert.deepEqual(left({ n: { operator: 'inRange', value: '2', to: '3' } }), [1, 2]);
  assert.deepEqual(left({ n: { operator: 'lessThan', value: '' } }), [0, 1, 2]);
  assert.deepEqual(left({ t: { operator: 'equals', value: '1970-01-02' } }), [1, 2]);
  assert.deepEqual(left({ t: { operator: 'greaterThan', value: '1970-01-01' }, n: { operator: 'notEquals', value: '3' } }), [1]);
});

test('a picture says how many rows it leaves out, of all pages', () => {
  const given = input({ ...FORM, server_pagination: true }, COLUMNS, VALUES);
  const counted = { ...given, results: [given.data, { columns: [{ name: 'rowcount', label: 'rowcount', type: 'number' }], values: [[1000]], length: 1 }], text: (key, values) => `${key} ${JSON.stringify(values)}` };
  assert.match(picture(counted).html, /more {&quot;count&quot;:&quot;996&quot;}/);
  assert.match(picture({ ...counted, size: { width: 800, height: 120 } }).html, /998/);
  assert.doesNotMatch(picture({ ...counted, results: [given.data] }).html, /more/);
});
