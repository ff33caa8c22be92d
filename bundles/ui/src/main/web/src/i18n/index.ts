import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import { directionOf, languageOf } from './languages';

type Messages = Record<string, unknown>;

const others = import.meta.glob<Messages>(['./*.json', '!./en.json'], { import: 'default' });

let locale = 'en';

/**
 * English is in the first script; another language is fetched before the first paint.
 *
 * @param wanted a language, or a locale such as de-AT: its region decides how numbers and times look
 */
export async function startLanguage(wanted: string): Promise<void> {
  const language = languageOf(wanted);
  const resources: Record<string, { translation: Messages }> = { en: { translation: en } };
  const load = others[`./${language}.json`];
  if (load) resources[language] = { translation: await load() };
  await i18next.use(initReactI18next).init({
    resources,
    lng: load ? language : 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (
      _languages,
      _namespace,
      key,
      _fallback,
      _update,
      options: { readonly defaultValue?: string },
    ) => {
      if (options.defaultValue === undefined) console.warn(`No words for ${key}`);
    },
  });
  locale = wanted.toLowerCase().startsWith(currentLanguage()) ? wanted.replace('_', '-') : currentLanguage();
  if (typeof document !== 'undefined') {
    document.documentElement.lang = currentLanguage();
    document.documentElement.dir = directionOf(currentLanguage());
  }
}

/** The language of texts. */
export const currentLanguage = (): string => i18next.resolvedLanguage ?? 'en';

/** For Intl and for plugins: the language of texts with the reader's region, where they have one. */
export const currentLocale = (): string => (i18next.resolvedLanguage ? locale : 'en');
