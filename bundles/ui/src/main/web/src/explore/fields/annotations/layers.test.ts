import { expect, test } from 'vitest';
import { isComplete, layersOf, newLayer, ofKind, sourcesOf } from './layers';

test('a formula needs a name of its own and something to work out', () => {
  const formula = { ...newLayer(), name: 'Goal', value: '2x' };
  expect(isComplete(formula, ['Others'])).toBe(true);
  expect(isComplete(formula, ['Goal'])).toBe(false);
  expect(isComplete({ ...formula, value: ' ' }, [])).toBe(false);
});

test('events of a chart need to know its time, intervals its end too', () => {
  const event = {
    ...newLayer(),
    name: 'Releases',
    annotationType: 'EVENT' as const,
    sourceType: 'table' as const,
    value: 7,
  };
  expect(isComplete(event, [])).toBe(false);
  expect(isComplete({ ...event, timeColumn: 'at' }, [])).toBe(true);
  expect(isComplete({ ...event, annotationType: 'INTERVAL', timeColumn: 'at' }, [])).toBe(false);
  expect(isComplete({ ...event, sourceType: 'NATIVE' }, [])).toBe(true);
});

test('another kind starts with its own source and without a value', () => {
  expect(ofKind({ ...newLayer(), value: 'x' }, 'TIME_SERIES')).toMatchObject({ sourceType: 'line', value: '' });
  expect(sourcesOf('FORMULA')).toEqual([]);
});

test('what is no layer is left out', () => {
  expect(layersOf([{ name: 'a' }, 'b', null])).toHaveLength(1);
  expect(layersOf(undefined)).toEqual([]);
});
