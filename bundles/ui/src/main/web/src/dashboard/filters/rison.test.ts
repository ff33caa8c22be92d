import { expect, test } from 'vitest';
import { parseRison } from './rison';

test('a state of filters as Superset puts it into an address', () => {
  expect(
    parseRison(
      "(NATIVE_FILTER-a1:(extraFormData:(filters:!((col:city,op:IN,val:!('New York',Rome)))),filterState:(value:!('New York',Rome)),ownState:()))",
    ),
  ).toEqual({
    'NATIVE_FILTER-a1': {
      extraFormData: { filters: [{ col: 'city', op: 'IN', val: ['New York', 'Rome'] }] },
      filterState: { value: ['New York', 'Rome'] },
      ownState: {},
    },
  });
  expect(parseRison("!(1,-2.5,!t,!f,!n,'it!'s')")).toEqual([1, -2.5, true, false, null, "it's"]);
});

test.each(['', '(', '!', '(a)', "'open", '!(1', 'a b,c', '!x'])('%s is none', (text) => {
  expect(parseRison(text)).toBeUndefined();
});
