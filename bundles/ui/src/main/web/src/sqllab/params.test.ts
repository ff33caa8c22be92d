import { expect, test } from 'vitest';
import { askedNames, paramsProblem } from './ParamsPanel';

test('parameters are an object of JSON, or nothing', () => {
  expect(paramsProblem('')).toBeUndefined();
  expect(paramsProblem('{"a": 1}')).toBeUndefined();
  expect(paramsProblem('[1]')).toBe('object');
  expect(paramsProblem('{a')).toMatch(/JSON|position|Expected/);
});

test('names that templates ask for are found, not calls and not what they set themselves', () => {
  const sql =
    '{% set x = 1 %} {{ x }} {{ country }} {{ year | int }} {{ current_username() }} {{ from_dttm }} {{ country }} {{ a.b }}';
  expect(askedNames(sql)).toEqual(['country', 'year', 'a']);
});
