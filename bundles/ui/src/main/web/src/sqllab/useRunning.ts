import type { EditorView } from '@codemirror/view';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../ui/toast';
import { useDatabase, useLab, useRuns } from './context';
import { isOpen } from './run/model';
import type { Piece } from './run/store';
import type { LabTab } from './tabs/model';
import { habitsOf } from './text/habits';
import { splitStatements, statementAt, statementsUpTo, type Statement } from './text/statements';

export type RunWhat = 'here' | 'all' | 'upTo';

export interface Making {
  readonly select_as_cta: true;
  readonly ctas_method: 'TABLE' | 'VIEW';
  readonly tmp_table_name: string;
}

/** Statements that only read may go one by one, each with a result of its own; a script that changes things is one. */
const reads = ({ text }: Statement) =>
  /^(\s|--[^\n]*\n|\/\*[\s\S]*?\*\/|\()*(select|with|values|show|explain|describe|from|table|pragma)\b/i.test(text);

/** What there is to run in an editor: what is marked, else the statement under the cursor. */
export function piecesOf(
  sql: string,
  selection: { readonly from: number; readonly to: number; readonly head: number },
  what: RunWhat,
  habits: ReturnType<typeof habitsOf>,
): readonly Piece[] {
  const marked = selection.from < selection.to && what === 'here';
  const [text, start] = marked
    ? [sql.slice(selection.from, selection.to), selection.from]
    : what === 'here'
      ? [statementAt(sql, selection.head, habits)?.text ?? '', statementAt(sql, selection.head, habits)?.from ?? 0]
      : what === 'upTo'
        ? [
            statementsUpTo(sql, selection.head, habits)?.text ?? '',
            statementsUpTo(sql, selection.head, habits)?.from ?? 0,
          ]
        : [sql, 0];
  const statements = splitStatements(text, habits);
  const first = statements[0];
  const last = statements.at(-1);
  if (!first || !last) return [];
  if (statements.every(reads)) return statements.map((one) => ({ sql: one.text, offset: start + one.from }));
  return [{ sql: text.slice(first.from, last.to), offset: start + first.from }];
}

/** Running what a tab holds. */
export function useRunning(tab: LabTab, view: { readonly current: EditorView | undefined }) {
  const { t } = useTranslation();
  const lab = useLab();
  const database = useDatabase(tab.dbId);
  const runs = useRuns(tab);
  const open = runs.filter(isOpen);
  const latest = useRef(tab);
  latest.current = tab;

  return useMemo(() => {
    const ask = (pieces: readonly Piece[], making?: Making): boolean => {
      const { key, label, templateParams, catalog, schema, limit, dbId } = latest.current;
      if (open.length > 0) return true;
      if (pieces.length === 0) say(t('lab.run.nothing'));
      else if (dbId === null || !database) say(t('lab.chooseDatabase'), 'bad');
      else {
        const names = lab.runs.start(key, pieces, async () => ({
          database_id: dbId,
          catalog,
          schema,
          queryLimit: limit ?? lab.limits.default,
          templateParams,
          tab: label,
          sql_editor_id: String((await lab.tabs.idOf(key)) ?? ''),
          ...making,
        }));
        lab.tabs.change(key, { runs: names });
      }
      return true;
    };
    const pieces = (what: RunWhat): readonly Piece[] => {
      const state = view.current?.state;
      const sql = state?.doc.toString() ?? latest.current.sql;
      const main = state?.selection.main ?? { from: 0, to: 0, head: 0 };
      return piecesOf(sql, main, what, habitsOf(database?.backend));
    };
    return {
      busy: open.length > 0,
      pieces,
      run: (what: RunWhat, making?: Making) => ask(pieces(what), making),
      again: (sql: string, offset: number | undefined) => ask([{ sql, offset: offset ?? 0 }]),
      stop: () => lab.runs.stop(open.map(({ id }) => id)),
    };
  }, [open.map(({ id }) => id).join(), database, lab, t, view]);
}

export type Running = ReturnType<typeof useRunning>;
