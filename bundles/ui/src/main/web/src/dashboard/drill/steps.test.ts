import { expect, test } from 'vitest';
import { drilledBy, drilledExtra, usedColumns } from './steps';

test('another dimension takes the place of the one the chart has, in the same shape', () => {
  expect(drilledBy({ groupby: ['city'], x_axis: 'day' }, 'airline')).toEqual({ groupby: ['airline'] });
  expect(drilledBy({ entity: 'country' }, 'city')).toEqual({ entity: 'city' });
  expect(drilledBy({ metric: 'count', groupby: [] }, 'city')).toEqual({ groupby: ['city'] });
});

test('the filters of the mark come on top of the dashboard’s', () => {
  const under = { filters: [{ col: 'year', op: 'IN', val: [2001] }], time_range: 'Last week' };
  expect(drilledExtra(under, [{ column: 'city', values: ['Rome'] }], { results: undefined, grain: undefined })).toEqual(
    {
      filters: [
        { col: 'year', op: 'IN', val: [2001] },
        { col: 'city', op: 'IN', val: ['Rome'] },
      ],
      time_range: 'Last week',
    },
  );
});

test('columns that the chart shows already are known', () => {
  expect([...usedColumns({ groupby: ['city'], x_axis: 'day', metric: 'count' })]).toEqual(['city', 'day']);
});
