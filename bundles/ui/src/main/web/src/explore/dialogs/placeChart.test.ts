import { expect, test } from 'vitest';
import { parseLayout } from '../../dashboard/layout';
import { placeChart } from './placeChart';

const charts = (json: string) => JSON.stringify(parseLayout(json, []).tiles).match(/"chartId":\d+/g);

test('an empty dashboard gets a layout with the chart', () => {
  expect(charts(placeChart('{}', { id: 7, name: 'Delay' }))).toEqual(['"chartId":7']);
  expect(charts(placeChart(null, { id: 7, name: 'Delay' }))).toEqual(['"chartId":7']);
});

test('the next chart stands beside the last one while there is room, then below', () => {
  const two = placeChart(placeChart('{}', { id: 1, name: 'a' }), { id: 2, name: 'b' });
  const three = placeChart(two, { id: 3, name: 'c' });

  expect(parseLayout(two, []).tiles).toHaveLength(1);
  expect(parseLayout(three, []).tiles).toHaveLength(2);
  expect(charts(three)).toEqual(['"chartId":1', '"chartId":2', '"chartId":3']);
});

test('a chart that is there stays where it is', () => {
  const once = placeChart('{}', { id: 1, name: 'a' });

  expect(placeChart(once, { id: 1, name: 'a' })).toBe(once);
});

test('where there are tabs, the first one takes it', () => {
  const tabs = JSON.stringify({
    ROOT_ID: { type: 'ROOT', id: 'ROOT_ID', children: ['TABS-1'] },
    'TABS-1': { type: 'TABS', id: 'TABS-1', children: ['TAB-1', 'TAB-2'] },
    'TAB-1': { type: 'TAB', id: 'TAB-1', children: [], meta: { text: 'One' } },
    'TAB-2': { type: 'TAB', id: 'TAB-2', children: [], meta: { text: 'Two' } },
  });
  const placed = JSON.parse(placeChart(tabs, { id: 4, name: 'd' })) as Record<string, { children: string[] }>;

  expect(placed['TAB-1']?.children).toEqual(['ROW-chart-4']);
  expect(placed['TAB-2']?.children).toEqual([]);
});
