import { expect, test } from 'vitest';
import { begin, redo, step, undo } from './history';

test('what was changed is taken back and done again', () => {
  const changed = step(step(begin('a'), 'b', 'metrics', 0), 'c', 'groupby', 10);

  expect(undo(changed).now).toBe('b');
  expect(undo(undo(undo(changed))).now).toBe('a');
  expect(redo(undo(changed)).now).toBe('c');
  expect(redo(changed)).toBe(changed);
});

test('typing in one control is one step', () => {
  const typed = step(step(step(begin(''), 'a', 'title', 0), 'ab', 'title', 300), 'abc', 'title', 600);

  expect(undo(typed).now).toBe('');
  expect(undo(step(typed, 'abcd', 'title', 9000)).now).toBe('abc');
});

test('a new change ends the way forth', () => {
  const other = step(undo(step(begin('a'), 'b', '', 0)), 'c', '', 1);

  expect(redo(other).now).toBe('c');
  expect(undo(other).now).toBe('a');
});

test('a hundred steps are remembered', () => {
  let history = begin(0);
  for (let count = 1; count <= 150; count++) history = step(history, count, '', count);

  expect(history.past).toHaveLength(100);
  expect(history.past[0]).toBe(50);
});
