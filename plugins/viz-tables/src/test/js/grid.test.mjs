import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnAt, headAt, offsets, pinnedCount } from '../../../target/classes/karavel/grid/model.js';
import { copyText, selection } from '../../../target/classes/karavel/grid/selection.js';

test('a reader goes no further than there is, and above the first row to the headers', () => {
  const chosen = selection();
  chosen.bound(3, 2, false, 1);
  chosen.go(9, 9, false);
  assert.deepEqual(chosen.active, { row: 2, column: 1 });
  chosen.go(-5, 0, false);
  assert.deepEqual(chosen.active, { row: -2, column: 0 });
});

test('cells are chosen from where the choice began, without the header', () => {
  const chosen = selection();
  chosen.bound(5, 5, false);
  chosen.go(3, 3, false);
  chosen.go(1, 4, true);
  assert.deepEqual(chosen.area(), { rows: [1, 3], columns: [3, 4] });
  chosen.go(-1, 4, true);
  assert.deepEqual(chosen.area().rows, [0, 3]);
  assert.match(chosen.kindOf(2, 3), /picked/);
  assert.equal(chosen.kindOf(4, 3), '');
});

test('the row of totals can be reached and is not part of a choice', () => {
  const chosen = selection();
  chosen.bound(3, 1, true);
  chosen.go(3, 0, false);
  assert.match(chosen.kindOf(-2, 0), /active/);
  chosen.go(2, 0, false);
  chosen.go(3, 0, true);
  assert.equal(chosen.active.row, 2);
});

test('a choice stays within a table that became shorter', () => {
  const chosen = selection();
  chosen.bound(100, 10, false);
  chosen.go(80, 9, false);
  chosen.bound(10, 3, false);
  assert.deepEqual(chosen.active, { row: 9, column: 2 });
});

test('what is copied is what a spreadsheet takes', () => {
  const source = { columns: [{ label: 'A' }, { label: 'B' }], rowCount: 2, cell: (row, column) => ({ text: row === 0 ? `x${column}` : column === 0 ? 'a\tb' : 'say "no"' }) };
  assert.equal(copyText(source, { rows: [0, 1], columns: [0, 1] }), 'x0\tx1\n"a\tb"\t"say ""no"""');
  assert.equal(copyText(source, { rows: [-1, -1], columns: [0, 1] }), 'A\tB');
});

test('the first column in sight is found by where it ends', () => {
  const starts = offsets([{ width: 100 }, { width: 50 }, { width: 200 }]);
  assert.deepEqual(starts, [0, 100, 150, 350]);
  assert.deepEqual([0, 99, 100, 149, 150, 999].map((x) => columnAt(starts, x, 0)), [0, 0, 1, 1, 2, 2]);
  assert.equal(columnAt(starts, 0, 1), 1);
  assert.equal(pinnedCount([{ pinned: true }, { pinned: false }, { pinned: true }]), 1);
});

test('a header over several columns is found from each of them', () => {
  const [top, inner] = [{ from: 0, to: 4 }, { from: 2, to: 4 }];
  const source = { heads: [[top], [{ from: 0, to: 2 }, inner]] };
  assert.equal(headAt(source, -3, 3), top);
  assert.equal(headAt(source, -2, 2), inner);
  assert.equal(headAt(source, -1, 2), undefined);
});
