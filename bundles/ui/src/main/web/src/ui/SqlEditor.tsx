import type { CompletionSource } from '@codemirror/autocomplete';
import type { SQLDialect } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { lazy, Suspense } from 'react';
import './sqlEditor.css';

export interface SqlWords {
  readonly columns: readonly { readonly name: string; readonly detail: string }[];
  readonly metrics: readonly { readonly name: string; readonly expression: string }[];
  readonly functions: readonly string[];
  readonly macros: readonly string[];
}

/** What a page that is about SQL alone adds; all of it but the language is read once, when the editor is made. */
export interface SqlEditorMore {
  readonly dialect: SQLDialect;
  readonly complete: CompletionSource;
  readonly extensions: Extension;
  /** What was undone and can be again, from the last time this text was edited. */
  readonly memory: { readonly read: () => unknown; readonly write: (kept: unknown) => void };
  readonly onView: (view: EditorView | undefined) => void;
}

export interface SqlEditorProps {
  readonly value: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
  /** Ctrl with Enter. */
  readonly onRun?: () => void;
  readonly placeholder?: string;
  readonly words?: SqlWords;
  readonly autoFocus?: boolean;
  readonly tall?: boolean;
  readonly invalid?: boolean;
  readonly more?: SqlEditorMore;
}

const Editor = lazy(() => import('./SqlEditorCore'));

/** SQL with colours and completion; the editor itself comes when it is first needed. */
export const SqlEditor = (props: SqlEditorProps) => (
  <Suspense fallback={<div className={props.tall ? 'sql-edit tall skeleton' : 'sql-edit skeleton'} />}>
    <Editor {...props} />
  </Suspense>
);
