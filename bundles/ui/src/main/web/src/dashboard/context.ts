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
  /** Without menus and frame, for embedding and pictures. */
  readonly bare: boolean;
  readonly clearTimeRange: () => void;
  /** Charts tell the span of their time columns, so that the filter can offer it. */
  readonly onExtent: (extent: readonly [number, number]) => void;
  readonly onSettled: (chartId: number) => void;
}

const Context = createContext<DashboardState | undefined>(undefined);
export const DashboardProvider = Context.Provider;

export function useDashboardState(): DashboardState {
  const state = useContext(Context);
  if (!state) throw new Error('Only within a dashboard');
  return state;
}
