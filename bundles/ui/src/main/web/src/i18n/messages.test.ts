import { expect, test } from 'vitest';
import datasetDe from '../dataset/words/de.json';
import datasetEn from '../dataset/words/en.json';
import annotationsDe from '../explore/fields/annotations/words/de.json';
import annotationsEn from '../explore/fields/annotations/words/en.json';
import exploreDe from '../explore/words/de.json';
import exploreEn from '../explore/words/en.json';
import tablesDe from '../explore/fields/tables/words/de.json';
import tablesEn from '../explore/fields/tables/words/en.json';
import de from './de.json';
import en from './en.json';

type Tree = { readonly [key: string]: string | Tree };

const keysOf = (tree: Tree, prefix = ''): readonly string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );

const textOf = (tree: Tree, key: string): string => {
  let at: string | Tree | undefined = tree;
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : '';
};

const sources = import.meta.glob('../**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' }) as Record<
  string,
  string
>;
/** The house's words, and those that pages bring along. */
const packs: readonly (readonly [Tree, Tree])[] = [
  [en, de],
  [exploreEn, exploreDe],
  [datasetEn, datasetDe],
  [tablesEn, tablesDe],
  [annotationsEn, annotationsDe],
];
const known = new Set(packs.flatMap(([english]) => keysOf(english)));

test('every text that the pages ask for is there', () => {
  const asked = Object.entries(sources)
    .filter(([file]) => !file.endsWith('.test.ts'))
    .flatMap(([, source]) => [...source.matchAll(/\bt\('([^'$]+)'/g)].map(([, key]) => key ?? ''));
  const missing = asked.filter((key) => !known.has(key) && !known.has(`${key}_other`));

  expect(asked.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

test('German says all that English says, with the same places to fill', () => {
  const places = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([place]) => place).sort();

  for (const [english, german] of packs) {
    expect(keysOf(german)).toEqual(keysOf(english));
    for (const key of keysOf(english)) expect(places(textOf(german, key)), key).toEqual(places(textOf(english, key)));
  }
});

test('no pack changes the words of another', () => {
  const all = packs.flatMap(([english]) => keysOf(english));

  expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
});
