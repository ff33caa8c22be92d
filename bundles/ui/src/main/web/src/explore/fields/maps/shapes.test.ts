import { expect, test } from 'vitest';
import { guessPlace, readContours, readList, readPlace, writePlace } from './shapes';

test('a place is two columns, one column, or a geohash', () => {
  expect(readPlace({ type: 'latlong', lonCol: 'lon', latCol: 'lat' })).toEqual({
    type: 'latlong',
    lonCol: 'lon',
    latCol: 'lat',
  });
  expect(readPlace({ type: 'delimited', lonlatCol: 'p' })).toEqual({
    type: 'delimited',
    lonlatCol: 'p',
    delimiter: ',',
    reverseCheckbox: false,
  });
  expect(readPlace('nonsense')).toEqual({ type: 'latlong', lonCol: '', latCol: '' });
});

test('half a place is none', () => {
  expect(writePlace({ type: 'latlong', lonCol: 'lon', latCol: '' })).toBeNull();
  expect(writePlace({ type: 'geohash', geohashCol: 'h' })).toEqual({ type: 'geohash', geohashCol: 'h' });
});

test('columns named like places are found', () => {
  expect(guessPlace(['name', 'start_lat', 'start_lon'])).toEqual({
    type: 'latlong',
    lonCol: 'start_lon',
    latCol: 'start_lat',
  });
  expect(guessPlace(['platform', 'lat'])).toBeUndefined();
});

test('a contour is a line or a band', () => {
  expect(readContours([{ lowerThreshold: 4, upperThreshold: 8, color: 1 }, { lowerThreshold: 2 }])).toEqual([
    { lowerThreshold: 4, upperThreshold: 8, color: 1 },
    { lowerThreshold: 2, strokeWidth: 1, color: { r: 128, g: 0, b: 255, a: 1 } },
  ]);
});

test('a list is split at commas', () => {
  expect(readList('1, 2.5,, high')).toEqual([1, 2.5, 'high']);
});
