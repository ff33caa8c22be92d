import i18next from 'i18next';

type Words = Record<string, unknown>;

/** Words that only some pages need come with those pages: the first script stays small. */
export async function addWords(en: Words, others: Readonly<Record<string, () => Promise<{ default: Words }>>>) {
  i18next.addResourceBundle('en', 'translation', en, true, true);
  const language = i18next.resolvedLanguage ?? 'en';
  const load = others[language];
  if (load) i18next.addResourceBundle(language, 'translation', (await load()).default, true, true);
}
