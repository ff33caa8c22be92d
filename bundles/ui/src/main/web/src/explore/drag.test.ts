import { expect, test } from 'vitest';
import { addToWell, wellsFor } from './addToForm';
import { inserted, moved, without } from './drag';

test('what is moved keeps the others in order', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a']);
  expect(moved(['a'], 3, 0)).toEqual(['a']);
});

test('what is dragged out leaves its well, be it a list or a single place', () => {
  expect(without(['a', 'b'], 0)).toEqual(['b']);
  expect(without('a', 0)).toBeNull();
  expect(inserted(['a', 'c'], 'b', 1)).toEqual(['a', 'b', 'c']);
});

test('wells that take a column or a metric are offered, and take it once', () => {
  const controls = [
    { name: 'metrics' },
    { name: 'groupby' },
    { name: 'x_axis', visibleWhen: { raw: true } },
    { name: 'row_limit' },
  ];
  const type = {
    viz_type: 'b',
    title: 'B',
    category: 'c',
    plugin: 'p',
    version: '1',
    module: 'm',
    controls: [{ section: 'Query', controls }],
  };
  const column = { kind: 'column', name: 'origin', isTime: false } as const;

  expect(wellsFor(column, type, {}).map(({ name }) => name)).toEqual(['groupby']);
  expect(wellsFor({ kind: 'metric', name: 'count' }, type, {}).map(({ name }) => name)).toEqual(['metrics']);
  expect(addToWell({ groupby: ['delay'] }, column, { name: 'groupby' })).toEqual({ groupby: ['delay', 'origin'] });
  expect(addToWell({ groupby: ['origin'] }, column, { name: 'groupby' })).toEqual({});
  expect(addToWell({ x_axis: 'date' }, column, { name: 'x_axis' })).toEqual({ x_axis: 'origin' });
});
