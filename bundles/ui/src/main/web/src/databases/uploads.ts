import { upload } from '../api/client';

export type Kind = 'csv' | 'excel' | 'columnar';
export type ColumnType = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'timestamp';
export type Existing = 'fail' | 'replace' | 'append';

export const columnTypes: readonly ColumnType[] = ['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp'];

export interface Preview {
  readonly items: readonly { readonly sheet_name: string | null; readonly column_names: readonly string[] }[];
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

export interface Uploaded {
  readonly dataset_id: number;
  readonly table_name: string;
  readonly rows: number;
}

/** What somebody chose about a file; an empty text means: find it out. */
export interface Choices {
  readonly table: string;
  readonly schema: string;
  readonly existing: Existing;
  readonly delimiter: string;
  readonly hasNames: boolean;
  readonly skipRows: string;
  readonly sheet: string;
  readonly types: Readonly<Record<string, ColumnType>>;
}

const MOST = 1_000_000;
const kinds: Readonly<Record<string, Kind>> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  xlsx: 'excel',
  xls: 'excel',
  parquet: 'columnar',
};

export const kindOf = (file: string): Kind | undefined => kinds[file.toLowerCase().split('.').pop() ?? ''];

/** A name that needs no quotes when SQL is typed. */
export const tableNameOf = (file: string): string =>
  file
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(\d)/, 't_$1')
    .slice(0, 60) || 'upload';

export const choicesFor = (file: string): Choices => ({
  table: tableNameOf(file),
  schema: '',
  existing: 'fail',
  delimiter: '',
  hasNames: true,
  skipRows: '',
  sheet: '',
  types: {},
});

export function formOf(kind: Kind, file: Blob, name: string, choices: Choices): FormData {
  const form = new FormData();
  form.set('type', kind);
  if (choices.delimiter) form.set('delimiter', choices.delimiter);
  if (!choices.hasNames) form.set('header_row', '-1');
  if (choices.skipRows.trim()) form.set('skip_rows', choices.skipRows.trim());
  if (choices.sheet) form.set('sheet_name', choices.sheet);
  if (Object.keys(choices.types).length > 0) form.set('column_data_types', JSON.stringify(choices.types));
  form.set('file', file, name);
  return form;
}

/** The beginning of a long text tells enough; other kinds cannot be cut. */
async function beginning(kind: Kind, file: File): Promise<Blob> {
  if (kind !== 'csv' || file.size <= MOST) return file;
  const bytes = new Uint8Array(await file.slice(0, MOST).arrayBuffer());
  const end = bytes.lastIndexOf(10);
  return file.slice(0, end > 0 ? end + 1 : MOST);
}

export async function preview(kind: Kind, file: File, choices: Choices): Promise<Preview> {
  const form = formOf(kind, await beginning(kind, file), file.name, choices);
  return (await upload<{ result: Preview }>('/api/v1/database/upload_metadata/', form)).result;
}

export async function load(
  database: number,
  kind: Kind,
  file: File,
  choices: Choices,
  onProgress: (share: number) => void,
): Promise<Uploaded> {
  const form = formOf(kind, file, file.name, choices);
  form.set('table_name', choices.table.trim());
  if (choices.schema.trim()) form.set('schema', choices.schema.trim());
  form.set('already_exists', choices.existing);
  return (await upload<{ result: Uploaded }>(`/api/v1/database/${database}/upload/`, form, onProgress)).result;
}
