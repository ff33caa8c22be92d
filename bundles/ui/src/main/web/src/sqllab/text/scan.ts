export type TokenKind = 'word' | 'quoted' | 'text' | 'number' | 'note' | 'template' | 'sign' | 'end';

/** A piece of a statement and where it stands; `end` is the semicolon between statements. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
}

export interface Habits {
  /** PostgreSQL and its like quote by `$tag$ … $tag$`. */
  readonly dollars?: boolean;
  /** MySQL and its like: a backslash keeps the next sign, `#` begins a note. */
  readonly backslashes?: boolean;
}

const wordStart = /[\p{L}_]/u;
const wordPart = /[\p{L}\p{N}_$]/u;

/** Where a text that begins at `from` with this quote ends; a doubled quote stays within. */
function quotedEnd(sql: string, from: number, quote: string, backslashes: boolean): number {
  for (let at = from + 1; at < sql.length; at++) {
    if (backslashes && sql[at] === '\\') at++;
    else if (sql[at] === quote) {
      if (sql[at + 1] === quote) at++;
      else return at + 1;
    }
  }
  return sql.length;
}

const after = (sql: string, mark: string, from: number): number => {
  const at = sql.indexOf(mark, from);
  return at < 0 ? sql.length : at + mark.length;
};

/** The end of a block comment; they nest, as the standard has it. */
function noteEnd(sql: string, from: number): number {
  let depth = 0;
  for (let at = from; at < sql.length; at++) {
    if (sql.startsWith('/*', at)) {
      depth++;
      at++;
    } else if (sql.startsWith('*/', at)) {
      depth--;
      at++;
      if (depth === 0) return at + 1;
    }
  }
  return sql.length;
}

const templates: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/** Reads a script piece by piece, white space left out. What is open at the end reaches to the end. */
export function scan(sql: string, { dollars = true, backslashes = false }: Habits = {}): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const put = (kind: TokenKind, to: number) => {
    tokens.push({ kind, from: at, to });
    at = to;
  };
  while (at < sql.length) {
    const sign = sql[at] ?? '';
    const two = sql.slice(at, at + 2);
    const tag = dollars && sign === '$' ? /^\$(?:[A-Za-z_]\w*)?\$/.exec(sql.slice(at, at + 70))?.[0] : undefined;
    if (/\s/.test(sign)) at++;
    else if (two === '--' || (backslashes && sign === '#')) {
      const end = sql.indexOf('\n', at);
      put('note', end < 0 ? sql.length : end);
    } else if (two === '/*') put('note', noteEnd(sql, at));
    else if (templates[two]) put(two === '{#' ? 'note' : 'template', after(sql, templates[two], at + 2));
    else if (tag) put('text', after(sql, tag, at + tag.length));
    else if (sign === "'") {
      const before = sql[at - 1] ?? '';
      const escapes = backslashes || (/[eE]/.test(before) && !wordPart.test(sql[at - 2] ?? ' '));
      put('text', quotedEnd(sql, at, "'", escapes));
    } else if (sign === '"' || sign === '`') put('quoted', quotedEnd(sql, at, sign, false));
    else if (sign === ';') put('end', at + 1);
    else if (/\d/.test(sign)) put('number', at + (/^[\d.]+(?:e[+-]?\d+)?/i.exec(sql.slice(at))?.[0].length ?? 1));
    else if (wordStart.test(sign)) {
      let end = at + 1;
      while (end < sql.length && wordPart.test(sql[end] ?? '')) end++;
      put('word', end);
    } else put('sign', at + 1);
  }
  return tokens;
}

/** A name as it is meant: without its quotes. */
export function plainName(text: string): string {
  const quote = text[0];
  return quote === '"' || quote === '`' ? text.slice(1, -1).replaceAll(quote + quote, quote) : text;
}
