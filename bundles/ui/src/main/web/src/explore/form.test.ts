import { expect, test } from 'vitest';
import type { Dataset } from '../api/types';
import type { Visualization } from '../chart/visualization';
import { addToForm } from './addToForm';
import { buildFilter, describeFilter, operatorsFor } from './filters';
import { isVisible, withDefaults } from '../chart/controls';
import { asMetrics, carryOver, metricLabel, sameForm, simpleMetric } from './form';
import { readOrder, writeOrder } from './order';
import { widgetOf } from './widgets';

const dataset: Dataset = {
  id: 1,
  table_name: 'flights',
  schema: null,
  main_dttm_col: 'date',
  database: null,
  columns: [
    { column_name: 'date', is_dttm: true, type_generic: 2 },
    { column_name: 'origin', verbose_name: 'Origin', type_generic: 1 },
    { column_name: 'delay', type_generic: 0 },
  ],
  metrics: [{ metric_name: 'count', verbose_name: 'Flights' }],
};

const visualization = (...names: readonly string[]): Visualization => ({
  viz_type: 'next',
  title: 'Next',
  category: 'KPI',
  plugin: 'p',
  version: '1',
  module: '/m.js',
  controls: [
    {
      section: 'Query',
      controls: names.map((name) => ({ name, schema: { default: name === 'row_limit' ? 100 : undefined } })),
    },
  ],
});

test('a chart of several metrics hands its first to one that shows one', () => {
  const form = carryOver(
    { viz_type: 'old', metrics: ['count', simpleMetric('AVG', 'delay')] },
    visualization('metric'),
    dataset,
  );

  expect(form).toMatchObject({ viz_type: 'next', metric: 'count' });
});

test('one metric becomes a list of one', () => {
  expect(carryOver({ metric: 'count' }, visualization('metrics'), dataset)['metrics']).toEqual(['count']);
});

test('a chart over time gets the time column of the dataset', () => {
  expect(carryOver({}, visualization('x_axis'), dataset)['x_axis']).toBe('date');
  expect(carryOver({ x_axis: 'delay' }, visualization('x_axis'), dataset)['x_axis']).toBe('delay');
});

test('what is grouped by goes under the name of the next type', () => {
  const form = { groupby: ['origin', 'delay'] };

  expect(carryOver(form, visualization('columns', 'metric'), dataset)['columns']).toEqual(['origin', 'delay']);
  expect(carryOver(form, visualization('source', 'target'), dataset)).toMatchObject({
    source: 'origin',
    target: 'delay',
  });
  expect(carryOver({ source: 'origin', target: 'delay' }, visualization('groupby'), dataset)['groupby']).toEqual([
    'origin',
    'delay',
  ]);
  expect(carryOver({ ...form, columns: ['delay'] }, visualization('columns'), dataset)['columns']).toEqual(['delay']);
});

test('settings the next type does not know stay for the way back', () => {
  expect(carryOver({ groupby: ['origin'], donut: true }, visualization('metric'), dataset)).toMatchObject({
    groupby: ['origin'],
    donut: true,
  });
});

test('defaults fill what is absent only', () => {
  expect(withDefaults({}, visualization('row_limit'))['row_limit']).toBe(100);
  expect(withDefaults({ row_limit: 5 }, visualization('row_limit'))['row_limit']).toBe(5);
});

test('a control is visible when every control it names has one of the values', () => {
  const control = { name: 'x', visibleWhen: { query_mode: 'raw', stack: ['Stack', null] } };

  expect(isVisible(control, { query_mode: 'raw', stack: null })).toBe(true);
  expect(isVisible(control, { query_mode: 'raw', stack: 'Expand' })).toBe(false);
  expect(isVisible({ name: 'y' }, {})).toBe(true);
});

test('metrics read as people named them', () => {
  expect(metricLabel('count', dataset)).toBe('Flights');
  expect(metricLabel(simpleMetric('AVG', 'delay'))).toBe('AVG(delay)');
  expect(asMetrics('count')).toEqual(['count']);
  expect(asMetrics([null, 'count', 3])).toEqual(['count']);
});

