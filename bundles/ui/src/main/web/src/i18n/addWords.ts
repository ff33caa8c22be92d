import i18next from 'i18next';

type Words = Record<string, unknown>;
type Load = () => Promise<unknown>;

/**
 * Words that only some pages need come with those pages: the first script stays small.
 *
 * @param others by language, or as `import.meta.glob(['./*.json', '!./en.json'])` finds the files beside the English one
 */
export async function addWords(en: Words, others: Readonly<Record<string, Load>>) {
  i18next.addResourceBundle('en', 'translation', en, true, true);
  const language = i18next.resolvedLanguage ?? 'en';
  const load = others[`./${language}.json`] ?? others[language];
  if (load)
    i18next.addResourceBundle(language, 'translation', ((await load()) as { default: Words }).default, true, true);
}
