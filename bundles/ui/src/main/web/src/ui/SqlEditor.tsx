import { lazy, Suspense } from 'react';
import './sqlEditor.css';

export interface SqlWords {
  readonly columns: readonly { readonly name: string; readonly detail: string }[];
  readonly metrics: readonly { readonly name: string; readonly expression: string }[];
  readonly functions: readonly string[];
  readonly macros: readonly string[];
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
}

const Editor = lazy(() => import('./SqlEditorCore'));

/** SQL with colours and completion; the editor itself comes when it is first needed. */
export const SqlEditor = (props: SqlEditorProps) => (
  <Suspense fallback={<div className={props.tall ? 'sql-edit tall skeleton' : 'sql-edit skeleton'} />}>
    <Editor {...props} />
  </Suspense>
);
