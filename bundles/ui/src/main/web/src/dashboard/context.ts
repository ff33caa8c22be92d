import { createContext, useContext } from 'react';
import type { DashboardChart } from '../api/types';
import type { ColorBook } from '../chart/colors';

export interface DashboardState {
  readonly id: number;
  readonly charts: ReadonlyMap<number, DashboardChart>;
  readonly colors: ColorBook;
  readonly timeRange: string | undefined;
  /** When everything was asked to be fetched anew. */
  readonly forceAfter: number;
  /** When the clock asked for everything anew, and in which way. */
  readonly tick: Tick;
  /** Seconds an answer may be past its time and be shown until the new one is there. */
  readonly stale: number | undefined;
  /** Without menus and frame, for embedding and pictures. */
  readonly bare: boolean;
  readonly clearTimeRange: () => void;
  /** Charts tell the span of their time columns, so that the filter can offer it. */
  readonly onExtent: (extent: readonly [number, number]) => void;
}

export interface Tick {
  readonly at: number;
  readonly force: boolean;
  /** Charts that are left out. */
  readonly immune: ReadonlySet<number>;
  /** Over how many milliseconds the questions are spread; 0 for all at once. */
  readonly spread: number;
}

const Context = createContext<DashboardState | undefined>(undefined);
export const DashboardProvider = Context.Provider;

export function useDashboardState(): DashboardState {
  const state = useContext(Context);
  if (!state) throw new Error('Only within a dashboard');
  return state;
}
