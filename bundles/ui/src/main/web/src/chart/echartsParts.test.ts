import { expect, test } from 'vitest';
import { ensureParts, partsOf } from './echartsParts';

const scripts = (option: Record<string, unknown>) =>
  [...partsOf(option)].flatMap((load) =>
    [...String(load).matchAll(/(?:echarts\/lib\/\w+\/|\.\/|chart\/)(\w+)(?:\.\w+)?[?"'`]/g)].map((match) => match[1]),
  );

test('a chart asks for its kinds of series alone', () => {
  expect(scripts({ series: [{ type: 'bar' }, { type: 'line' }, { type: 'bar' }] })).toEqual(['bar', 'line']);
  expect(scripts({ series: { type: 'pie' } })).toEqual(['pie']);
  expect(scripts({})).toEqual([]);
});

test('marks, zoom, colour scales and coordinates come with those that have them', () => {
  expect(scripts({ series: [{ type: 'line', markLine: {}, markArea: {} }] })).toEqual(['line', 'markArea', 'markLine']);
  expect(scripts({ dataZoom: [{ type: 'inside' }, { type: 'slider' }] })).toEqual(['dataZoomInside', 'dataZoomSlider']);
  expect(scripts({ visualMap: { type: 'continuous' } })).toEqual(['visualMapContinuous']);
  expect(scripts({ visualMap: { pieces: [] } })).toEqual(['visualMapPiecewise']);
  expect(scripts({ calendar: {}, series: [{ type: 'heatmap' }] })).toEqual(['heatmap', 'calendar']);
});

test('what no script is known for brings all of ECharts', () => {
  expect(scripts({ series: [{ type: 'liquidFill' }] })).toEqual(['echartsRest']);
  expect(scripts({ baseOption: {}, options: [] })).toEqual(['echartsRest']);
  expect(scripts({ constructor: 1 } as Record<string, unknown>)).toEqual([]);
});

test('the scripts register themselves', async () => {
  const option = { series: [{ type: 'sunburst' }, { type: 'custom' }], polar: {}, dataset: {} };
  await expect(ensureParts(option)).resolves.toBeUndefined();
});
