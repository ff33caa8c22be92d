import type { ExtraFormData, Masks, NativeFilter } from './model';
import {
  awaited,
  begin,
  canonical,
  extraFor,
  next,
  resettle,
  type Action,
  type FilterState,
  type Setup,
} from './state';

/** What a chart's answer told about the filters it was asked with. */
export interface Report {
  readonly applied: readonly string[];
  readonly rejected: readonly { readonly column: string; readonly reason?: string }[];
}

export interface Snapshot {
  readonly setup: Setup;
  readonly state: FilterState;
  /** Charts that are on the page now; those of other tabs are not. */
  readonly shown: ReadonlySet<number>;
  readonly reports: ReadonlyMap<number, Report>;
  /** The filter whose charts stand out. */
  readonly focused: string | undefined;
}

interface ForChart {
  readonly extra: ExtraFormData;
  readonly waitsFor: readonly NativeFilter[];
}

/** Holds the state of a dashboard's filters; charts hear only of what concerns them. */
export class FilterStore {
  private now: Snapshot;
  private readonly listeners = new Set<() => void>();
  private readonly forCharts = new Map<number, { readonly text: string; readonly value: ForChart }>();

  constructor(setup: Setup, restored: Masks) {
    this.now = { setup, state: begin(setup, restored), shown: new Set(), reports: new Map(), focused: undefined };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): Snapshot => this.now;

  readonly dispatch = (action: Action) => {
    const state = next(this.now.setup, this.now.state, action);
    if (state !== this.now.state) this.change({ state });
  };

  reconfigure(setup: Setup) {
    if (setup !== this.now.setup) this.change({ setup, state: resettle(setup, this.now.state) });
  }

  /** The same object until what concerns the chart changes. */
  readonly forChart = (chart: number): ForChart => {
    const { setup, state } = this.now;
    const value: ForChart = { extra: extraFor(setup, state, chart), waitsFor: awaited(setup, state, chart) };
    const text = canonical([value.extra, value.waitsFor.map(({ id, name }) => [id, name])]);
    const before = this.forCharts.get(chart);
    if (before?.text === text) return before.value;
    this.forCharts.set(chart, { text, value });
    return value;
  };

  focus(id: string | undefined) {
    if (id !== this.now.focused) this.change({ focused: id });
  }

  appear(chart: number): () => void {
    this.change({ shown: new Set(this.now.shown).add(chart) });
    return () => {
      const shown = new Set(this.now.shown);
      shown.delete(chart);
      this.change({ shown });
    };
  }

  report(chart: number, report: Report) {
    if (canonical(this.now.reports.get(chart) ?? null) === canonical(report)) return;
    this.change({ reports: new Map(this.now.reports).set(chart, report) });
  }

  private change(patch: Partial<Snapshot>) {
    this.now = { ...this.now, ...patch };
    this.listeners.forEach((listener) => listener());
  }
}
