import { expect, test } from 'vitest';
import { highlight } from './highlight';
import { ago, parseTime } from './time';

test('highlighting loses no character of the statement', () => {
  const sql = `SELECT "a", 'it''s' AS b -- why\nFROM t WHERE x > 1.5 /* all */`;

  expect(
    highlight(sql)
      .map(({ text }) => text)
      .join(''),
  ).toBe(sql);
});

test('words, texts, numbers and notes are told apart; quoted names are left alone', () => {
  const kinds = highlight(`select "select" , 'from', 3 -- where`).filter(({ kind }) => kind);

  expect(kinds).toEqual([
    { text: 'select', kind: 'word' },
    { text: `'from'`, kind: 'text' },
    { text: '3', kind: 'digit' },
    { text: '-- where', kind: 'note' },
  ]);
});

test('ages are told by their greatest part', () => {
  const now = Date.UTC(2026, 0, 1);

  expect(ago(now - 5 * 60_000, now, 'en')).toBe('5 minutes ago');
  expect(ago(now - 3_600_000, now, 'en')).toBe('1 hour ago');
  expect(ago(now - 20_000, now, 'en')).toBeUndefined();
  expect(ago(now + 20_000, now, 'en')).toBeUndefined();
});

test('times without a zone are UTC', () => {
  expect(parseTime('2026-01-01T10:00:00')).toBe(Date.UTC(2026, 0, 1, 10));
  expect(parseTime('2026-01-01T10:00:00Z')).toBe(Date.UTC(2026, 0, 1, 10));
  expect(parseTime('2026-01-01T12:00:00+02:00')).toBe(Date.UTC(2026, 0, 1, 10));
});
