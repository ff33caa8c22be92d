import { expect, test } from 'vitest';
import { positionOf, splitStatements, statementAt, statementsUpTo } from './statements';

const texts = (sql: string, habits?: Parameters<typeof splitStatements>[1]) =>
  splitStatements(sql, habits).map(({ text }) => text);

test('a script is split at its semicolons, not at those in texts, names, notes and templates', () => {
  expect(texts("select ';' ; select \";\" -- ; no\n; /* ; */ select `a;b`; select {{ ';' }} {% if x; %}")).toEqual([
    "select ';'",
    'select ";" -- ; no',
    '/* ; */ select `a;b`',
    "select {{ ';' }} {% if x; %}",
  ]);
});

test('a doubled quote does not end a text', () => {
  expect(texts("select 'it''s; fine'; select 2")).toEqual(["select 'it''s; fine'", 'select 2']);
});

test('a text in dollars is one piece, by its own tag', () => {
  const body = '$fn$ begin; select $$x;$$; end $fn$';
  expect(texts(`create function f() as ${body}; select 1`)).toEqual([`create function f() as ${body}`, 'select 1']);
  expect(texts('select $$a;b$$', { dollars: false })).toEqual(['select $$a', 'b$$']);
});

test('a backslash keeps a quote in MySQL, and in texts that begin by E', () => {
  expect(texts("select 'a\\'; b'; select 2", { backslashes: true })).toEqual(["select 'a\\'; b'", 'select 2']);
  expect(texts("select E'a\\'; b'; select 2")).toEqual(["select E'a\\'; b'", 'select 2']);
  expect(texts("select 'a\\'; select 2")).toEqual(["select 'a\\'", 'select 2']);
  expect(texts('select 1 # ; no\n; select 2', { backslashes: true })).toEqual(['select 1 # ; no', 'select 2']);
});

test('block notes nest, and notes alone are no statement', () => {
  expect(texts('select 1 /* a /* ; */ ; */; -- nothing\n;;')).toEqual(['select 1 /* a /* ; */ ; */']);
  expect(texts('  \n ')).toEqual([]);
});

test('what is open at the end belongs to the last statement', () => {
  expect(texts("select 1; select 'open; text")).toEqual(['select 1', "select 'open; text"]);
});

test('the statement under the cursor is the one around it, else the one before on the line, else the next', () => {
  const sql = 'select 1;\n\nselect 2; \n\n\nselect 3';
  expect(statementAt(sql, 3)?.text).toBe('select 1');
  expect(statementAt(sql, 9)?.text).toBe('select 1');
  expect(statementAt(sql, 10)?.text).toBe('select 2');
  expect(statementAt(sql, 21)?.text).toBe('select 2');
  expect(statementAt(sql, 23)?.text).toBe('select 3');
  expect(statementAt(sql, sql.length)?.text).toBe('select 3');
  expect(statementAt('select 1;\n\n', 11)?.text).toBe('select 1');
  expect(statementAt('', 0)).toBeUndefined();
});

test('up to the cursor are all statements including the one it is in', () => {
  const sql = 'select 1; select 2; select 3';
  expect(statementsUpTo(sql, 12)?.text).toBe('select 1; select 2');
  expect(statementsUpTo('-- no', 2)).toBeUndefined();
});

test('a line and a column lead to a place', () => {
  expect(positionOf('ab\ncd', 2, 2)).toBe(4);
  expect(positionOf('ab\ncd', 1, 99)).toBe(2);
  expect(positionOf('ab\ncd', 3)).toBeUndefined();
});
