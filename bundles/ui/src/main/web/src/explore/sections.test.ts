import { expect, test } from 'vitest';
import type { Visualization } from '../chart/visualization';
import { asksAnew, looksOf, withLooks } from './sections';

const type: Visualization = {
  viz_type: 'bars',
  title: 'Bars',
  category: 'Ranking',
  plugin: 'a',
  version: '1',
  module: '/m.js',
  query: { metrics: ['metrics'], columns: ['groupby', 'breakdown'] },
  controls: [
    { section: 'Query', controls: [{ name: 'metrics' }, { name: 'groupby' }] },
    { section: 'Chart options', controls: [{ name: 'donut' }, { name: 'breakdown' }] },
  ],
};
const asked = { viz_type: 'bars', metrics: ['count'], donut: false, breakdown: 'a' };

test('looks are what stands outside of the query and its sections', () => {
  expect([...looksOf(type)]).toEqual(['donut']);
  expect(looksOf(undefined).size).toBe(0);
});

test('changed looks are drawn at once, other changes wait', () => {
  expect(withLooks(asked, { ...asked, donut: true, metrics: [] }, type)).toEqual({ ...asked, donut: true });
  expect(withLooks(asked, { ...asked, viz_type: 'pie', donut: true }, type)).toBe(asked);
});

test('only what the question depends on makes the chart stale', () => {
  expect(asksAnew(asked, { ...asked, donut: true }, type)).toBe(false);
  expect(asksAnew(asked, { ...asked, breakdown: 'b' }, type)).toBe(true);
  expect(asksAnew(asked, { ...asked, datasource: '2__table' }, type)).toBe(true);
});
