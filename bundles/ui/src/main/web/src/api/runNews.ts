type Listener = (clientId: string) => void;

const listeners = new Set<Listener>();

/** Somebody's run in SQL Lab came further or ended; pages that show it ask for it. */
export const tellRun: Listener = (clientId) => listeners.forEach((listener) => listener(clientId));

export const onRunNews = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
