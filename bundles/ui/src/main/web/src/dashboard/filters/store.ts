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

/** What was found for a chart, and from which state of all. */
interface Known {
  readonly setup: Setup;
  readonly state: FilterState;
  readonly text: string;
  readonly value: ForChart;
}

/** Holds the state of a dashboard's filters; charts hear only of what concerns them. */
export class FilterStore {
  private now: Snapshot;
  private readonly listeners = new Set<() => void>();
  private readonly forCharts = new Map<number, Known>();
  private telling = false;

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
    const before = this.forCharts.get(chart);
    if (before?.setup === setup && before.state === state) return before.value;
    const found: ForChart = { extra: extraFor(setup, state, chart), waitsFor: awaited(setup, state, chart) };
    const text = canonical([found.extra, found.waitsFor.map(({ id, name }) => [id, name])]);
    const value = before?.text === text ? before.value : found;
    this.forCharts.set(chart, { setup, state, text, value });
    return value;
  };

  focus(id: string | undefined) {
    if (id !== this.now.focused) this.change({ focused: id });
  }

  appear(chart: number): () => void {
    this.changeSoon({ shown: new Set(this.now.shown).add(chart) });
    return () => {
      const shown = new Set(this.now.shown);
      shown.delete(chart);
      this.changeSoon({ shown });
    };
  }

  report(chart: number, report: Report) {
    if (canonical(this.now.reports.get(chart) ?? null) === canonical(report)) return;
    this.changeSoon({ reports: new Map(this.now.reports).set(chart, report) });
  }

  private change(patch: Partial<Snapshot>) {
    this.now = { ...this.now, ...patch };
    this.listeners.forEach((listener) => listener());
  }

  /** What all charts tell in one moment is told on once. */
  private changeSoon(patch: Partial<Snapshot>) {
    this.now = { ...this.now, ...patch };
    if (this.telling) return;
    this.telling = true;
    queueMicrotask(() => {
      this.telling = false;
      this.listeners.forEach((listener) => listener());
    });
  }
}
