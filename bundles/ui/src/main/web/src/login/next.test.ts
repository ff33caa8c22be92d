import { expect, test } from 'vitest';
import { safeNext } from './next';

test('after signing in people go where they wanted', () => {
  expect(safeNext('/dashboard/7/?time_range=Last+week')).toBe('/dashboard/7/?time_range=Last+week');
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/a\\b',
  '/\tx',
  '',
  null,
  undefined,
])('never to another host: %s', (next) => {
  expect(safeNext(next)).toBe('/welcome/');
});

test('never back to signing in or out', () => {
  expect(safeNext('/login/?next=/x')).toBe('/welcome/');
  expect(safeNext('/logout/')).toBe('/welcome/');
});
