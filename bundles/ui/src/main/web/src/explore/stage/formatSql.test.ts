import { expect, test } from 'vitest';
import { formatSql } from './formatSql';

const without = (text: string) => text.replace(/\s+/g, '');

test.each([
  `SELECT a, b FROM t WHERE x = 'a  b' AND y BETWEEN 1 AND 2 GROUP BY a, b ORDER BY a LIMIT 10`,
  `SELECT COUNT(*) AS "count" FROM (SELECT f.date FROM f LEFT OUTER JOIN g ON f.a = g.a) AS v WHERE date >= '2001-01-01'`,
  `with a as (select 1) select * from a union all select 2; select 3 -- end`,
])('only white space changes in %s', (sql) => {
  expect(without(formatSql(sql))).toBe(without(sql));
  expect(formatSql(formatSql(sql))).toBe(formatSql(sql));
});

test('clauses and terms have lines of their own', () => {
  expect(formatSql(`SELECT origin, COUNT(a, b) FROM t WHERE x > 1 AND y < 2 GROUP BY origin`)).toBe(
    ['SELECT origin,', '  COUNT(a, b)', 'FROM t', 'WHERE x > 1', '  AND y < 2', 'GROUP BY origin'].join('\n'),
  );
});

test('what is asked within steps in', () => {
  expect(formatSql(`SELECT a FROM (SELECT b FROM t) AS v`)).toBe(
    ['SELECT a', 'FROM (', '  SELECT b', '  FROM t', ') AS v'].join('\n'),
  );
});
