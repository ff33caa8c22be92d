import type { Theme } from 'karavel-viz';
import type { Wanted } from '../render/chart';
import type { DashboardWanted } from '../render/dashboard';
import type { FontTables } from '../render/measure';

/** A chart of the picture; `x` and `y` where the server laid it out already. */
export type PictureChart = Wanted & { readonly id: number; readonly x?: number; readonly y?: number };

/** What the server's browser shall draw: one chart, a dashboard by its plan, or some charts of one. */
export interface PictureJob {
  readonly width: number;
  readonly height: number;
  readonly mode: Theme['mode'];
  readonly locale: string;
  readonly fonts: FontTables;
  readonly plan?: DashboardWanted;
  /** Whether each chart is a picture of its own. */
  readonly parts?: boolean;
  readonly charts: readonly PictureChart[];
}

interface Told {
  readonly karavelPicture?: PictureJob;
  readonly karavelPictureSays?: (json: string) => void;
}

/** Set by the browser that the server drives, before any script of ours; nobody else can. */
export const pictureJob = (): PictureJob | undefined => (globalThis as Told).karavelPicture;

export const say = (what: Readonly<Record<string, unknown>>): void =>
  (globalThis as Told).karavelPictureSays?.(JSON.stringify(what));
