/**
 * The contract between Karavel and a visualization module (`karavel/<viz_type>/index.js`), version "1".
 * A module exports `chart`, or `mount`, or both; see plugins/README.md.
 */

/** What a column holds. Timestamps and dates arrive as milliseconds since 1970-01-01 UTC. */
export type ColumnType = 'text' | 'number' | 'time' | 'boolean';

export type Cell = string | number | boolean | null;

export interface Column {
  /** Name in the result, unique. */
  readonly name: string;
  /** What people read; equals `name` where the dataset gives nothing better. */
  readonly label: string;
  readonly type: ColumnType;
  /** How the dataset wants this metric written: a d3-format string. A setting of the chart goes before it. */
  readonly format?: string;
  /** The unit the dataset gives this metric. */
  readonly currency?: { readonly symbol: string; readonly symbolPosition?: 'prefix' | 'suffix' };
}

/** The result of one query, by column: `values[column][row]`. Never changed after it was handed out. */
export interface Data {
  readonly columns: readonly Column[];
  readonly values: readonly (readonly Cell[])[];
  readonly length: number;
}

/** The chart's settings under the control names of the descriptor (Superset's form data). Defaults are filled in. */
export type FormData = Readonly<Record<string, unknown>>;

export interface Theme {
  readonly mode: 'light' | 'dark';
  /** Categorical colours, in order of use: those of the chart's or the dashboard's `color_scheme`. */
  readonly categorical: readonly string[];
  /** From weak to strong, for magnitudes: those of `linear_color_scheme`, also where that has two sides. */
  readonly sequential: readonly string[];
  /** From one side over a quiet middle to the other. The same colours as `sequential` where a scheme with two sides was chosen. */
  readonly diverging: readonly string[];
  /** Design tokens as CSS colours. */
  readonly ink: string;
  readonly inkSecondary: string;
  readonly inkMuted: string;
  readonly hairline: string;
  readonly surface: string;
  readonly sunken: string;
  readonly accent: string;
  readonly good: string;
  readonly bad: string;
  readonly fontFamily: string;
  readonly monoFamily: string;
}

export interface Formatters {
  /** Number by a d3-format string (`,.2f`, `.1%`, `SMART_NUMBER`, `DURATION`); undefined or empty means SMART_NUMBER. */
  number(format?: string): (value: Cell | undefined) => string;
  /** Time by a d3-time-format string, `smart_date`, or chosen by time grain (`P1M` shows months); UTC. */
  time(format?: string, grain?: string): (value: Cell | undefined) => string;
  /** Any cell as plain text by its column's type. */
  cell(column: Column, format?: string): (value: Cell | undefined) => string;
}

/** Gives a label the same colour wherever it appears on a dashboard. */
export type ColorOf = (label: string) => string;

