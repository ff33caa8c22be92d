import { expect, test } from 'vitest';
import { annotationsOf } from './annotations';

const layer = { name: 'Launches', annotationType: 'EVENT', sourceType: 'NATIVE', value: 1 };

test('a layer comes with the records of its name, in the order of the form', () => {
  const form = { annotation_layers: [layer, { name: 'Goal', annotationType: 'FORMULA', value: '5' }] };
  const found = annotationsOf(form, { Launches: { records: [{ start_dttm: 0 }] } });
  expect(found.map((one) => [one.layer.name, one.records.length])).toEqual([
    ['Launches', 1],
    ['Goal', 0],
  ]);
});

test('a layer that failed says why, one that is hidden is left out', () => {
  const form = { annotation_layers: [layer, { ...layer, name: 'Off', show: false }, 'nonsense'] };
  expect(annotationsOf(form, { Launches: { records: [], error: 'gone' } })).toEqual([
    { layer, records: [], error: 'gone' },
  ]);
  expect(annotationsOf({}, undefined)).toEqual([]);
});
