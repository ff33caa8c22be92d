import { expect, test } from 'vitest';
import type { Dataset, DatasetColumn } from '../api/types';
import type { Visualization } from '../chart/visualization';
import { recommended } from './recommend';

const all = ['pie', 'table', 'echarts_timeseries_line', 'echarts_timeseries_bar', 'pivot_table_v2', 'world_map'].map(
  (viz_type): Visualization => ({
    viz_type,
    title: viz_type,
    category: 'Other',
    plugin: 'a',
    version: '1',
    module: viz_type,
  }),
);
const dataset = (...columns: readonly DatasetColumn[]): Dataset => ({
  id: 1,
  table_name: 't',
  schema: null,
  database: null,
  columns,
  metrics: [],
});
const text = { column_name: 'origin', type_generic: 1 };
const types = (found: readonly Visualization[]) => found.map(({ viz_type }) => viz_type);

test('a line comes first where there is time, and a table is always there', () => {
  const found = types(recommended(all, dataset({ column_name: 'date', type_generic: 2 }, text), {}));

  expect(found[0]).toBe('echarts_timeseries_line');
  expect(found).toContain('table');
});

test('without time there is no line, with countries there is a map', () => {
  const found = types(recommended(all, dataset({ column_name: 'country_name', type_generic: 1 }), {}));

  expect(found).not.toContain('echarts_timeseries_line');
  expect(found).toContain('world_map');
});

test('several dimensions ask for a pivot, and only installed types are named', () => {
  const found = types(recommended(all, dataset(text), { groupby: ['origin', 'destination'] }));

  expect(found).toContain('pivot_table_v2');
  expect(found).not.toContain('heatmap_v2');
});
