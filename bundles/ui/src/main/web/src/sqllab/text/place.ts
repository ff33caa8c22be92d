import { positionOf } from './statements';

export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

function placeAt(sql: string, position: number): TextPlace {
  const before = sql.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}

/** The place a database's own words speak of: `LINE 2: …` with a caret below, `Position: 12`, `at line 2`; undefined where they do not. */
export function placeIn(message: string, sql: string): TextPlace | undefined {
  const caret = /LINE (\d+): (.*)\n([ \t]*)\^+/.exec(message);
  if (caret) {
    const [, number = '1', shown = '', indent = ''] = caret;
    const line = Number(number);
    const excerpt = shown.slice(Math.max(0, indent.length - `LINE ${number}: `.length));
    const word = /^[\p{L}\p{N}_$]+/u.exec(excerpt)?.[0];
    const text = sql.split('\n')[line - 1];
    if (text === undefined) return undefined;
    // A long line is shown in part: the word is found again in the whole of it.
    const at = word ? text.indexOf(word) : -1;
    return { line, column: at < 0 ? 1 : at + 1 };
  }
  const position = /\bPosition: (\d+)/.exec(message)?.[1];
  if (position !== undefined && Number(position) <= sql.length + 1) return placeAt(sql, Number(position) - 1);
  const both = /\bline:? (\d+)(?:,| at|:)? ?(?:column|col|position|char(?:acter)?)?:? ?(\d+)?/i.exec(message);
  if (both?.[1] === undefined) return undefined;
  const place = { line: Number(both[1]), column: Number(both[2] ?? 1) };
  return positionOf(sql, place.line) === undefined ? undefined : place;
}