/** One of form data's `annotation_layers`, under Superset's names; read it as defensively as any form data. */
export interface AnnotationLayer {
  readonly name: string;
  readonly annotationType: 'FORMULA' | 'EVENT' | 'INTERVAL' | 'TIME_SERIES';
  /** Where its records come from: annotations kept on the server, the answer of a saved chart; empty for formulas. */
  readonly sourceType?: 'NATIVE' | 'line' | 'table' | '' | null;
  /** The formula; or the id of the annotation layer or of the chart. */
  readonly value?: string | number | null;
  readonly style?: 'solid' | 'dashed' | 'longDashed' | 'dotted';
  readonly opacity?: '' | 'opacityLow' | 'opacityMedium' | 'opacityHigh';
  readonly color?: string | null;
  readonly width?: number;
  readonly show?: boolean;
  readonly showLabel?: boolean;
  readonly showMarkers?: boolean;
  readonly hideLine?: boolean;
  /** Names of the records' fields, for records of a chart. Native ones have `start_dttm`, `end_dttm`, `short_descr`, `long_descr`. */
  readonly timeColumn?: string;
  readonly intervalEndColumn?: string;
  readonly titleColumn?: string;
  readonly descriptionColumns?: readonly string[];
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** A layer that is to be drawn over the chart, and what of. */
export interface Annotation {
  readonly layer: AnnotationLayer;
  /** By row, as the answer's `annotation_data[layer.name].records` has them; times in milliseconds, UTC. None for formulas. */
  readonly records: readonly Readonly<Record<string, Cell>>[];
  /** Why there are none. */
  readonly error?: string;
}

export interface Input {
  /** The first query's result. */
  readonly data: Data;
  /** The results of all the descriptor's queries, in their order. */
  readonly results: readonly Data[];
  /** The layers of form data's `annotation_layers` that are shown (`show` is not false), in their order. */
  readonly annotations: readonly Annotation[];
  readonly formData: FormData;
  readonly size: { readonly width: number; readonly height: number };
  readonly theme: Theme;
  readonly locale: string;
  readonly formatters: Formatters;
  readonly colorOf: ColorOf;
  /** Values currently chosen by cross-filters that came from this chart. */
  readonly filterState: { readonly selected: readonly Cell[] };
  /**
   * What the reader did in this chart, as far as the chart told the host (`Host.setState`): the page, the order, widths of
   * columns. Empty at first, and always in pictures and mails.
   */
  readonly ownState: OwnState;
  /** What the module's `needs` asked for: default exports by the address asked with. Nothing without it. */
  readonly parts?: Readonly<Record<string, unknown>>;
  /** Text of the plugin's own `messages/<locale>.json`, with `{name}` placeholders. */
  readonly text: (key: string, values?: Readonly<Record<string, Cell>>) => string;
}

/** Any JSON. `layout` is kept in the reader's browser; the rest lasts as long as the page. */
export type OwnState = Readonly<Record<string, unknown>>;

/** An Apache ECharts 6 option as plain data, except for formatter functions. */
export type EChartsOption = Readonly<Record<string, unknown>>;

export type Drawing =
  | { readonly kind: 'echarts'; readonly option: EChartsOption; readonly description?: string }
  /** HTML is sanitised by the host: no scripts, no event attributes, no external resources. Its elements may be marks as those of an SVG. */
  | { readonly kind: 'html'; readonly html: string; readonly description?: string }
  /**
   * Sanitised likewise. An element is a mark when it has `data-tip` (HTML of its tooltip) or `data-karavel` (a {@link Mark} as
   * JSON); give it an `aria-label`. Marks are reached by pointer, touch and arrow keys, in the order of the drawing.
   */
  | { readonly kind: 'svg'; readonly svg: string; readonly description?: string };

/** Pure: no DOM, no clock, no network. Runs in the page and in the server's sandbox. */
export type Chart = (input: Input) => Drawing;

export interface Filter {
  readonly column: string;
  readonly values: readonly Cell[];
  /** For one moment: it stands for all time from there until this other one, in ms. Left out, for as long as the chart's time grain. */
  readonly until?: number;
}

/**
 * What a series of an ECharts option, or one of its data items, may carry as `karavel` (an SVG's element: `data-karavel`): the
 * filters a click on it sets in other charts, and drilling starts from. The data item's goes before its series'.
 */
export interface Mark {
  readonly filters: readonly Filter[];
}

export interface Host {
  emit(event: { type: 'crossFilter'; filters: readonly Filter[] } | { type: 'drill'; filters: readonly Filter[] } | { type: 'contextMenu'; x: number; y: number; filters: readonly Filter[] }): void;
  /**
   * Changes the chart's own state: merges the patch, forgets what it sets to null, and calls `update` with the new
   * `input.ownState`. Names the descriptor lists under `query.ownState` go into the question as `own_state`, so the server is
   * asked again when they change.
   */
  setState(patch: OwnState): void;
  /** HTML without scripts, styles, event attributes, forms and foreign addresses: safe for `innerHTML`. */
  clean(html: string): string;
  /**
   * What the operator set for charts of a kind. 'maps': {tiles, hosts, mapboxKey, attribution}, and only those hosts can be reached.
   * Empty for names the host does not know.
   */
  settings(name: string): Promise<Readonly<Record<string, unknown>>>;
  /**
   * Another saved chart, with the reader's rights.
   * @throws where there is no such chart for the reader
   */
  chart(id: number): Promise<OtherChart>;
  /** A library of the host, loaded when first asked for: 'echarts', 'd3-format', 'd3-time-format'. */
  library(name: string): Promise<unknown>;
}

/** A saved chart that a chart shows within itself. */
export interface OtherChart {
  readonly id: number;
  readonly vizType: string;
  readonly title: string;
  readonly formData: FormData;
  /** Its data, as the server answers this reader; `changes` are laid over its settings. */
  ask(changes?: FormData): Promise<readonly Data[]>;
  /** Draws it with its plugin until the returned function is called; fills `place`. */
  draw(place: HTMLElement, results: readonly Data[], changes?: FormData): () => void;
}

export interface Mounted {
  update(input: Input): void;
  resize(size: Input['size']): void;
  dispose(): void;
}

/** For charts that draw themselves (big tables, maps). May throw: the host shows the error in the chart's card. */
export type Mount = (element: HTMLElement, input: Input, host: Host) => Mounted | Promise<Mounted>;

/**
 * Modules the chart cannot do without for these settings, as addresses relative to `index.js` (`./geometry/fr.js`). The host
 * lays their default exports into `input.parts`. Pure: for what is too big to be imported always. Runs before `chart` and `mount`.
 */
export type Needs = (formData: FormData) => readonly string[];

export interface VisualizationModule {
  readonly needs?: Needs;
  readonly chart?: Chart;
  readonly mount?: Mount;
}
