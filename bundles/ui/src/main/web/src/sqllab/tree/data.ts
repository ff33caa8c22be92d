import { useQueries, useQuery, type QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';

export interface TableEntry {
  readonly value: string;
  readonly type: 'table' | 'view' | 'materialized_view';
}

export interface TableKey {
  readonly name?: string | null;
  readonly column_names?: readonly string[];
  readonly type?: string;
  readonly options?: Readonly<Record<string, unknown>> | null;
  readonly referred_table?: string;
  readonly referred_schema?: string | null;
  readonly referred_columns?: readonly string[];
  readonly unique?: boolean;
}

export interface TableFacts {
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly longType?: string;
    readonly type_generic: number;
    readonly comment?: string | null;
    readonly keys?: readonly TableKey[];
  }[];
  readonly indexes?: readonly TableKey[];
  readonly foreignKeys?: readonly TableKey[];
  readonly primaryKey?: TableKey | Readonly<Record<string, never>>;
  readonly comment?: string | null;
  readonly selectStar?: string;
}

/** Where tables are looked for. */
export interface Place {
  readonly database: number;
  readonly catalog: string | null;
}

export interface TableName {
  readonly schema: string;
  readonly name: string;
}

const list = <T>(key: readonly unknown[], path: string, enabled: boolean) => ({
  queryKey: key,
  enabled,
  retry: false,
  staleTime: 300_000,
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await api<{ result: readonly T[] }>(path, { signal })).result,
});

const q = (query: unknown) => encodeURIComponent(JSON.stringify(query));
const catalogPart = (catalog: string | null) => (catalog === null ? {} : { catalog_name: catalog });

export const useCatalogs = (database: number | null) =>
  useQuery(
    list<string>(['database', database, 'catalogs'], `/api/v1/database/${database}/catalogs/`, database !== null),
  );

export const useSchemas = (database: number | null, catalog: string | null) =>
  useQuery(
    list<string>(
      ['database', database, 'schemas', ...(catalog === null ? [] : [catalog])],
      `/api/v1/database/${database}/schemas/?q=${q({ force: false, ...(catalog === null ? {} : { catalog }) })}`,
      database !== null,
    ),
  );

const tablesKey = ({ database, catalog }: Place, schema: string) => [
  'database',
  database,
  'tables',
  schema,
  ...(catalog === null ? [] : [catalog]),
];

export const useTables = (place: Place | undefined, schemas: readonly string[]) =>
  useQueries({
    queries: schemas.map((schema) =>
      list<TableEntry>(
        place ? tablesKey(place, schema) : ['none', schema],
        `/api/v1/database/${place?.database}/tables/?q=${q({ schema_name: schema, force: false, ...catalogPart(place?.catalog ?? null) })}`,
        place !== undefined,
      ),
    ),
  });

const factsKey = ({ database, catalog }: Place, { schema, name }: TableName) => [
  'database',
  database,
  'facts',
  catalog,
  schema,
  name,
];

const factsQuery = (place: Place, table: TableName) => ({
  queryKey: factsKey(place, table),
  retry: false,
  staleTime: 300_000,
  queryFn: ({ signal }: { signal: AbortSignal }) => {
    const params = new URLSearchParams({
      name: table.name,
      schema: table.schema,
      ...(place.catalog === null ? {} : { catalog: place.catalog }),
    });
    return api<TableFacts>(`/api/v1/database/${place.database}/table_metadata/?${params}`, { signal });
  },
});

export const useFacts = (place: Place | undefined, tables: readonly TableName[]) =>
  useQueries({ queries: place ? tables.map((table) => factsQuery(place, table)) : [] });

export const fetchFacts = (client: QueryClient, place: Place, table: TableName) =>
  client.fetchQuery(factsQuery(place, table));

export const forgetPlace = (client: QueryClient, database: number) =>
  client.invalidateQueries({ queryKey: ['database', database] });

/** The schema people mean where they name none: the usual one, else the first. */
export const usualSchema = (schemas: readonly string[]): string | null =>
  schemas.find((name) => /^(main|public|dbo)$/i.test(name)) ??
  schemas.find((name) => !/^(information_schema|pg_catalog|pg_toast|system|temp)/i.test(name)) ??
  schemas[0] ??
  null;
