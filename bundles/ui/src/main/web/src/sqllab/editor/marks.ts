import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { scan, type Habits } from '../text/scan';
import { splitStatements, statementAt } from '../text/statements';

/** Where the last run failed; nothing takes the mark away again. */
export const markFailure = StateEffect.define<{ readonly from: number; readonly to: number } | null>();

const failed = Decoration.mark({ class: 'cm-failed' });

const failure = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes, docChanged, newDoc }) {
    let next = docChanged ? marks.map(changes) : marks;
    for (const effect of effects) {
      if (!effect.is(markFailure)) continue;
      const { from, to } = effect.value ?? { from: 0, to: 0 };
      const end = Math.min(to, newDoc.length);
      next = from < end ? Decoration.set([failed.range(from, end)]) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const here = Decoration.line({ class: 'cm-here' });
const template = Decoration.mark({ class: 'cm-template' });

/** A quiet line beside the statement that Ctrl Enter would run, where there are several; templates in a colour of their own. */
const view = (habits: Habits) =>
  ViewPlugin.fromClass(
    class {
      marks: DecorationSet;
      constructor(editor: EditorView) {
        this.marks = marksOf(editor, habits);
      }
      update(update: ViewUpdate) {
        if (update.docChanged || update.selectionSet) this.marks = marksOf(update.view, habits);
      }
    },
    { decorations: ({ marks }) => marks },
  );

function marksOf({ state }: EditorView, habits: Habits): DecorationSet {
  const sql = state.doc.toString();
  // A script of megabytes is typed by a program.
  if (sql.length > 200_000) return Decoration.none;
  const ranges = scan(sql, habits)
    .filter(({ kind }) => kind === 'template')
    .map(({ from, to }) => template.range(from, to));
  if (splitStatements(sql, habits).length > 1) {
    const statement = statementAt(sql, state.selection.main.head, habits);
    if (statement) {
      const last = state.doc.lineAt(statement.to).number;
      for (let line = state.doc.lineAt(statement.from).number; line <= last; line++)
        ranges.push(here.range(state.doc.line(line).from));
    }
  }
  return Decoration.set(ranges, true);
}

export const marks = (habits: Habits): Extension => [failure, view(habits)];
