import { expect, test } from 'vitest';
import { languages } from './languages';

type Tree = { readonly [key: string]: string | Tree };

const PLURAL = /_(zero|one|two|few|many|other)$/;

const flat = (tree: Tree, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : flat(value, `${prefix}${key}.`),
  );

const sources = import.meta.glob('../**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' }) as Record<
  string,
  string
>;
const files = import.meta.glob<Tree>(['./*.json', '../**/words/*.json'], { eager: true, import: 'default' });

/** The house's words, and those that pages bring along: by folder, then by language. */
const packs = new Map<string, Map<string, ReadonlyMap<string, string>>>();
for (const [file, tree] of Object.entries(files)) {
  const [, folder = '', language = ''] = /^(.*)\/(\w+)\.json$/.exec(file) ?? [];
  packs.set(folder, (packs.get(folder) ?? new Map()).set(language, new Map(flat(tree))));
}
const english = [...packs.values()].map((pack) => pack.get('en') ?? new Map<string, string>());
const known = new Set(english.flatMap((words) => [...words.keys()]));

const plurals = (words: ReadonlyMap<string, string>) =>
  new Set([...words.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, '')));

/** The keys that a language needs: those of English, with the plural forms its own grammar has. */
function wanted(words: ReadonlyMap<string, string>, language: string): readonly string[] {
  const counted = plurals(words);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const plain = [...words.keys()].filter((key) => !PLURAL.test(key) || !counted.has(key.replace(PLURAL, '')));
  return [...plain, ...[...counted].flatMap((key) => forms.map((form) => `${key}_${form}`))].sort();
}

test('every text that the pages ask for is there', () => {
  const asked = Object.entries(sources)
    .filter(([file]) => !file.endsWith('.test.ts'))
    .flatMap(([, source]) => [...source.matchAll(/\bt\('([^'$]+)'/g)].map(([, key]) => key ?? ''));
  const missing = asked.filter((key) => !known.has(key) && !known.has(`${key}_other`));

  expect(asked.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

for (const { code } of languages.filter((language) => language.code !== 'en')) {
  test(`${code} says all that English says, with the same places to fill`, () => {
    const places = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([place]) => place).sort();
    for (const [folder, pack] of packs) {
      const en = pack.get('en') ?? new Map<string, string>();
      const other = pack.get(code);
      // a pack that is being written speaks English and German first
      if (!other && code !== 'de') continue;
      const there = [...(other?.keys() ?? [])].sort();
      const needed = wanted(en, code);
      if (code === 'de') expect(there, folder).toEqual(needed);
      // English stands in for what was just added; nobody speaks of what is no more
      expect(
        there.filter((key) => !needed.includes(key)),
        folder,
      ).toEqual([]);
      expect(needed.filter((key) => !there.includes(key)).length, folder).toBeLessThanOrEqual(needed.length / 10);
      for (const [key, text] of other ?? []) {
        const model = en.get(key.replace(PLURAL, '_other')) ?? en.get(key) ?? '';
        const spoken = places(text);
        // "one" and "two" may say the number in words
        const allowed = PLURAL.test(key)
          ? places(model).filter((place) => spoken.includes(place) || place !== '{{count}}')
          : places(model);
        expect(spoken, `${folder} ${key}`).toEqual(allowed);
      }
    }
  });
}

test('no pack changes the words of another', () => {
  const all = english.flatMap((words) => [...words.keys()]);

  expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
});
