import { expect, test } from 'vitest';
import { colorOf, hexOf } from './ColorField';

test('a colour is read in both ways it is written', () => {
  expect(hexOf({ r: 90, g: 193, b: 137, a: 1 })).toBe('#5ac189');
  expect(hexOf('#5AC189')).toBe('#5AC189');
});

test.each([undefined, null, '', 'red', {}, { r: 1, g: 2 }, 7])('%j is no colour', (value) => {
  expect(hexOf(value)).toBeUndefined();
});

test('a chosen colour keeps the opacity the old one had', () => {
  expect(colorOf('#5ac189', { r: 0, g: 0, b: 0, a: 0.4 })).toEqual({ r: 90, g: 193, b: 137, a: 0.4 });
  expect(colorOf('#5ac189', undefined)).toEqual({ r: 90, g: 193, b: 137, a: 1 });
});
