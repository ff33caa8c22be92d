import { fileName } from '../api/chartData';
import { failure, send } from '../api/client';
import { saveAs } from '../explore/menus/downloads';

export type Exchanged = 'dashboard' | 'chart' | 'dataset' | 'database' | 'saved_query';

/** Things and what they stand on, as a ZIP. */
export async function exportThings(kind: Exchanged, ids: readonly number[]): Promise<void> {
  const response = await send(`/api/v1/${kind}/export/?q=${encodeURIComponent(`!(${ids.join(',')})`)}`, {
    accept: 'application/zip, application/json;q=0.5',
  });
  if (!response.ok) throw await failure(response);
  saveAs(await response.blob(), fileName(response.headers.get('Content-Disposition')) ?? `${kind}_export.zip`);
}

/** What an export hides, by the form's field it goes into and the server's words that ask for it. */
const SECRETS = [
  ['passwords', 'password', /password for the database/],
  ['ssh_tunnel_passwords', 'tunnelPassword', /a password for the ssh tunnel/],
  ['ssh_tunnel_private_keys', 'tunnelKey', /a private key for the ssh tunnel/],
  ['ssh_tunnel_private_key_passwords', 'tunnelKeyPassword', /private key password for the ssh tunnel/],
] as const;

/** Of options that a database has beside its address: each by its path, and by a title where it has one. */
const OPTIONS = 'encrypted_extra_secrets';
const OPTION = /masked_encrypted_extra field: (\$\S+)(?: \((.+)\))?$/;

export interface Secret {
  readonly field: (typeof SECRETS)[number][0] | typeof OPTIONS;
  readonly word: (typeof SECRETS)[number][1] | 'option';
  readonly file: string;
  readonly path?: string;
  readonly title?: string;
}

/** Nothing was stored: these secrets are missing, these files are of things that exist. */
export interface Asked {
  readonly secrets: readonly Secret[];
  readonly present: readonly string[];
}

/** What the server's refusal asks for; undefined where it is another one. */
export function asked(body: unknown): Asked | undefined {
  const message = (body as { message?: unknown } | null)?.message;
  if (typeof message !== 'object' || message === null) return undefined;
  const files = Object.entries(message as Readonly<Record<string, unknown>>);
  const secrets = files.flatMap(([file, words]) => {
    const missing = (words as { _schema?: readonly string[] } | null)?._schema ?? [];
    return missing.flatMap((text): readonly Secret[] => {
      const [, path, title] = OPTION.exec(text) ?? [];
      if (path) return [{ field: OPTIONS, word: 'option', file, path, title: title ?? path }];
      return SECRETS.flatMap(([field, word, pattern]) => (pattern.test(text) ? [{ field, word, file }] : []));
    });
  });
  const present = files.flatMap(([file, words]) => (typeof words === 'string' ? [file] : []));
  return secrets.length > 0 || present.length > 0 ? { secrets, present } : undefined;
}

export const keyOf = ({ field, file, path }: Secret) => [field, file, path].filter(Boolean).join(' ');

/** @returns what has to be said first; undefined when it is done */
export async function importThings(
  kind: Exchanged,
  zip: File,
  secrets: readonly Secret[],
  values: Readonly<Record<string, string>>,
  overwrite: boolean,
): Promise<Asked | undefined> {
  const form = new FormData();
  form.set('formData', zip);
  form.set('overwrite', String(overwrite));
  for (const [field] of SECRETS) {
    const given = secrets.filter((one) => one.field === field);
    form.set(field, JSON.stringify(Object.fromEntries(given.map((one) => [one.file, values[keyOf(one)] ?? '']))));
  }
  const options: Record<string, Record<string, string>> = {};
  for (const one of secrets) if (one.path) (options[one.file] ??= {})[one.path] = values[keyOf(one)] ?? '';
  form.set(OPTIONS, JSON.stringify(options));
  const response = await send(`/api/v1/${kind}/import/`, { form });
  if (response.ok) {
    await response.text();
    return undefined;
  }
  const again = response.status === 422 ? asked(await response.clone().json()) : undefined;
  if (!again) throw await failure(response);
  return again;
}
