import { expect, test } from 'vitest';
import { addressOf, paramsOf } from './permalink';

test('a link leads to its dashboard with what the address said, and to the place on it', () => {
  const state = { urlParams: [['time_range', 'Last week']] as const, anchor: 'CHART-1' };
  expect(addressOf({ key: 'k', url: '/dashboard/world/', state })).toBe(
    '/dashboard/world/?time_range=Last+week&permalink_key=k#CHART-1',
  );
  expect(addressOf({ key: 'k', url: '/dashboard/1/', state: {} })).toBe('/dashboard/1/?permalink_key=k');
});

test('how one looks at a page is not what others get to see', () => {
  expect(paramsOf('?edit=true&standalone=1&time_range=x&permalink_key=k')).toEqual([['time_range', 'x']]);
});
