import { namesIn, type NamedTable } from './tables';
import { scan, type Habits } from './scan';

export interface KnownColumn {
  readonly name: string;
  readonly type: string;
}

export interface KnownTable {
  readonly name: string;
  readonly schema: string;
  readonly kind: 'table' | 'view';
}

/** What the page knows of the database at this moment; columns are asked for when a statement names their table. */
export interface Known {
  readonly schemas: readonly string[];
  /** The schema a table without one is looked for in. */
  readonly schema: string | undefined;
  readonly tables: readonly KnownTable[];
  readonly columnsOf: (table: {
    readonly schema?: string | undefined;
    readonly name: string;
  }) => readonly KnownColumn[];
  readonly functions: readonly string[];
  readonly macros: readonly string[];
  readonly quote: (name: string) => string;
  readonly habits?: Habits;
}

export type OfferKind = 'column' | 'table' | 'view' | 'schema' | 'query' | 'function' | 'macro' | 'alias';

export interface Offer {
  readonly label: string;
  readonly insert: string;
  readonly kind: OfferKind;
  readonly detail?: string;
  readonly boost: number;
}

export interface Offers {
  readonly from: number;
  readonly offers: readonly Offer[];
  /** Whether keywords may stand here too. */
  readonly keywords: boolean;
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const afterTable = /\b(?:from|join|update|into|table|describe|truncate)\s+(?:[\w".`]+(?:\s+(?:as\s+)?\w+)?\s*,\s*)*$/i;

/** What can stand at a position of a statement. Nothing within texts and notes. */
export function offersAt(sql: string, position: number, known: Known, explicit = false): Offers | undefined {
  const before = sql.slice(0, position);
  const open = /\{\{[^}]*$/.exec(before);
  if (open) {
    const offers = known.macros.map((macro): Offer => ({ label: macro, insert: macro, kind: 'macro', boost: 0 }));
    const closed = /^[^{]*\}\}/.test(sql.slice(position));
    const inner = (text: string) => (closed ? text.replace(/\s*\}\}$/, '') : text);
    return { from: open.index, offers: offers.map((one) => ({ ...one, insert: inner(one.insert) })), keywords: false };
  }
  if (scan(sql, known.habits).some((token) => hides(sql, token.kind, token.from, token.to, position))) return undefined;

  const dotted = /((?:(?:"(?:[^"]|"")*"|`[^`]*`|[\p{L}_][\p{L}\p{N}_$]*)\.)+)(["`]?[\p{L}\p{N}_$]*)$/u.exec(before);
  const names = namesIn(sql, known.habits);
  if (dotted) {
    const path = (dotted[1] ?? '').slice(0, -1).split('.').map(unquoted);
    return {
      from: position - (dotted[2] ?? '').length,
      offers: ofPath(path, names.tables, names.queries, known),
      keywords: false,
    };
  }
  const word = /["`]?[\p{L}_][\p{L}\p{N}_$]*$/u.exec(before)?.[0] ?? '';
  if (word === '' && !explicit) return undefined;
  const start = position - word.length;
  const tables = tableOffers(known, names.queries);
  if (
    afterTable.test(before.slice(0, start)) ||
    (/,\s*$/.test(before.slice(0, start)) && afterTable.test(before.slice(0, start)))
  )
    return { from: start, offers: tables, keywords: word !== '' };
  const columns = columnOffers(names, known);
  const functions = known.functions.map((name): Offer => ({
    label: name,
    insert: `${name}(`,
    kind: 'function',
    boost: 0,
  }));
  const later = tables.map((one) => ({ ...one, boost: one.boost - 3 }));
  return { from: start, offers: [...columns, ...functions, ...later], keywords: true };
}

const unquoted = (text: string) => (/^["`]/.test(text) ? text.slice(1, -1) : text);

const hides = (sql: string, kind: string, from: number, to: number, position: number): boolean => {
  if (position <= from || position > to) return false;
  if (kind === 'text') return position < to || sql[to - 1] !== "'" || to - from === 1;
  return kind === 'note' && (position < to || sql.startsWith('--', from));
};

type Queries = ReturnType<typeof namesIn>['queries'];

function ofPath(
  path: readonly string[],
  tables: readonly NamedTable[],
  queries: Queries,
  known: Known,
): readonly Offer[] {
  const last = path.at(-1) ?? '';
  const query = queries.find(({ name }) => same(name, tables.find(({ alias }) => same(alias, last))?.name ?? last));
  if (query) return query.columns.map((name) => columnOffer({ name, type: '' }, known, 3));
  const table = tables.find(({ alias, name }) => same(alias, last) || same(name, last));
  const columns = table ? known.columnsOf(table) : known.columnsOf({ name: last, schema: path.at(-2) ?? known.schema });
  const within = known.tables
    .filter(({ schema }) => same(schema, last))
    .map(({ name, kind }): Offer => ({ label: name, insert: known.quote(name), kind, boost: 1 }));
  return [...columns.map((column) => columnOffer(column, known, 3)), ...within];
}

const columnOffer = ({ name, type }: KnownColumn, known: Known, boost: number, table?: string): Offer => ({
  label: name,
  insert: known.quote(name),
  kind: 'column',
  detail: table ? `${type} · ${table}` : type,
  boost,
});

function columnOffers({ tables, queries }: ReturnType<typeof namesIn>, known: Known): readonly Offer[] {
  const offers: Offer[] = [];
  const seen = new Set<string>();
  const several = tables.length > 1;
  for (const table of tables) {
    const query = queries.find(({ name }) => same(name, table.name));
    const columns = query ? query.columns.map((name) => ({ name, type: '' })) : known.columnsOf(table);
    for (const column of columns) {
      const key = column.name.toLowerCase();
      if (!seen.has(key)) offers.push(columnOffer(column, known, 3, several ? table.alias : undefined));
      seen.add(key);
    }
    if (!same(table.alias, table.name))
      offers.push({
        label: table.alias,
        insert: known.quote(table.alias),
        kind: 'alias',
        detail: table.name,
        boost: 2,
      });
  }
  return offers;
}

function tableOffers(known: Known, queries: Queries): readonly Offer[] {
  const own = queries.map(({ name }): Offer => ({ label: name, insert: known.quote(name), kind: 'query', boost: 4 }));
  const tables = known.tables.map(({ name, schema, kind }): Offer => {
    const near = known.schema === undefined || same(schema, known.schema);
    return {
      label: name,
      insert: near ? known.quote(name) : `${known.quote(schema)}.${known.quote(name)}`,
      kind,
      detail: near ? kind : schema,
      boost: near ? 3 : 1,
    };
  });
  const schemas = known.schemas.map((name): Offer => ({
    label: name,
    insert: known.quote(name),
    kind: 'schema',
    detail: 'schema',
    boost: 0,
  }));
  return [...own, ...tables, ...schemas];
}
