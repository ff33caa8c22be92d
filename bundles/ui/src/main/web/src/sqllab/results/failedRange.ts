import { positionOf } from '../text/statements';

/** The word in the tab's text that a failed statement's line and column lead to. */
export function failedRange(
  sql: string,
  offset: number,
  { line, column }: { readonly line: number; readonly column: number },
): { readonly from: number; readonly to: number } | undefined {
  const at = positionOf(sql, line, column);
  if (at === undefined) return undefined;
  const length = /^(?:[\p{L}\p{N}_$."]+|\S)/u.exec(sql.slice(at))?.[0].length ?? 1;
  return { from: offset + at, to: offset + Math.min(sql.length, at + length) };
}
