export type OwnState = Readonly<Record<string, unknown>>;

/** The state with a patch on it; what the patch sets to nothing is forgotten. The same object if nothing changes. */
export function merged(state: OwnState, patch: OwnState): OwnState {
  const changes = Object.entries(patch).filter(
    ([name, value]) => JSON.stringify(state[name]) !== JSON.stringify(value ?? undefined),
  );
  if (changes.length === 0) return state;
  const next = { ...state, ...Object.fromEntries(changes) };
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== null));
}

/** Those parts of a state that belong to the question; undefined without any. */
export function chosen(state: OwnState, names: readonly string[] | undefined): OwnState | undefined {
  const parts = (names ?? []).filter((name) => state[name] !== undefined);
  return parts.length === 0 ? undefined : Object.fromEntries(parts.map((name) => [name, state[name]]));
}
