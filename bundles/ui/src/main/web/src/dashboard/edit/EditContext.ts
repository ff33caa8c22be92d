import { createContext, useContext, type PointerEvent } from 'react';
import type { Carry } from './useCarry';
import type { Carried } from './rules';
import type { Size } from './operations';
import type { Tree } from './tree';

export interface Editing {
  readonly tree: Tree;
  readonly carry: Carry | undefined;
  readonly openTabs: Readonly<Record<string, string>>;
  readonly openTab: (tabs: string, tab: string) => void;
  readonly apply: (change: (tree: Tree) => Tree, kind?: string) => void;
  readonly beginPointer: (event: PointerEvent, carried: Carried, name: string) => void;
  readonly beginKeys: (carried: Carried, name: string) => void;
  readonly remove: (id: string) => void;
  /** While a border is dragged: seen, not yet a step of the history. */
  readonly preview: (id: string, size: Size | undefined) => void;
  readonly resize: (id: string, size: Size) => void;
  /** How a node is called, for words. */
  readonly nameOf: (id: string) => string;
}

const Context = createContext<Editing | undefined>(undefined);
export const EditProvider = Context.Provider;

export function useEditing(): Editing {
  const editing = useContext(Context);
  if (!editing) throw new Error('Only within the editor of a dashboard');
  return editing;
}
