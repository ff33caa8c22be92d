import { useCallback, useMemo, useState } from 'react';
import { useRegistryPart } from './registry';
import { chosen, merged, type OwnState } from './ownState';
import { firstQuery } from './visualization';

const stored = (key: string) => `karavel.layout.${key}`;

/** What a reader arranged once, such as widths of columns, is kept in the browser; where he is in a chart is not. */
function layoutOf(key: string): OwnState {
  try {
    const layout: unknown = JSON.parse(localStorage.getItem(stored(key)) ?? 'null');
    return typeof layout === 'object' && layout !== null ? { layout } : {};
  } catch {
    return {};
  }
}

function keepLayout(key: string, { layout }: OwnState) {
  try {
    if (layout === undefined) localStorage.removeItem(stored(key));
    else localStorage.setItem(stored(key), JSON.stringify(layout));
  } catch {
    // a full or forbidden store: the layout lasts as long as the page
  }
}

/** A chart's own state on this page, and that part of it that belongs to its question. */
export function useOwnState(chart: string, vizType: string) {
  const key = `${chart}.${vizType}`;
  const [held, setHeld] = useState<{ readonly key: string; readonly state: OwnState }>(() => ({
    key,
    state: layoutOf(key),
  }));
  const ownState = useMemo(() => (held.key === key ? held.state : layoutOf(key)), [held, key]);
  const setOwnState = useCallback(
    (patch: OwnState) =>
      setHeld((now) => {
        const before = now.key === key ? now.state : layoutOf(key);
        const state = merged(before, patch);
        if (state === before) return now;
        if ('layout' in patch) keepLayout(key, state);
        return { key, state };
      }),
    [key],
  );
  const query = useRegistryPart(({ byType }) => byType.get(vizType)?.query);
  const names = firstQuery(query)?.ownState;
  const asked = chosen(ownState, names);
  const text = JSON.stringify(asked);
  const question = useMemo(() => JSON.parse(text ?? 'null') as OwnState | null, [text]);
  return { ownState, setOwnState, question };
}
