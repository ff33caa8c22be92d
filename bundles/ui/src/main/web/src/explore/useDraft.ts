import { useCallback, useEffect, useState } from 'react';
import type { FormValues } from '../api/types';
import { sameForm } from './form';

interface Draft {
  readonly form: FormValues;
  readonly name: string;
}

const read = (key: string): Draft | undefined => {
  try {
    const stored = sessionStorage.getItem(key);
    return stored ? (JSON.parse(stored) as Draft) : undefined;
  } catch {
    return undefined;
  }
};

const write = (key: string, draft: Draft | undefined) => {
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft));
    else sessionStorage.removeItem(key);
  } catch {
    // a full or closed storage costs the safety net, not the work in the open page
  }
};

/** What is being changed, kept in the tab's storage so that leaving the page or signing in again loses nothing. */
export function useDraft(id: string, saved: Draft) {
  const key = `karavel.draft.${id}`;
  const [draft, setDraft] = useState<Draft>(() => read(key) ?? saved);
  const dirty = draft.name !== saved.name || !sameForm(draft.form, saved.form);
  useEffect(() => write(key, dirty ? draft : undefined), [key, draft, dirty]);
  const change = useCallback(
    (changes: FormValues) => setDraft((old) => ({ ...old, form: { ...old.form, ...changes } })),
    [],
  );
  const replace = useCallback((form: FormValues) => setDraft((old) => ({ ...old, form })), []);
  const rename = useCallback((name: string) => setDraft((old) => ({ ...old, name })), []);
  const reset = useCallback(() => setDraft(saved), [saved]);
  return { ...draft, dirty, change, replace, rename, reset };
}
