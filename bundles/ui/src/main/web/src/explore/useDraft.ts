import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FormValues } from '../api/types';
import { sameForm } from './form';
import { begin, redo, step, undo } from './history';

export interface Draft {
  readonly form: FormValues;
  readonly name: string;
}

const keyOf = (id: string) => `karavel.draft.${id}`;

const read = (id: string): Draft | undefined => {
  try {
    const stored = sessionStorage.getItem(keyOf(id));
    return stored ? (JSON.parse(stored) as Draft) : undefined;
  } catch {
    return undefined;
  }
};

const write = (id: string, draft: Draft | undefined) => {
  try {
    if (draft) sessionStorage.setItem(keyOf(id), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(id));
  } catch {
    // a full or closed storage costs the safety net, not the work in the open page
  }
};

const sameDraft = (one: Draft, other: Draft) => one.name === other.name && sameForm(one.form, other.form);

export const forgetDraft = (id: string) => write(id, undefined);

/** What is being changed, step by step; kept in the tab's storage, so that signing in again or leaving on purpose loses nothing. */
export function useDraft(id: string, saved: Draft, first: Draft = saved) {
  const [history, setHistory] = useState(() => begin(read(id) ?? first));
  const draft = history.now;
  const dirty = draft.name !== saved.name || !sameForm(draft.form, saved.form);
  useEffect(() => write(id, dirty ? draft : undefined), [id, draft, dirty]);

  // Somebody else saved: whoever changed nothing sees what is saved now.
  const known = useRef(saved);
  const [followed, setFollowed] = useState(0);
  useEffect(() => {
    const before = known.current;
    known.current = saved;
    if (before === saved || sameDraft(before, saved)) return;
    setHistory((old) => (sameDraft(old.now, before) ? begin(saved) : old));
    setFollowed((count) => count + 1);
  }, [saved]);

  const put = useCallback((kind: string, change: (old: Draft) => Draft) => {
    setHistory((old) => {
      const next = change(old.now);
      return next.name === old.now.name && sameForm(next.form, old.now.form)
        ? old
        : step(old, next, kind, performance.now());
    });
  }, []);
  const actions = useMemo(
    () => ({
      change: (changes: FormValues) =>
        put(Object.keys(changes).join(), (old) => ({ ...old, form: { ...old.form, ...changes } })),
      replace: (form: FormValues) => put('', (old) => ({ ...old, form })),
      rename: (name: string) => put('name', (old) => ({ ...old, name })),
      undo: () => setHistory(undo),
      redo: () => setHistory(redo),
    }),
    [put],
  );
  const reset = useCallback(() => put('', () => saved), [put, saved]);
  return {
    ...draft,
    ...actions,
    dirty,
    /** Grows when the draft may have followed what somebody else saved. */
    followed,
    reset,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}
