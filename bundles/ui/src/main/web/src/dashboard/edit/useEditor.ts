import { useCallback, useMemo, useState } from 'react';
import type { Dashboard, DashboardChart } from '../../api/types';
import { begin, redo, step, undo, type History } from '../../explore/history';
import { metaOf, nodeOf, readTree, type Tree } from './tree';
import { setMeta } from './operations';

export const MOST_STEPS = 50;

/** What is made while one edits: the layout and the title. */
export interface Draft {
  readonly title: string;
  readonly tree: Tree;
}

/** The saved state an edit began with. */
export interface Base extends Draft {
  readonly version: number | undefined;
  readonly position: string | null;
}

export const baseOf = (dashboard: Dashboard, charts: readonly DashboardChart[]): Base => ({
  title: dashboard.dashboard_title,
  tree: readTree(dashboard.position_json, charts),
  version: dashboard.version,
  position: dashboard.position_json,
});

const HEAD = 'HEADER_ID';

/** The layout as it is saved: its own head says the title too. */
export const savedTree = ({ title, tree }: Draft): Tree =>
  nodeOf(tree, HEAD) && metaOf(tree, HEAD)['text'] !== title ? setMeta(tree, HEAD, { text: title }) : tree;

export interface Editor {
  readonly draft: Draft;
  readonly base: Base;
  readonly dirty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Steps of the same kind soon after each other are one. */
  readonly apply: (change: (tree: Tree) => Tree, kind?: string) => void;
  readonly setTitle: (title: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly discard: () => void;
  /** Begins from another saved state; the draft becomes that, and can be had back by undo. */
  readonly restart: (base: Base) => void;
  /** Goes on with the draft as it is, over a newer saved state. */
  readonly rebase: (base: Base) => void;
}

export function useEditor(first: Base): Editor {
  const [base, setBase] = useState(first);
  const [history, setHistory] = useState<History<Draft>>(() => begin({ title: first.title, tree: first.tree }));
  const draft = history.now;

  const move = useCallback(
    (change: (draft: Draft) => Draft, kind = '') =>
      setHistory((old) => {
        const next = change(old.now);
        return next.tree === old.now.tree && next.title === old.now.title
          ? old
          : step(old, next, kind, Date.now(), MOST_STEPS);
      }),
    [],
  );
  const apply = useCallback<Editor['apply']>(
    (change, kind) => move((old) => ({ ...old, tree: change(old.tree) }), kind),
    [move],
  );
  const setTitle = useCallback((title: string) => move((old) => ({ ...old, title }), 'title'), [move]);
  const goBack = useCallback(() => setHistory(undo), []);
  const goForth = useCallback(() => setHistory(redo), []);
  const discard = useCallback(() => setHistory(begin({ title: base.title, tree: base.tree })), [base]);
  const restart = useCallback(
    (next: Base) => {
      setBase(next);
      move(() => ({ title: next.title, tree: next.tree }));
    },
    [move],
  );
  const dirty = useMemo(
    () =>
      draft.title !== base.title ||
      (draft.tree !== base.tree && JSON.stringify(draft.tree) !== JSON.stringify(base.tree)),
    [draft, base],
  );
  return {
    draft,
    base,
    dirty,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    apply,
    setTitle,
    undo: goBack,
    redo: goForth,
    discard,
    restart,
    rebase: setBase,
  };
}
