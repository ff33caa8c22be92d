import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { FilterStore, Snapshot } from './store';

const Context = createContext<FilterStore | undefined>(undefined);
export const FilterProvider = Context.Provider;

export function useFilterStore(): FilterStore {
  const store = useContext(Context);
  if (!store) throw new Error('Only within a dashboard');
  return store;
}

/** A part of the filters' state; give back the same object where nothing changed. */
export function useFilters<T>(choose: (snapshot: Snapshot, store: FilterStore) => T): T {
  const store = useFilterStore();
  const read = useCallback(() => choose(store.snapshot(), store), [choose, store]);
  return useSyncExternalStore(store.subscribe, read);
}

const all = (snapshot: Snapshot) => snapshot;
export const useFilterSnapshot = (): Snapshot => useFilters(all);
