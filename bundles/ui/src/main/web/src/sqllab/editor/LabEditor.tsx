import { forceLinting } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SqlEditor } from '../../ui/SqlEditor';
import { useDatabase, useLab } from '../context';
import type { LabTab } from '../tabs/model';
import { dialectOf } from '../text/dialects';
import { habitsOf } from '../text/habits';
import { check } from './check';
import { watchSelection } from './selection';
import { markFailure } from './marks';
import { editorSetup, type EditorKeys } from './setup';
import { useCompletion } from './useKnown';

const phrases = [
  'Find',
  'Replace',
  'next',
  'previous',
  'all',
  'match case',
  'regexp',
  'by word',
  'replace',
  'replace all',
  'close',
] as const;

/** How each text was edited, for as long as the page lives: undo goes on after another tab was looked at. */
const memories = new Map<string, unknown>();

interface Props {
  readonly tab: LabTab;
  readonly keys: EditorKeys;
  readonly onRun: () => void;
  /** Told whether a part is marked. */
  readonly onSelect: (selected: boolean) => void;
  readonly viewRef: { current: EditorView | undefined };
  readonly failure: { readonly from: number; readonly to: number } | undefined;
}

export function LabEditor({ tab, keys, onRun, onSelect, viewRef, failure }: Props) {
  const { t } = useTranslation();
  const { tabs, setHands } = useLab();
  const database = useDatabase(tab.dbId);
  const complete = useCompletion(tab, database);
  const latest = useRef({ keys, tab, onSelect });
  latest.current = { keys, tab, onSelect };

  const backend = database?.backend;
  const more = useMemo(() => {
    const habits = habitsOf(backend);
    const { key } = latest.current.tab;
    const proxied: EditorKeys = {
      runAll: () => latest.current.keys.runAll(),
      runUpTo: () => latest.current.keys.runUpTo(),
      stop: () => latest.current.keys.stop(),
      format: () => latest.current.keys.format(),
      save: () => latest.current.keys.save(),
      explain: () => latest.current.keys.explain(),
    };
    return {
      dialect: dialectOf(backend),
      complete,
      memory: { read: () => memories.get(key), write: (kept: unknown) => void memories.set(key, kept) },
      extensions: [
        editorSetup(proxied, habits, Object.fromEntries(phrases.map((word) => [word, t(`lab.editor.${word}`)]))),
        check(() => {
          const { dbId, schema, catalog, templateParams } = latest.current.tab;
          return { database: dbId ?? undefined, schema, catalog, templateParams, habits };
        }),
        watchSelection((selected) => latest.current.onSelect(selected)),
      ],
      onView: (view: EditorView | undefined) => {
        viewRef.current = view;
        setHands(
          view && {
            insert: (text) => {
              view.dispatch(view.state.replaceSelection(text));
              view.focus();
            },
            jump: (from, to) => {
              const end = view.state.doc.length;
              view.dispatch({
                selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
                scrollIntoView: true,
              });
              view.focus();
            },
            focus: () => view.focus(),
          },
        );
      },
    };
  }, [backend, complete, setHands, viewRef, t]);

  useEffect(() => {
    viewRef.current?.dispatch({ effects: markFailure.of(failure ?? null) });
  }, [failure, viewRef]);
  useEffect(() => {
    if (viewRef.current) forceLinting(viewRef.current);
  }, [tab.dbId, tab.schema, tab.templateParams, viewRef]);

  return (
    <SqlEditor
      key={backend}
      value={tab.sql}
      label={t('lab.editor.label', { label: tab.label })}
      placeholder={t('lab.editor.placeholder')}
      autoFocus
      onRun={onRun}
      onChange={(sql) => tabs.change(tab.key, { sql })}
      more={more}
    />
  );
}
