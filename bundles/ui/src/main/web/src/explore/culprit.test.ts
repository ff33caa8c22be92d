import { expect, test } from 'vitest';
import type { Dataset } from '../api/types';
import type { Visualization } from '../chart/visualization';
import { suspectsIn } from './culprit';

const dataset: Dataset = {
  id: 1,
  table_name: 't',
  schema: null,
  database: null,
  columns: [{ column_name: 'late', expression: 'delay > 15' }, { column_name: 'origin' }],
  metrics: [{ metric_name: 'count', expression: 'COUNT(*)' }],
};
const type: Visualization = {
  viz_type: 'bars',
  title: 'Bars',
  category: 'Ranking',
  plugin: 'a',
  version: '1',
  module: '/m.js',
  controls: [{ section: 'Query', controls: [{ name: 'metrics' }, { name: 'groupby' }, { name: 'adhoc_filters' }] }],
};

test('every piece of SQL is suspected, with its control and its kind', () => {
  const form = {
    metrics: [
      'count',
      { expressionType: 'SQL', sqlExpression: 'SUM(x)' },
      { expressionType: 'SIMPLE', aggregate: 'SUM', column: { column_name: 'origin' } },
    ],
    groupby: ['origin', 'late', { expressionType: 'SQL', sqlExpression: 'upper(y)' }],
    adhoc_filters: [
      { expressionType: 'SIMPLE', clause: 'WHERE', subject: 'origin', operator: '==', comparator: 'ORD' },
      { expressionType: 'SQL', clause: 'HAVING', sqlExpression: 'COUNT(*) > z' },
    ],
  };

  expect(suspectsIn(form, type, dataset).map(({ control, kind, sql }) => `${control} ${kind} ${sql}`)).toEqual([
    'metrics metric COUNT(*)',
    'metrics metric SUM(x)',
    'metrics metric SUM("origin")',
    'groupby column delay > 15',
    'groupby column upper(y)',
    'adhoc_filters having COUNT(*) > z',
  ]);
});
