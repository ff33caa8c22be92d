import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { dropCursor, highlightActiveLineGutter, keymap, lineNumbers, rectangularSelection } from '@codemirror/view';
import type { Habits } from '../text/scan';
import { marks } from './marks';

/** What the keys of the editor do; each says whether it did something. */
export interface EditorKeys {
  readonly runAll: () => boolean;
  readonly runUpTo: () => boolean;
  readonly stop: () => boolean;
  readonly format: () => boolean;
  readonly save: () => boolean;
  readonly explain: () => boolean;
}

export const editorKeys: readonly (readonly [keyof EditorKeys, string])[] = [
  ['runAll', 'Mod-Shift-Enter'],
  ['runUpTo', 'Mod-Alt-Enter'],
  ['stop', 'Mod-.'],
  ['format', 'Shift-Alt-f'],
  ['save', 'Mod-s'],
  ['explain', 'Mod-e'],
];

/** An editor for whole scripts. */
export const editorSetup = (keys: EditorKeys, habits: Habits, phrases: Readonly<Record<string, string>>): Extension => [
  lineNumbers(),
  highlightActiveLineGutter(),
  bracketMatching(),
  closeBrackets(),
  indentOnInput(),
  indentUnit.of('  '),
  dropCursor(),
  rectangularSelection(),
  highlightSelectionMatches(),
  search({ top: true }),
  marks(habits),
  EditorState.phrases.of(phrases),
  EditorState.allowMultipleSelections.of(true),
  Prec.high(keymap.of(editorKeys.map(([name, key]) => ({ key, run: () => keys[name](), preventDefault: true })))),
  keymap.of([...closeBracketsKeymap, ...searchKeymap, ...completionKeymap, ...lintKeymap, indentWithTab]),
];
