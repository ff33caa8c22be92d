import { plainName, scan, type Habits, type Token } from './scan';

/** A table a statement names, and what the statement calls it. */
export interface NamedTable {
  readonly schema?: string;
  readonly name: string;
  readonly alias: string;
}

export interface Names {
  readonly tables: readonly NamedTable[];
  /** Names the statement gives to queries of its own (`with x as (…)`), with the columns it can be seen to select. */
  readonly queries: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

const leads = new Set(['from', 'join', 'update', 'into', 'table']);
const notAliases = new Set(
  (
    'where on using join left right inner outer full cross natural group order having limit offset union intersect except ' +
    'set values select fetch window qualify lateral returning as with when then for from tablesample and or'
  ).split(' '),
);

/** Which tables a statement reads, by its words alone: good enough to complete by, and never wrong about quotes and notes. */
export function namesIn(sql: string, habits?: Habits): Names {
  const tokens = scan(sql, habits).filter(({ kind }) => kind !== 'note');
  const text = (token: Token | undefined) => (token ? sql.slice(token.from, token.to) : '');
  const lower = (token: Token | undefined) => (token?.kind === 'word' ? text(token).toLowerCase() : text(token));
  const isName = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'quoted';
  const tables: NamedTable[] = [];
  const queries: { name: string; columns: readonly string[] }[] = [];

  const readTable = (start: number): number => {
    let at = start;
    const parts: string[] = [];
    while (isName(tokens[at]) && !(parts.length === 0 && notAliases.has(lower(tokens[at])))) {
      parts.push(plainName(text(tokens[at])));
      at++;
      if (text(tokens[at]) !== '.') break;
      at++;
    }
    const name = parts.at(-1);
    if (name === undefined || text(tokens[at]) === '(') return at;
    if (lower(tokens[at]) === 'as') at++;
    const named = isName(tokens[at]) && !notAliases.has(lower(tokens[at]));
    const alias = named ? plainName(text(tokens[at])) : name;
    const schema = parts.at(-2);
    tables.push({ ...(schema === undefined ? {} : { schema }), name, alias });
    return named ? at + 1 : at;
  };

  for (let at = 0; at < tokens.length; at++) {
    const word = lower(tokens[at]);
    if (leads.has(word) && tokens[at]?.kind === 'word') {
      at = readTable(at + 1);
      while (text(tokens[at]) === ',' && word === 'from') at = readTable(at + 1);
      at--;
    } else if (isName(tokens[at]) && lower(tokens[at + 1]) === 'as' && text(tokens[at + 2]) === '(') {
      const inner = lower(tokens[at + 3]);
      if (inner === 'select' || inner === 'with')
        queries.push({ name: plainName(text(tokens[at])), columns: selected(tokens.slice(at + 3), text, lower) });
    }
  }
  return { tables, queries };
}

/** What the first select of these tokens gives names to. */
function selected(
  tokens: readonly Token[],
  text: (token: Token | undefined) => string,
  lower: (token: Token | undefined) => string,
): readonly string[] {
  const columns: string[] = [];
  let depth = 0;
  let last: Token | undefined;
  const take = () => {
    if (last && (last.kind === 'word' || last.kind === 'quoted')) columns.push(plainName(text(last)));
  };
  for (const token of tokens) {
    const sign = text(token);
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (depth < 0 || (depth === 0 && lower(token) === 'from')) break;
    if (depth === 0 && sign === ',') take();
    if (lower(token) !== 'select') last = depth === 0 ? token : undefined;
  }
  take();
  return columns;
}
