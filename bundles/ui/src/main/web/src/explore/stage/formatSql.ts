const parts =
  /(--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\{\{[\s\S]*?\}\}|[(),;]|\s+|[^\s'"`(),;]+)/g;
const clauses = new Set([
  'select',
  'from',
  'where',
  'having',
  'limit',
  'offset',
  'union',
  'intersect',
  'except',
  'with',
  'join',
  'left',
  'right',
  'inner',
  'full',
  'cross',
  'qualify',
  'window',
  'fetch',
]);
const joined = new Set(['join', 'outer', 'all', 'distinct']);
const starts = new Set(['left', 'right', 'inner', 'full', 'cross', 'union']);

/** A statement in lines: clauses begin one, selected terms have one each, what is in brackets steps in. Changes white space only. */
export function formatSql(sql: string): string {
  const tokens = (sql.match(parts) ?? []).map((text) => (/^\s+$/.test(text) ? ' ' : text));
  let out = '';
  let before = '';
  let last = '';
  const nested: { lines: boolean; listing: boolean }[] = [{ lines: true, listing: false }];
  const here = () => nested[nested.length - 1] ?? { lines: true, listing: false };
  const depth = () => nested.filter(({ lines }) => lines).length - 1;
  const line = (more = 0) => {
    out = `${out.trimEnd()}${out.trim() === '' ? '' : '\n'}${'  '.repeat(Math.max(0, depth() + more))}`;
  };
  tokens.forEach((token, index) => {
    const word = token.toLowerCase();
    if (token === ' ') {
      if (!out.endsWith(' ') && !out.endsWith('\n') && out !== '') out += ' ';
      return;
    }
    const grouping = (word === 'group' || word === 'order') && /^by$/i.test(tokens[index + 2] ?? '');
    if (token === '(') {
      const inner = (tokens.slice(index + 1).find((one) => one !== ' ') ?? '').toLowerCase();
      nested.push({ lines: inner === 'select' || inner === 'with', listing: false });
      out += '(';
    } else if (token === ')') {
      const closed = nested.length > 1 ? nested.pop() : undefined;
      if (closed?.lines) line();
      out = `${closed?.lines ? out : out.trimEnd()})`;
    } else if (
      here().lines &&
      ((clauses.has(word) && !(starts.has(last) && joined.has(word)) && !(last === 'outer')) || grouping)
    ) {
      line();
      out += token;
      here().listing = word === 'select' || grouping;
    } else if (here().lines && (word === 'and' || word === 'or') && before !== 'between') {
      line(1);
      out += token;
    } else if (token === ',' && here().lines && here().listing) {
      out = `${out.trimEnd()},`;
      line(1);
    } else if (token === ';' && nested.length === 1) {
      out = `${out.trimEnd()};\n\n`;
    } else out += token.startsWith('--') ? `${token}\n` : token;
    if (word === 'between' || word === 'and') before = word;
    last = word;
  });
  return out.trim();
}
