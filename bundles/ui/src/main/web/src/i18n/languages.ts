export interface Language {
  readonly code: string;
  /** As its readers call it. */
  readonly name: string;
}

/** Every language there are messages in; a new one is a line here and its files beside the English ones. */
export const languages: readonly Language[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'fr', name: 'Français' },
  { code: 'es', name: 'Español' },
  { code: 'zh', name: '中文' },
  { code: 'ar', name: 'العربية' },
];

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur']);

export type Direction = 'ltr' | 'rtl';

export const directionOf = (language: string): Direction => (rightToLeft.has(language) ? 'rtl' : 'ltr');

/** Of a locale such as fr-CA, the language there are messages in; English otherwise. */
export const languageOf = (locale: string): string => {
  const asked = locale.split(/[-_]/)[0]?.toLowerCase() ?? 'en';
  return languages.some(({ code }) => code === asked) ? asked : 'en';
};
