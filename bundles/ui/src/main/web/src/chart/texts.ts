import { currentLanguage } from '../i18n';
import type { Control, Schema, Section, Visualization } from './visualization';

/** English text → text in the reader's language. */
export type Dictionary = Readonly<Record<string, string>>;

const house = import.meta.glob<Dictionary>('./texts/*.json', { import: 'default' });
const nothing: Dictionary = {};
const known = new Map<string, Dictionary>();
const coming = new Map<string, Promise<void>>();

/** Where the translations of a plugin's descriptors lie, if it has some in that language. */
export const addressOfTexts = ({ module, texts }: Visualization, language: string): string | undefined =>
  texts?.includes(language) && module ? `${module.split('/').slice(0, 4).join('/')}/texts/${language}.json` : undefined;

/** Without its translations a chart type is as its author wrote it: in English. */
function fetched(key: string, load: () => Promise<Dictionary>): Promise<void> {
  const present = coming.get(key);
  if (present) return present;
  const begun = load()
    .catch((cause: unknown) => {
      console.warn(`Translations of chart types cannot be read: ${key}`, cause);
      return nothing;
    })
    .then((words) => void known.set(key, words));
  coming.set(key, begun);
  return begun;
}

async function read(address: string): Promise<Dictionary> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as Dictionary;
}

/** Fetches what the reader's language needs for these types; true if something is new. */
export async function ensureTexts(list: Iterable<Visualization>): Promise<boolean> {
  const language = currentLanguage();
  if (language === 'en') return false;
  const before = known.size;
  const own = house[`./texts/${language}.json`];
  const addresses = new Set([...list].flatMap((one) => addressOfTexts(one, language) ?? []));
  await Promise.all([
    ...(own ? [fetched('house', own)] : []),
    ...[...addresses].map((address) => fetched(address, () => read(address))),
  ]);
  return known.size > before;
}

export function translated(one: Visualization, ...dictionaries: readonly Dictionary[]): Visualization {
  const say = (text: string): string => dictionaries.find((words) => Object.hasOwn(words, text))?.[text] ?? text;
  const maybe = <Key extends string>(key: Key, text: string | undefined) =>
    (text === undefined ? {} : { [key]: say(text) }) as { readonly [K in Key]?: string };
  const schemaOf = (schema: Schema): Schema => ({
    ...schema,
    ...(schema.oneOf ? { oneOf: schema.oneOf.map((choice) => ({ ...choice, ...maybe('title', choice.title) })) } : {}),
    ...(schema.items ? { items: schemaOf(schema.items) } : {}),
  });
  const controlOf = (control: Control): Control => ({
    ...control,
    ...maybe('title', control.title),
    ...maybe('description', control.description),
    ...(control.schema ? { schema: schemaOf(control.schema) } : {}),
  });
  const sectionOf = (section: Section): Section => ({
    ...section,
    title: say(section.section),
    controls: section.controls.map(controlOf),
  });
  return {
    ...one,
    title: say(one.title),
    ...maybe('description', one.description),
    ...(one.controls ? { controls: one.controls.map(sectionOf) } : {}),
  };
}

/** The type in the reader's language, as far as its translations have arrived: the plugin's go before the house's. */
export function inLanguage(one: Visualization): Visualization {
  const language = currentLanguage();
  if (language === 'en') return one;
  const own = known.get(addressOfTexts(one, language) ?? '');
  const shared = known.get('house');
  return own || shared ? translated(one, own ?? nothing, shared ?? nothing) : one;
}
