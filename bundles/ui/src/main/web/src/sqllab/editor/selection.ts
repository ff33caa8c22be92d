import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Tells whether something is marked, when that changes. */
export function watchSelection(tell: (selected: boolean) => void): Extension {
  let before = false;
  return EditorView.updateListener.of(({ state, selectionSet, docChanged }) => {
    if (!selectionSet && !docChanged) return;
    const selected = !state.selection.main.empty;
    if (selected !== before) tell(selected);
    before = selected;
  });
}