test('a clicked column goes where the chart wants it', () => {
  const column = { kind: 'column', name: 'origin', isTime: false } as const;

  expect(addToForm({ groupby: ['delay'] }, column, visualization('x_axis', 'groupby'))).toEqual({
    groupby: ['delay', 'origin'],
  });
  expect(addToForm({ groupby: ['origin'] }, column, visualization('groupby'))).toEqual({});
  expect(addToForm({}, { kind: 'column', name: 'date', isTime: true }, visualization('x_axis', 'groupby'))).toEqual({
    x_axis: 'date',
  });
  expect(addToForm({ query_mode: 'raw' }, column, visualization('groupby', 'all_columns'))).toEqual({
    all_columns: ['origin'],
  });
  expect(addToForm({}, { kind: 'metric', name: 'count' }, visualization('metrics'))).toEqual({ metrics: ['count'] });
});

const words = { numeric: false };
const numbers = { numeric: true };

test('filters keep numbers as numbers and lists as lists', () => {
  expect(buildFilter('delay', '>', ['15'], numbers)).toMatchObject({
    subject: 'delay',
    operator: '>',
    operatorId: 'GREATER_THAN',
    comparator: 15,
    clause: 'WHERE',
  });
  expect(buildFilter('origin', 'IN', ['ORD', 'ATL'], words).comparator).toEqual(['ORD', 'ATL']);
  expect(buildFilter('origin', 'IS NULL', [], words).comparator).toBeNull();
  expect(buildFilter('active', 'IS TRUE', [], words)).toMatchObject({ operatorId: 'IS_TRUE', comparator: null });
});

test('a filter on a metric asks the groups', () => {
  expect(buildFilter('count', '>', ['100'], { numeric: true, metric: true })).toMatchObject({
    clause: 'HAVING',
    comparator: 100,
  });
});

test('each kind of column offers what can be asked of it', () => {
  expect(operatorsFor({ column_name: 'd', type_generic: 2 })).toContain('TEMPORAL_RANGE');
  expect(operatorsFor({ column_name: 'n', type_generic: 0 })).not.toContain('ILIKE');
  expect(operatorsFor({ column_name: 'b', type_generic: 3 })).toEqual([
    '==',
    '!=',
    'IS NULL',
    'IS NOT NULL',
    'IS TRUE',
    'IS FALSE',
  ]);
});

test('filters read as a sentence', () => {
  const range = (text: string) => `(${text})`;

  expect(describeFilter(buildFilter('origin', 'IN', ['ORD', 'ATL'], words), dataset, range)).toBe('Origin in ORD, ATL');
  expect(describeFilter(buildFilter('origin', 'IN', ['1', '2', '3', '4', '5'], words), dataset, range)).toBe(
    'Origin in 1, 2, 3 +2',
  );
  expect(describeFilter(buildFilter('delay', '>=', ['15'], numbers), dataset, range)).toBe('delay ≥ 15');
  expect(describeFilter(buildFilter('date', 'TEMPORAL_RANGE', ['Last week'], words), dataset, range)).toBe(
    'date: (Last week)',
  );
});

test('the order of keys does not make a form different', () => {
  expect(sameForm({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
  expect(sameForm({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});

test.each([
  [{ name: 'metrics' }, 'metrics'],
  [{ name: 'stack', schema: { type: 'boolean' } }, 'switch'],
  [{ name: 'size', schema: { enum: ['a', 'b'] } }, 'select'],
  [{ name: 'opacity', schema: { type: ['number', 'null'] } }, 'number'],
  [{ name: 'groupby', ui: { widget: 'column' } }, 'column'],
  [{ name: 'time_compare', ui: { widget: 'select', multiple: true } }, 'choices'],
  [{ name: 'conditional_formatting', ui: { widget: 'conditionalFormatting' } }, 'conditionalFormatting'],
  [{ name: 'anything' }, 'text'],
] as const)('the widget of %j is %s', (control, widget) => {
  expect(widgetOf(control)).toBe(widget);
});

test('an order is kept as Superset keeps it', () => {
  const kept = ['["delay", false]', '["origin",true]'];

  expect(readOrder(kept)).toEqual([
    { column: 'delay', ascending: false },
    { column: 'origin', ascending: true },
  ]);
  expect(readOrder([['delay', false], '[odd', 'plain', 7])).toEqual([
    { column: 'delay', ascending: false },
    { column: '[odd', ascending: true },
    { column: 'plain', ascending: true },
  ]);
  expect(writeOrder({ column: 'delay', ascending: false })).toBe('["delay",false]');
});
