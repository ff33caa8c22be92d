import { expect, test } from 'vitest';
import { placeIn } from './place';
import { askedNames, givenNames, missingNames } from './templates';

const sql = 'select origin,\n  nonsense\nfrom flights';

test('the place is read from the words of several databases', () => {
  expect(placeIn('Binder Error: no\n\nLINE 2:   nonsense\n          ^^^^^^^^', sql)).toEqual({ line: 2, column: 3 });
  expect(placeIn('LINE 2: ... nonsense\n            ^', sql)).toEqual({ line: 2, column: 3 });
  expect(placeIn('ERROR: column does not exist\n  Position: 18', sql)).toEqual({ line: 2, column: 3 });
  expect(placeIn("near 'nonsense' at line 2", sql)).toEqual({ line: 2, column: 1 });
  expect(placeIn('Encountered "x" at line 2, column 3.', sql)).toEqual({ line: 2, column: 3 });
  expect(placeIn('at line 99', sql)).toBeUndefined();
  expect(placeIn('no such table', sql)).toBeUndefined();
});

test('names that templates ask for are found, not calls and not what they set themselves', () => {
  const text =
    '{% set x = 1 %} {{ x }} {{ country }} {{ year | int }} {{ current_username() }} {{ from_dttm }} {{ country }} {{ a.b }}';
  expect(askedNames(text)).toEqual(['country', 'year', 'a']);
  expect(missingNames(text, '{"a": 1}')).toEqual(['country', 'year']);
  expect(givenNames('{no')).toEqual([]);
  expect(givenNames('[1]')).toEqual([]);
});
