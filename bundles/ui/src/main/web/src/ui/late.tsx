import { createElement, lazy, useEffect, useState, useSyncExternalStore, type ComponentType } from 'react';

type Load<T> = () => Promise<T>;

/** Something whose script comes when it is first wanted, and is there at once from then on. */
export interface Late<T> {
  readonly come: Load<T>;
  readonly now: () => T | undefined;
  readonly failure: () => unknown;
  readonly subscribe: (listener: () => void) => () => void;
}

export function late<T>(load: Load<T>): Late<T> {
  const listeners = new Set<() => void>();
  let coming: Promise<T> | undefined;
  let here: T | undefined;
  let problem: unknown;
  const come = () => {
    if (coming) return coming;
    problem = undefined;
    const begun = load();
    coming = begun;
    begun
      .then(
        (arrived) => {
          here = arrived;
        },
        (error: unknown) => {
          // What did not arrive is asked for again by the next who wants it.
          coming = undefined;
          problem = error;
        },
      )
      .finally(() => listeners.forEach((listener) => listener()));
    return begun;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { come, now: () => here, failure: () => problem, subscribe };
}

/**
 * What comes late, once it is here. Not by a Suspense where many wait: React fills those only 300 ms after the last one.
 *
 * @throws what it failed with, for the fence around
 */
export function useLate<T>(one: Late<T>, wanted: boolean): T | undefined {
  const here = useSyncExternalStore(one.subscribe, one.now);
  const problem = useSyncExternalStore(one.subscribe, one.failure);
  useEffect(() => {
    if (wanted && !one.now()) one.come().catch(() => undefined);
  }, [one, wanted]);
  if (wanted && here === undefined && problem !== undefined) throw problem;
  return here;
}

export interface Page {
  (): React.ReactElement;
  /** Begins to load it; whoever waits for it draws it without a Suspense. */
  readonly come: () => Promise<unknown>;
}

/** A page with a script of its own. */
export function latePage(load: Load<{ default: ComponentType }>): Page {
  const one = late(load);
  const Waiting = lazy(one.come);
  function Shown() {
    // Once for each time it is opened: what stands there keeps its state.
    const [What] = useState(() => one.now()?.default ?? Waiting);
    return createElement(What);
  }
  return Object.assign(Shown, { come: one.come });
}
