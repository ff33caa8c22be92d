import type { Completion, CompletionSource } from '@codemirror/autocomplete';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { api } from '../../api/client';
import type { LabTab } from '../tabs/model';
import { offersAt, type Known, type Offer } from '../text/complete';
import { habitsOf, quoteName } from '../text/habits';
import { statementAt } from '../text/statements';
import { namesIn } from '../text/tables';
import { givenNames } from '../text/templates';
import { fetchFacts, useSchemas, useTables, type TableFacts, type TableName } from '../tree/data';
import type { LabDatabase } from '../types';

/** Templates the server fills in, as they are typed. */
const macros = [
  '{{ current_username() }}',
  '{{ current_user_id() }}',
  '{{ current_user_email() }}',
  '{{ current_user_roles() }}',
  "{{ url_param('name') }}",
  '{{ dataset(1) }}',
  "{{ metric('name', 1) }}",
  "{{ ['a', 'b'] | where_in }}",
];

const types: Readonly<Record<Offer['kind'], string>> = {
  column: 'property',
  table: 'class',
  view: 'class',
  schema: 'namespace',
  query: 'class',
  function: 'function',
  macro: 'macro',
  alias: 'variable',
};

/** What is known of the database for completion. Columns of the tables a statement names are fetched as it is typed. */
export function useCompletion(tab: LabTab, database: LabDatabase | undefined): CompletionSource {
  const client = useQueryClient();
  const id = database?.id ?? null;
  const schemas = useSchemas(id, tab.catalog);
  const place = useMemo(() => (id === null ? undefined : { database: id, catalog: tab.catalog }), [id, tab.catalog]);
  const schema = tab.schema ?? undefined;
  const [tables] = useTables(place, schema === undefined ? [] : [schema]);
  const { data: functions } = useQuery({
    queryKey: ['database', id, 'functions'],
    enabled: id !== null,
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }) =>
      (await api<{ function_names: readonly string[] }>(`/api/v1/database/${id}/function_names/`, { signal }))
        .function_names,
  });

  const backend = database?.backend;
  const params = givenNames(tab.templateParams);
  const habits = useMemo(() => habitsOf(backend), [backend]);
  const nameOf = (table: { readonly schema?: string | undefined; readonly name: string }): TableName | undefined => {
    const of = table.schema ?? schema;
    if (of === undefined) return undefined;
    const here =
      of === schema ? tables?.data?.find(({ value }) => value.toLowerCase() === table.name.toLowerCase()) : undefined;
    return { schema: of, name: here?.value ?? table.name };
  };
  const factsOf = (table: TableName): TableFacts | undefined =>
    place &&
    client.getQueryData<TableFacts>(['database', place.database, 'facts', place.catalog, table.schema, table.name]);

  const known: Known = {
    schemas: schemas.data ?? [],
    schema,
    tables: (tables?.data ?? []).map(({ value, type }) => ({
      name: value,
      schema: schema ?? '',
      kind: type === 'table' ? 'table' : 'view',
    })),
    columnsOf: (table) => {
      const name = nameOf(table);
      return (name && factsOf(name)?.columns.map((column) => ({ name: column.name, type: column.type }))) ?? [];
    },
    functions: functions ?? [],
    macros: [...params.map((name) => `{{ ${name} }}`), ...macros],
    quote: (name) => quoteName(name, backend),
    habits,
  };
  const latest = useRef({ known, nameOf, place });
  latest.current = { known, nameOf, place };

  useEffect(() => {
    if (!place) return undefined;
    const timer = setTimeout(() => {
      for (const table of namesIn(tab.sql, habits).tables.slice(0, 20)) {
        const name = nameOf(table);
        // A table that is only typed half, or is none, is nothing to speak of.
        if (name && (name.schema !== schema || tables?.data?.some(({ value }) => value === name.name)))
          void fetchFacts(client, place, name).catch(() => undefined);
      }
    }, 300);
    return () => clearTimeout(timer);
  }, [tab.sql, tables?.data, place, schema, habits, client]);

  return useMemo(
    () => (context) => {
      const text = context.state.doc.toString();
      const { known: now } = latest.current;
      const statement = statementAt(text, context.pos, now.habits);
      const within = statement && context.pos >= statement.from && context.pos <= statement.to + 1;
      const from = within ? statement.from : 0;
      const sql = within ? text.slice(statement.from, Math.max(statement.to, context.pos)) : text;
      const found = offersAt(sql, context.pos - from, now, context.explicit);
      if (!found || found.offers.length === 0) return null;
      const options = found.offers.map(({ label, insert, kind, detail, boost }): Completion => ({
        label,
        apply: insert,
        type: types[kind],
        boost: boost * 10,
        ...(detail ? { detail } : {}),
      }));
      return { from: from + found.from, options, validFor: /^(\{\{[^}]*|["`]?[\p{L}\p{N}_$]*)$/u };
    },
    [],
  );
}
