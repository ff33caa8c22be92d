import { expect, test } from 'vitest';
import { fileName } from './chartData';

test('a file has the whole name the server gives it', () => {
  expect(fileName(`attachment; filename="Fluge.csv"; filename*=UTF-8''Fl%C3%BCge.csv`)).toBe('Flüge.csv');
  expect(fileName('attachment; filename="a, b.csv"')).toBe('a, b.csv');
  expect(fileName(null)).toBeUndefined();
});
