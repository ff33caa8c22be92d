import type { TableEntry, TableFacts, TableKey } from './data';

export type TreeRow =
  | {
      readonly kind: 'schema';
      readonly key: string;
      readonly schema: string;
      readonly open: boolean;
      readonly count: number | undefined;
    }
  | {
      readonly kind: 'table';
      readonly key: string;
      readonly schema: string;
      readonly name: string;
      readonly view: boolean;
      readonly open: boolean;
    }
  | {
      readonly kind: 'column';
      readonly key: string;
      readonly schema: string;
      readonly table: string;
      readonly name: string;
      readonly type: string;
      readonly generic: number;
      readonly primary: boolean;
      readonly foreign: string | undefined;
      readonly note: string | undefined;
    }
  | {
      readonly kind: 'index';
      readonly key: string;
      readonly name: string;
      readonly columns: string;
      readonly unique: boolean;
    }
  | { readonly kind: 'wait' | 'none' | 'failed'; readonly key: string; readonly level: number; readonly of: string };

export interface TreeData {
  readonly schemas: readonly string[];
  readonly open: ReadonlySet<string>;
  readonly tables: (schema: string) => readonly TableEntry[] | Error | undefined;
  readonly facts: (schema: string, table: string) => TableFacts | Error | undefined;
  readonly search: string;
}

export const tableKey = (schema: string, table: string) => `${schema}\n${table}`;

export const levelOf = (row: TreeRow): number =>
  row.kind === 'schema' ? 1 : row.kind === 'table' ? 2 : row.kind === 'column' || row.kind === 'index' ? 3 : row.level;

const columnsOfKey = (key: TableKey | undefined): readonly string[] => key?.column_names ?? [];

function columnRows(schema: string, table: string, facts: TableFacts): readonly TreeRow[] {
  const primary = new Set(columnsOfKey(facts.primaryKey as TableKey | undefined));
  const foreign = new Map<string, string>();
  for (const key of facts.foreignKeys ?? [])
    columnsOfKey(key).forEach((name, at) =>
      foreign.set(name, [key.referred_table, key.referred_columns?.[at]].filter(Boolean).join('.')),
    );
  const columns = facts.columns.map(({ name, type, type_generic, comment }): TreeRow => ({
    kind: 'column',
    key: `${tableKey(schema, table)}\n${name}`,
    schema,
    table,
    name,
    type,
    generic: type_generic,
    primary: primary.has(name),
    foreign: foreign.get(name),
    note: comment ?? undefined,
  }));
  const indexes = (facts.indexes ?? []).map((index, at): TreeRow => ({
    kind: 'index',
    key: `${tableKey(schema, table)}\nindex ${at}`,
    name: index.name ?? '',
    columns: columnsOfKey(index).join(', '),
    unique: index.unique === true || index.type === 'unique',
  }));
  return [...columns, ...indexes];
}

/** The tree as the lines that are seen. A search shows the tables whose name, or one of whose known columns, holds it. */
export function treeRows({ schemas, open, tables, facts, search }: TreeData): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const wanted = search.trim().toLowerCase();
  const holds = (text: string) => text.toLowerCase().includes(wanted);
  for (const schema of schemas) {
    const entries = tables(schema);
    const known = Array.isArray(entries) ? (entries as readonly TableEntry[]) : undefined;
    const matches = (name: string) => {
      if (wanted === '' || holds(name)) return true;
      const found = facts(schema, name);
      return found !== undefined && !(found instanceof Error) && found.columns.some((column) => holds(column.name));
    };
    const shown = known?.filter(({ value }) => matches(value));
    if (wanted !== '' && !holds(schema) && shown?.length === 0) continue;
    if (wanted !== '' && !known && !holds(schema)) continue;
    const isOpen = open.has(schema) || (wanted !== '' && (shown?.length ?? 0) > 0);
    rows.push({ kind: 'schema', key: schema, schema, open: isOpen, count: known?.length });
    if (!isOpen) continue;
    if (entries instanceof Error) rows.push({ kind: 'failed', key: `${schema}\n!`, level: 2, of: schema });
    else if (!known) rows.push({ kind: 'wait', key: `${schema}\n…`, level: 2, of: schema });
    else if (shown?.length === 0) rows.push({ kind: 'none', key: `${schema}\n0`, level: 2, of: schema });
    for (const { value: name, type } of shown ?? []) {
      const key = tableKey(schema, name);
      const openTable = open.has(key);
      rows.push({ kind: 'table', key, schema, name, view: type !== 'table', open: openTable });
      if (!openTable) continue;
      const found = facts(schema, name);
      if (found === undefined) rows.push({ kind: 'wait', key: `${key}\n…`, level: 3, of: key });
      else if (found instanceof Error) rows.push({ kind: 'failed', key: `${key}\n!`, level: 3, of: key });
      else {
        const all = columnRows(schema, name, found);
        const some = wanted === '' || holds(name) ? all : all.filter((row) => row.kind === 'column' && holds(row.name));
        rows.push(...some);
      }
    }
  }
  return rows;
}
