/** Steps back and forth over states; a step soon after one of the same kind joins it, as typing does. */
export interface History<T> {
  readonly now: T;
  readonly past: readonly T[];
  readonly future: readonly T[];
  readonly last?: { readonly kind: string; readonly at: number };
}

const MOST = 100;
const JOINED_WITHIN = 1200;

export const begin = <T>(now: T): History<T> => ({ now, past: [], future: [] });

export function step<T>(history: History<T>, next: T, kind: string, at: number, most = MOST): History<T> {
  const joins = history.last?.kind === kind && kind !== '' && at - history.last.at < JOINED_WITHIN;
  const past = joins ? history.past : [...history.past, history.now].slice(-most);
  return { now: next, past, future: [], last: { kind, at } };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { now: before, past: history.past.slice(0, -1), future: [history.now, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { now: next, past: [...history.past, history.now], future };
}
