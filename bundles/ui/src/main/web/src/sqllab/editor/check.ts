import { linter, type Diagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { api } from '../../api/client';
import { missingNames } from '../text/templates';
import { placeIn } from '../text/place';
import type { Habits } from '../text/scan';
import { positionOf, statementAt } from '../text/statements';

interface Wrong {
  readonly line_number: number | null;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly message: string;
}

export interface CheckPlace {
  readonly database: number | undefined;
  readonly schema: string | null;
  readonly catalog: string | null;
  readonly templateParams: string;
  readonly habits: Habits;
}

const QUIET = 800;

/** With the place its message tells, where the server told none. */
function located(sql: string, wrong: Wrong): Wrong {
  const place = wrong.line_number === null ? placeIn(wrong.message, sql) : undefined;
  return place ? { ...wrong, line_number: place.line, start_column: place.column, end_column: null } : wrong;
}

/** The place a message speaks of, within a statement; the whole of it where nobody knows. */
export function rangeOf(sql: string, wrong: Wrong): { readonly from: number; readonly to: number } {
  const from = wrong.line_number === null ? undefined : positionOf(sql, wrong.line_number, wrong.start_column ?? 1);
  if (from === undefined) return { from: 0, to: sql.length };
  const end = wrong.end_column === null ? undefined : positionOf(sql, wrong.line_number ?? 1, wrong.end_column);
  const word = /^[\p{L}\p{N}_$."]+/u.exec(sql.slice(from))?.[0].length ?? 1;
  return { from, to: Math.min(sql.length, Math.max(end ?? from + word, from + 1)) };
}

/** Asks the database about the statement under the cursor while nothing is typed; it is planned, not run. */
export const check = (place: () => CheckPlace): Extension =>
  linter(
    async ({ state }): Promise<readonly Diagnostic[]> => {
      const { database, habits, templateParams, ...where } = place();
      const statement = statementAt(state.doc.toString(), state.selection.main.head, habits);
      // Half a word is nothing to complain about, nor what changes data.
      if (
        database === undefined ||
        !statement ||
        !/^\s*(select|with|values|from)\b[\s\S]*\S\s+\S/i.test(statement.text)
      )
        return [];
      // What waits for its parameters is not wrong.
      if (missingNames(statement.text, templateParams).length > 0) return [];
      try {
        const body = { sql: statement.text, ...where, template_params: templateParams || null };
        const { result } = await api<{ result: readonly Wrong[] }>(`/api/v1/database/${database}/validate_sql/`, {
          body,
        });
        return result.map((wrong) => {
          const { from, to } = rangeOf(statement.text, located(statement.text, wrong));
          return { from: statement.from + from, to: statement.from + to, severity: 'error', message: wrong.message };
        });
      } catch {
        return []; // nobody asked aloud: the run will tell
      }
    },
    { delay: QUIET },
  );
