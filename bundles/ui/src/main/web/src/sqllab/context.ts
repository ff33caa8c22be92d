import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { RunStore } from './run/store';
import type { Run } from './run/model';
import type { LabTab } from './tabs/model';
import type { TabStore } from './tabs/store';
import type { LabDatabase, LabLimits } from './types';

/** What the parts of the page share. */
export interface Lab {
  readonly tabs: TabStore;
  readonly runs: RunStore;
  readonly databases: readonly LabDatabase[];
  readonly limits: LabLimits;
  /** Puts a text at the cursor of the editor in front. */
  readonly insert: (text: string) => void;
  /** Marks a piece of the editor's text and brings it into sight. */
  readonly jump: (from: number, to: number) => void;
  /** Goes on typing where one was. */
  readonly focus: () => void;
  readonly setHands: (hands: Hands | undefined) => void;
}

/** The editor in front, as far as others may reach into it. */
export interface Hands {
  readonly insert: (text: string) => void;
  readonly jump: (from: number, to: number) => void;
  readonly focus: () => void;
}

export const LabContext = createContext<Lab | undefined>(undefined);

export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (!lab) throw new Error('No lab around this part');
  return lab;
}

export const useTabs = () => {
  const { tabs } = useLab();
  return useSyncExternalStore(tabs.subscribe, tabs.get);
};

export function useDatabase(id: number | null | undefined): LabDatabase | undefined {
  const { databases } = useLab();
  return useMemo(() => databases.find((one) => one.id === id), [databases, id]);
}

/** The runs whose results a tab shows, in their order. */
export function useRuns({ runs: names }: LabTab): readonly Run[] {
  const { runs } = useLab();
  const all = useSyncExternalStore(runs.subscribe, runs.get);
  return useMemo(() => names.flatMap((name) => all.get(name) ?? []), [names, all]);
}
