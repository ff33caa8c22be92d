export type Metadata = Readonly<Record<string, unknown>>;

/** Superset's choices, in seconds. */
export const refreshChoices = [0, 10, 30, 60, 300, 1800, 3600, 21600, 43200, 86400] as const;

export function readMetadata(text: string | null | undefined): Metadata {
  try {
    const read: unknown = JSON.parse(text || '{}');
    return read !== null && typeof read === 'object' && !Array.isArray(read) ? (read as Metadata) : {};
  } catch {
    return {};
  }
}

/** A JSON object somebody types, or why it is none. */
export function parseMetadata(text: string): Metadata | { readonly problem: string } {
  try {
    const read: unknown = JSON.parse(text);
    return read !== null && typeof read === 'object' && !Array.isArray(read)
      ? (read as Metadata)
      : { problem: 'object' };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Without a value the name goes: an empty one would be a choice too. */
export const withSetting = (metadata: Metadata, name: string, value: unknown): Metadata => {
  const { [name]: _, ...rest } = metadata;
  return value === undefined || value === '' ? rest : { ...metadata, [name]: value };
};

export type LabelColors = readonly (readonly [label: string, color: string])[];

export const labelColors = (metadata: Metadata): LabelColors => {
  const value = metadata['label_colors'];
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    : [];
};
