import { scan, type Habits } from './scan';

export interface Statement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The statements of a script, without what stands around them; a piece of notes alone is none. */
export function splitStatements(sql: string, habits?: Habits): readonly Statement[] {
  const statements: Statement[] = [];
  let from: number | undefined;
  let to = 0;
  let real = false;
  const close = () => {
    if (from !== undefined && real) statements.push({ from, to, text: sql.slice(from, to) });
    from = undefined;
    real = false;
  };
  for (const token of scan(sql, habits)) {
    if (token.kind === 'end') close();
    else {
      from ??= token.from;
      to = token.to;
      if (token.kind !== 'note') real = true;
    }
  }
  close();
  return statements;
}

/** The statement the cursor is in; between two, the one that ended before it on the same line, else the next, else the last. */
export function statementAt(sql: string, position: number, habits?: Habits): Statement | undefined {
  const all = splitStatements(sql, habits);
  const within = all.find(({ from, to }) => position >= from && position <= to);
  if (within) return within;
  const before = all.filter(({ to }) => to < position).at(-1);
  if (before && !sql.slice(before.to, position).includes('\n')) return before;
  return all.find(({ from }) => from > position) ?? before;
}

/** All statements from the beginning to the one the cursor is in. */
export function statementsUpTo(sql: string, position: number, habits?: Habits): Statement | undefined {
  const last = statementAt(sql, position, habits);
  const first = splitStatements(sql, habits)[0];
  return first && last ? { from: first.from, to: last.to, text: sql.slice(first.from, last.to) } : undefined;
}

/** Where the n-th line (from 1) and column (from 1) of a text is; undefined outside of it. */
export function positionOf(text: string, line: number, column = 1): number | undefined {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return undefined;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + Math.max(0, column - 1), end < 0 ? text.length : end);
}
