import { expect, test } from 'vitest';
import { dashboardColors } from './dashboardColors';

test('labels fixed by hand go before those the dashboard shares', () => {
  const { labels } = dashboardColors(
    '{"shared_label_colors": {"a": "#111111", "b": "#222222"}, "label_colors": {"b": "#333333"}}',
  );

  expect(labels).toEqual({ a: '#111111', b: '#333333' });
});

test('newer dashboards only list the labels they share', () => {
  expect(dashboardColors('{"shared_label_colors": ["a", "b"]}').labels).toEqual({});
});

test('a dashboard chooses schemes by name, and an empty name is none', () => {
  expect(dashboardColors('{"color_scheme": "lyftColors"}').schemes.categorical).toBe('lyftColors');
  expect(dashboardColors('{"color_scheme": ""}').schemes.categorical).toBeUndefined();
});

test.each([null, undefined, '', 'no JSON', '[]', 'null', '"x"'])('metadata like %j says nothing', (metadata) => {
  expect(dashboardColors(metadata)).toEqual({ labels: {}, schemes: {} });
});
