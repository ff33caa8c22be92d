import { expect, test } from 'vitest';
import { ApiError } from '../api/client';
import type { Dataset } from '../api/types';
import type { Control, Visualization } from '../chart/visualization';
import { blamedControl, goneInControl, missingControls } from './checks';
import { distance, nearest } from './nearest';

const dataset: Dataset = {
  id: 1,
  table_name: 'flights',
  schema: null,
  database: null,
  columns: [{ column_name: 'origin' }, { column_name: 'delay' }],
  metrics: [{ metric_name: 'count' }],
};
const type = (...controls: readonly Control[]): Visualization => ({
  viz_type: 'bars',
  title: 'Bars',
  category: 'Ranking',
  plugin: 'a.plugin',
  version: '1',
  module: '/m.js',
  controls: [{ section: 'Query', controls }],
});
const metrics: Control = { name: 'metrics', required: true };
const filters: Control = { name: 'adhoc_filters' };
const refused = (field: string, message = 'no') => new ApiError(400, message, 'INVALID_REQUEST', 'caller', field);

test('what is needed is named before the server is asked, unless it does not show', () => {
  const raw: Control = { name: 'all_columns', required: true, visibleWhen: { query_mode: 'raw' } };

  expect(missingControls(type(metrics, raw), { query_mode: 'aggregate' }).map(({ name }) => name)).toEqual(['metrics']);
  expect(missingControls(type(metrics, raw), { query_mode: 'raw', metrics: ['count'] })).toEqual([raw]);
});

test('columns and metrics that are gone are found wherever they are used', () => {
  const form = {
    metrics: ['count', 'sum_of_all', { expressionType: 'SIMPLE', aggregate: 'AVG', column: { column_name: 'speed' } }],
    groupby: ['origin', 'carrier', { expressionType: 'SQL', sqlExpression: 'upper(origin)' }],
    adhoc_filters: [
      { expressionType: 'SIMPLE', clause: 'WHERE', subject: 'carrier', operator: '==', comparator: 'AA' },
    ],
  };

  expect(goneInControl(metrics, form, dataset).map(({ name }) => name)).toEqual(['sum_of_all', 'speed']);
  expect(goneInControl({ name: 'groupby' }, form, dataset)).toEqual([{ kind: 'column', name: 'carrier' }]);
  expect(goneInControl(filters, form, dataset)).toEqual([{ kind: 'column', name: 'carrier' }]);
  expect(goneInControl({ name: 'row_limit' }, form, dataset)).toEqual([]);
});

test('the control that is wrong is found by the field the server names', () => {
  const all = type(metrics, filters, { name: 'groupby' });

  expect(blamedControl(refused('metrics'), all, {}, dataset)).toBe('metrics');
  expect(blamedControl(refused('queries[0].metrics[1]'), all, {}, dataset)).toBe('metrics');
  expect(blamedControl(refused('having'), all, {}, dataset)).toBe('adhoc_filters');
  expect(blamedControl(refused('columns'), all, { groupby: ['carrier'] }, dataset)).toBe('groupby');
  expect(blamedControl(refused('unheard_of'), all, {}, dataset)).toBeUndefined();
  expect(
    blamedControl(new ApiError(422, 'x', 'WAREHOUSE_REFUSED', 'warehouse'), all, { groupby: ['carrier'] }, dataset),
  ).toBe('groupby');
});

test('names most like one that is gone are offered first', () => {
  expect(distance('delya', 'delay')).toBe(1);
  expect(nearest('origin_airport', ['delay', 'origin', 'distance'])[0]).toBe('origin');
  expect(nearest('dep_delay', ['arrival', 'depdelay', 'delay'], 2)).toEqual(['depdelay', 'delay']);
});
