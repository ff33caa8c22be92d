import { expect, test } from 'vitest';
import { labelColors, parseMetadata, readMetadata, withSetting } from './metadata';

test('settings nobody here knows stay when one changes', () => {
  const metadata = readMetadata('{"import_time": 5, "color_scheme": "old"}');

  expect(withSetting(metadata, 'color_scheme', 'new')).toEqual({ import_time: 5, color_scheme: 'new' });
  expect(withSetting(metadata, 'color_scheme', '')).toEqual({ import_time: 5 });
});

test('what is no JSON object says why', () => {
  expect(parseMetadata('[1]')).toEqual({ problem: 'object' });
  expect(parseMetadata('{"a": ')).toHaveProperty('problem');
  expect(parseMetadata('{"a": 1}')).toEqual({ a: 1 });
  expect(readMetadata('no json')).toEqual({});
});

test('colours of labels are read in their order, others left aside', () => {
  expect(labelColors({ label_colors: { b: '#111', a: '#222', c: 5 } })).toEqual([
    ['b', '#111'],
    ['a', '#222'],
  ]);
  expect(labelColors({ label_colors: [] })).toEqual([]);
});
