import { autocompletion, type Completion, type CompletionContext } from '@codemirror/autocomplete';
import { historyField } from '@codemirror/commands';
import { sql, StandardSQL } from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { minimalSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { nonce } from '../api/bootstrap';
import type { SqlEditorMore, SqlEditorProps, SqlWords } from './SqlEditor';

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--sql-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--sql-digit)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--ink-3)', fontStyle: 'italic' },
]);

const quoted = (name: string) => (/^[a-z_][a-z0-9_]*$/i.test(name) ? name : `"${name.replaceAll('"', '""')}"`);

/** Columns first, then metrics by what they compute, functions with their brackets, templates. */
function offers({ columns, metrics, functions, macros }: SqlWords): readonly Completion[] {
  return [
    ...columns.map(({ name, detail }) => ({ label: name, apply: quoted(name), detail, type: 'property', boost: 3 })),
    ...metrics.map(({ name, expression }) => ({
      label: name,
      apply: expression,
      detail: expression,
      type: 'constant',
      boost: 2,
    })),
    ...functions.map((name) => ({ label: name, apply: `${name}(`, type: 'function', boost: 1 })),
    ...macros.map((macro) => ({ label: macro, type: 'macro' })),
  ];
}

const source = (words: SqlWords | undefined) => (context: CompletionContext) => {
  const word = context.matchBefore(/\{\{[^}]*|[\w"]+/);
  if (!words || (!word && !context.explicit)) return null;
  return { from: word?.from ?? context.pos, options: [...offers(words)], validFor: /^(\{\{[^}]*|[\w"]*)$/ };
};

const language = (words: SqlWords | undefined, more: SqlEditorMore | undefined) => {
  const dialect = more?.dialect ?? StandardSQL;
  return [
    sql({ dialect, upperCaseKeywords: true }),
    dialect.language.data.of({ autocomplete: more?.complete ?? source(words) }),
  ];
};

const fields = { history: historyField };

/** The text as it was left, with its history; anew where it was changed elsewhere meanwhile. */
function firstState(doc: string, kept: unknown, extensions: Extension): EditorState {
  try {
    if ((kept as { doc?: unknown } | undefined)?.doc === doc) return EditorState.fromJSON(kept, { extensions }, fields);
  } catch {
    // another version's words
  }
  return EditorState.create({ doc, extensions });
}

export default function SqlEditorCore(props: SqlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  latest.current = props;
  const words = useRef(new Compartment());
  // What was said and did not come back yet: who types fast is ahead of the page.
  const told = useRef<string[]>([]);
  const fromOutside = useRef(false);

  useEffect(() => {
    const first = latest.current;
    const made = new EditorView({
      parent: place.current ?? undefined,
      state: firstState(first.value, first.more?.memory.read(), [
        EditorView.cspNonce.of(nonce),
        // Before the keys of the editor, or its Enter would come first.
        Prec.highest(
          keymap.of([
            {
              key: 'Mod-Enter',
              run: () => {
                latest.current.onRun?.();
                return latest.current.onRun !== undefined;
              },
            },
          ]),
        ),
        minimalSetup,
        syntaxHighlighting(colours),
        autocompletion({ icons: false }),
        words.current.of(language(first.words, first.more)),
        first.more?.extensions ?? [],
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': first.label, spellcheck: 'false' }),
        placeholderOf(first.placeholder ?? ''),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || fromOutside.current) return;
          const text = update.state.doc.toString();
          told.current.push(text);
          latest.current.onChange(text);
        }),
      ]),
    });
    view.current = made;
    if (first.autoFocus) made.focus();
    first.more?.onView(made);
    return () => {
      first.more?.memory.write(made.state.toJSON(fields));
      first.more?.onView(undefined);
      made.destroy();
    };
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: words.current.reconfigure(language(props.words, latest.current.more)) });
  }, [props.words, props.more?.dialect]);
  useEffect(() => {
    const echo = told.current.lastIndexOf(props.value);
    if (echo >= 0) {
      told.current.splice(0, echo + 1);
      return;
    }
    const { current } = view;
    if (current && current.state.doc.toString() !== props.value) {
      fromOutside.current = true;
      current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: props.value } });
      fromOutside.current = false;
      told.current = [];
    }
  }, [props.value]);

  const kind = `sql-edit${props.tall ? ' tall' : ''}${props.invalid ? ' invalid' : ''}`;
  return <div ref={place} className={kind} data-testid="sql-editor" />;
}
