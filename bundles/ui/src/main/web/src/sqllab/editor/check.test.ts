import { expect, test, vi } from 'vitest';

vi.mock('@codemirror/lint', () => ({ linter: () => [] }));
const { rangeOf } = await import('./check');

const at = (line_number: number | null, start_column: number | null, end_column: number | null) => ({
  line_number,
  start_column,
  end_column,
  message: 'no',
});

test('a message marks what it speaks of: from column to column, else the word, else all', () => {
  const sql = 'select origin,\n  nonsense\nfrom flights';
  const text = (wrong: ReturnType<typeof at>) => {
    const { from, to } = rangeOf(sql, wrong);
    return sql.slice(from, to);
  };
  expect(text(at(2, 3, null))).toBe('nonsense');
  expect(text(at(2, 3, 6))).toBe('non');
  expect(text(at(3, null, null))).toBe('from');
  expect(text(at(null, null, null))).toBe(sql);
  expect(text(at(99, 1, null))).toBe(sql);
});
