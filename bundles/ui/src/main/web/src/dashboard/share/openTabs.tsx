import { createContext, useContext } from 'react';

/** Which tab of which tabs is open; those nobody chose have their first one open. */
export interface OpenTabs {
  readonly open: Readonly<Record<string, string>>;
  readonly choose: (tabs: string, tab: string) => void;
}

const Context = createContext<OpenTabs>({ open: {}, choose: () => undefined });
export const OpenTabsProvider = Context.Provider;
export const useOpenTabs = (): OpenTabs => useContext(Context);
