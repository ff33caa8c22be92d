import { expect, test } from 'vitest';
import { languages } from '../i18n/languages';
import { addressOfTexts, translated } from './texts';
import type { Visualization } from './visualization';

const dots: Visualization = {
  viz_type: 'acme_dots',
  title: 'Dots',
  category: 'Ranking',
  plugin: 'acme',
  version: '1.0.0',
  description: 'Draws dots.',
  module: '/plugins/acme/1.0.0-ab/acme_dots/index.js',
  texts: ['de'],
  controls: [
    {
      section: 'Query',
      controls: [
        { name: 'metric', title: 'Metric' },
        { name: 'dot', title: 'Dot', schema: { oneOf: [{ const: 'b', title: 'Big' }, { const: 1 }] } },
      ],
    },
  ],
};

test('a type is told in the words of its plugin, then of the house, then of its author', () => {
  const told = translated(
    dots,
    { Dots: 'Punkte', Big: 'Groß', Metric: 'Messwert' },
    { Metric: 'Metrik', Query: 'Abfrage' },
  );
  expect(told.title).toBe('Punkte');
  expect(told.description).toBe('Draws dots.');
  const [section] = told.controls ?? [];
  expect(section).toMatchObject({ section: 'Query', title: 'Abfrage' });
  expect(section?.controls[0]?.title).toBe('Messwert');
  expect(section?.controls[1]).toEqual({
    name: 'dot',
    title: 'Dot',
    schema: { oneOf: [{ const: 'b', title: 'Groß' }, { const: 1 }] },
  });
});

test('no word of a dictionary is one that every object has', () => {
  expect(translated({ ...dots, title: 'constructor' }, {}).title).toBe('constructor');
});

test('translations lie in the folder of the bundle', () => {
  expect(addressOfTexts(dots, 'de')).toBe('/plugins/acme/1.0.0-ab/texts/de.json');
  expect(addressOfTexts(dots, 'fr')).toBeUndefined();
});

test('the house has its controls in every language of its pages', () => {
  const files = import.meta.glob<Record<string, string>>('./texts/*.json', { eager: true, import: 'default' });
  const translations = languages.map(({ code }) => code).filter((code) => code !== 'en');
  expect(Object.keys(files).sort()).toEqual(translations.map((language) => `./texts/${language}.json`).sort());
  const [first = {}] = Object.values(files);
  for (const words of Object.values(files)) expect(Object.keys(words).sort()).toEqual(Object.keys(first).sort());
});
