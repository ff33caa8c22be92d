import type { StoredRecipient } from './types';

export type Texts = Readonly<Record<string, string>>;

/** What a recipient's form holds. */
export function settingsOf({ recipient_config_json: json }: StoredRecipient): Texts {
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return {};
    return Object.fromEntries(
      Object.entries(read)
        .filter(([, value]) => value !== null && typeof value !== 'object')
        .map(([name, value]) => [name, String(value)]),
    );
  } catch {
    return {};
  }
}

/** Addresses as Superset keeps several in one text. */
export const addressesIn = (text: string): readonly string[] =>
  text
    .split(/[,;\s]+/)
    .map((one) => one.trim())
    .filter(Boolean);

export const addressesAsText = (addresses: readonly string[]): string => [...new Set(addresses)].join(', ');

/** Something at something: the server looks closer. */
export const looksLikeAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);
