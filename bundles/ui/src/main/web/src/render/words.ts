import de from '../i18n/de.json';
import en from '../i18n/en.json';

type Tree = { readonly [key: string]: string | Tree };
const languages: Readonly<Record<string, Tree>> = { en, de };

const find = (tree: Tree | undefined, key: string): string | undefined => {
  let at: string | Tree | undefined = tree;
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
};

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The page's own texts, without its library. */
export const wordsOf =
  (locale: string): Words =>
  (key, values = {}) => {
    const own = languages[locale] ?? languages[locale.split('-')[0] ?? ''];
    const counted = values['count'] === undefined ? key : `${key}_${values['count'] === 1 ? 'one' : 'other'}`;
    const text = find(own, counted) ?? find(own, key) ?? find(en, counted) ?? find(en, key) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
  };
