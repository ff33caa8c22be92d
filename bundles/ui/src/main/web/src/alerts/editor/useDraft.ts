import { useCallback, useMemo, useState } from 'react';
import type { Draft } from './draft';

export type Change = (patch: Partial<Draft>) => void;

/** What is filled in, against what it was when it was last saved. */
export function useDraft(first: Draft) {
  const [saved, setSaved] = useState(first);
  const [draft, setDraft] = useState(first);
  const change: Change = useCallback((patch) => setDraft((old) => ({ ...old, ...patch })), []);
  const changed = useMemo(() => JSON.stringify(draft) !== JSON.stringify(saved), [draft, saved]);
  const keep = useCallback((next: Draft) => {
    setSaved(next);
    setDraft(next);
  }, []);
  return { draft, change, changed, keep };
}
