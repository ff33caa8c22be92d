import type { Cell, ColorOf, Data, FormData, Formatters, Input, OwnState, Theme } from 'karavel-viz';
import { annotationsOf, type AnnotationData } from './annotations';
import type { Messages } from './visualization';

interface Given {
  readonly messages: Messages;
  /** Form data with the controls' defaults. */
  readonly filled: FormData;
  readonly data: Data;
  readonly results: readonly Data[];
  readonly annotations: AnnotationData | undefined;
  readonly size: Input['size'];
  readonly theme: Theme;
  readonly locale: string;
  readonly formatters: Formatters;
  readonly colorOf: ColorOf;
  readonly ownState: OwnState;
  readonly parts: Readonly<Record<string, unknown>>;
  /** What was clicked in it and filters others now. */
  readonly selected?: readonly Cell[];
}

const fill = (message: string, values: Readonly<Record<string, unknown>> = {}) =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** What a plugin is given to draw, in the page and on the server alike. */
export function inputOf({ messages, filled, annotations, selected = [], ...given }: Given): Input {
  return {
    ...given,
    annotations: annotationsOf(filled, annotations),
    formData: filled,
    filterState: { selected },
    text: (key, values) => fill(messages[key] ?? key, values),
  };
}
