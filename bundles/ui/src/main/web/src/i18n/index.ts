import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';

type Messages = Record<string, unknown>;

const others: Record<string, () => Promise<{ default: Messages }>> = { de: () => import('./de.json') };

/** English is in the first script; another language is fetched before the first paint. */
export async function startLanguage(locale: string): Promise<void> {
  const language = locale.split(/[-_]/)[0] ?? 'en';
  const resources: Record<string, { translation: Messages }> = { en: { translation: en } };
  const load = others[language];
  if (load) resources[language] = { translation: (await load()).default };
  await i18next.use(initReactI18next).init({
    resources,
    lng: load ? language : 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
}

/** The language of texts, for Intl and for plugins. */
export const currentLocale = (): string => i18next.resolvedLanguage ?? 'en';
