import { expect, test } from 'vitest';
import { paramsProblem } from './ParamsPanel';

test('parameters are an object of JSON, or nothing', () => {
  expect(paramsProblem('')).toBeUndefined();
  expect(paramsProblem('{"a": 1}')).toBeUndefined();
  expect(paramsProblem('[1]')).toBe('object');
  expect(paramsProblem('{a')).toMatch(/JSON|position|Expected/);
});
