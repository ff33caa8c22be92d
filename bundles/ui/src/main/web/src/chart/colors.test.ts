import { expect, test } from 'vitest';
import { colorScope, createColorBook, mix } from './colors';

const palette = ['#000001', '#000002', '#000003'];

test('a label keeps its colour in every chart and in another theme its place', () => {
  const book = createColorBook();
  const colorOf = book.in(palette, 'origin');
  colorOf('ORD');

  expect(colorOf('ATL')).toBe('#000002');
  expect(book.in(palette, 'origin')('ATL')).toBe('#000002');
  expect(book.in(['#100001', '#100002'], 'origin')('ATL')).toBe('#100002');
});

test('another dimension begins with the first colour again', () => {
  const book = createColorBook();
  book.in(palette, 'origin')('ORD');

  expect(book.in(palette, 'weekday')('Mon')).toBe('#000001');
});

test('a label known from another dimension keeps its colour, and nobody there gets it twice', () => {
  const book = createColorBook();
  book.in(palette, 'origin')('ORD');
  const mixed = book.in(palette, 'place');

  expect(mixed('ORD')).toBe('#000001');
  expect(mixed('Elsewhere')).toBe('#000002');
});

test('past the palette colours come again, lighter', () => {
  const colorOf = createColorBook().in(palette);
  ['a', 'b', 'c'].forEach(colorOf);

  expect(colorOf('d')).toBe(mix('#000001', '#ffffff', 0.28));
});

test('colours the dashboard fixed win', () => {
  expect(createColorBook({ ORD: '#abcdef' }).in(palette)('ORD')).toBe('#abcdef');
});

test('the scope is the dimension, or the metrics where there is none', () => {
  expect(colorScope({ groupby: ['origin'] })).toBe(colorScope({ groupby: ['origin'], metrics: ['x'] }));
  expect(colorScope({ groupby: [] })).toBe('metrics');
});

test('what an earlier book gave is kept, in whichever order labels come', () => {
  const known: Record<string, Record<string, number>> = {};
  const learn = (scope: string, label: string, place: number) => {
    known[scope] = { ...known[scope], [label]: place };
  };
  const first = createColorBook({}, {}, { known: {}, learn }).in(palette, 'origin');
  ['ORD', 'ATL'].forEach(first);
  const second = createColorBook({}, {}, { known: structuredClone(known), learn }).in(palette, 'origin');

  expect(second('LAX')).toBe('#000003');
  expect(second('ATL')).toBe('#000002');
  expect(known).toEqual({ origin: { ORD: 0, ATL: 1, LAX: 2 } });
});
