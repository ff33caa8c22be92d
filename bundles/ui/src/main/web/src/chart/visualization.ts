import type { VisualizationModule } from 'karavel-viz';

export interface Schema {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly oneOf?: readonly { readonly const: string | number | boolean | null; readonly title?: string }[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly items?: Schema;
}

export interface Control {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly ui?: Readonly<Record<string, unknown>> & { readonly widget?: string };
  readonly visibleWhen?: Readonly<Record<string, unknown>>;
}

export interface Section {
  readonly section: string;
  /** The section in the reader's language; `section` stays what the rules about sections know. */
  readonly title?: string;
  readonly controls: readonly Control[];
}

/** One question of a descriptor; `suffix` of the controls that are its own. */
export interface Query {
  readonly suffix?: string;
  readonly mode?: string;
  readonly columns?: readonly string[];
  readonly metrics?: readonly string[];
  /** Parts of a chart's own state that its question is asked with. */
  readonly ownState?: readonly string[];
}

/** One row of GET /api/v1/karavel/visualizations. */
export interface Visualization {
  readonly viz_type: string;
  readonly title: string;
  readonly category: string;
  readonly plugin: string;
  readonly version: string;
  readonly tags?: readonly string[];
  readonly description?: string;
  readonly module: string;
  /** What the module imports, below the folder of its bundle: fetched along with it, and not file after file. */
  readonly scripts?: readonly string[];
  readonly thumbnail?: string | null;
  readonly controls?: readonly Section[] | null;
  readonly query?: Query | readonly Query[];
  readonly behaviours?: readonly string[];
  readonly contract?: string | null;
  /** Languages of the plugin's own texts, each a file beside the module. */
  readonly messages?: readonly string[] | null;
  /** Languages the plugin's descriptors are translated to, each a file of its bundle. */
  readonly texts?: readonly string[] | null;
  readonly state?: 'ready' | 'refused';
  readonly problem?: string | null;
}

export type Messages = Readonly<Record<string, string>>;

export interface LoadedModule {
  readonly module: VisualizationModule;
  readonly messages: Messages;
}

/** The question that a chart's main rows answer. */
export const firstQuery = (query: Visualization['query']): Query | undefined => [query].flat()[0];
