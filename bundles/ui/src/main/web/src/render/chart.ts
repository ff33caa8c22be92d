import type { Data, Theme, VisualizationModule } from 'karavel-viz';
import type { ChartResult, FormValues } from '../api/types';
import type { AnnotationData } from '../chart/annotations';
import { colorScope, createColorBook, type ColorBook } from '../chart/colors';
import { withDefaults } from '../chart/controls';
import { dashboardColors } from '../chart/dashboardColors';
import { toData } from '../chart/data';
import { createFormatters } from '../chart/formatters';
import { inputOf } from '../chart/input';
import { choiceOf, withSchemes } from '../chart/schemes';
import type { Messages, Visualization } from '../chart/visualization';
import { cardTitle, document, fieldOf, placed, type Area } from './card';
import { lookOf, tokensOf, wear, type Tokens } from './look';
import { plotOf } from './plot';
import { stateFragment, type State } from './state';
import { wordsOf, type Words } from './words';

interface Rows {
  readonly columns: Data['columns'];
  readonly values: Data['values'];
}

export interface Wanted {
  readonly width: number;
  readonly height: number;
  readonly mode: Theme['mode'];
  readonly locale: string;
  readonly title: string;
  /** Whether it is drawn as on a card, with its margins and title, or fills the picture. */
  readonly card: boolean;
  readonly headed: boolean;
  readonly formData: FormValues;
  readonly visualization: Visualization;
  readonly messages: Messages;
  /** The server's answer, or rows of a sample. */
  readonly answer?: { readonly result: readonly ChartResult[] };
  readonly samples?: readonly Rows[];
  /** The answers of other charts that this one shows, one for each of the settings that came with them. */
  readonly layers?: readonly { readonly result: readonly ChartResult[] }[];
  readonly annotations?: AnnotationData;
  /** Of the dashboard it is on: its colours. */
  readonly metadata?: string;
  /** Of the dashboard it is on: the colours of its theme, by token. */
  readonly tones?: Tokens;
  /** Goes on with the colours of the charts before it: those of one dashboard. */
  readonly continues?: boolean;
  /** Said in the chart's place: there is nothing to draw. */
  readonly state?: State;
}

export interface Drawn {
  readonly svg: string;
  readonly description: string;
  /** What the plugin threw. */
  readonly failure?: string;
}

let colors: ColorBook = createColorBook();

export function bookOf(metadata: string | undefined): ColorBook {
  const { labels, schemes } = dashboardColors(metadata);
  return createColorBook(labels, schemes);
}

export const dataOf = ({ answer, samples, layers }: Wanted): readonly Data[] =>
  answer || layers
    ? (answer?.result ?? layers?.flatMap(({ result }) => result.slice(0, 1)) ?? []).map(toData)
    : (samples ?? []).map((rows) => Object.freeze({ ...rows, length: rows.values[0]?.length ?? 0 }));

/** What is said where nothing can be drawn. */
export const stateOf = ({ state }: Wanted, results: readonly Data[], t: Words): State | undefined =>
  state ??
  (results.every(({ length }) => length === 0) ? { title: t('chart.empty'), text: t('chart.emptyText') } : undefined);

export type Parts = Readonly<Record<string, { readonly default?: unknown }>>;

/** The modules a chart cannot do without, as addresses relative to its own. */
export const neededBy = (module: VisualizationModule, { formData, visualization }: Wanted): readonly string[] =>
  module.needs?.(withDefaults(formData, visualization)) ?? [];

function fieldDrawing(module: VisualizationModule | undefined, wanted: Wanted, field: Area, parts: Parts): Drawn {
  const { mode, locale, visualization, title } = wanted;
  const t = wordsOf(locale);
  const said = (state: State, failure?: string): Drawn => ({
    svg: stateFragment(state, field.width, field.height, mode).draw(0, 0),
    description: `${title}: ${state.title}`,
    ...(failure === undefined ? {} : { failure }),
  });
  const results = dataOf(wanted);
  const nothing = stateOf(wanted, results, t);
  const [data] = results;
  if (nothing || !data) return said(nothing ?? { title: t('chart.empty'), text: t('chart.emptyText') });
  try {
    if (!module) throw new Error('no module');
    const filled = withDefaults(wanted.formData, visualization);
    const theme = withSchemes(lookOf(mode), choiceOf(filled, colors.schemes));
    const input = inputOf({
      messages: wanted.messages,
      filled,
      data,
      results,
      annotations: wanted.annotations ?? wanted.answer?.result[0]?.annotation_data,
      size: { width: field.width, height: field.height },
      theme,
      locale,
      formatters: createFormatters(locale),
      colorOf: colors.in(theme.categorical, colorScope(wanted.formData)),
      ownState: {},
      parts: Object.fromEntries(Object.entries(parts).map(([address, part]) => [address, part.default])),
    });
    const plot = plotOf(module, input, t);
    const made = t('chart.description', { title, type: visualization.title, count: data.length });
    return { svg: plot.svg, description: plot.description || made };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const { plugin, version } = visualization;
    return said(
      {
        title: t('plugin.failed', { title: visualization.title }),
        text: t('plugin.failedText', { plugin, version, detail }),
        failed: true,
      },
      detail,
    );
  }
}

/** Where a chart goes within its picture. */
export function placeOf({ width, height, card, headed, visualization }: Wanted): Area {
  const whole: Area = { x: 0, y: 0, width, height };
  return card ? fieldOf(whole, headed, visualization.category) : whole;
}

/** A picture of one chart around its drawing. */
export function framed(wanted: Wanted, inside: string, description: string): string {
  const { width, height, mode, title, headed, card } = wanted;
  const whole: Area = { x: 0, y: 0, width, height };
  const head = card && headed ? cardTitle(title, whole, mode) : '';
  return document(
    head + (card ? placed(inside, placeOf(wanted)) : inside),
    width,
    height,
    tokensOf(mode)['surface'],
    description,
  );
}

/** One chart as a picture of its own. */
export function drawChart(module: VisualizationModule | undefined, wanted: Wanted, parts: Parts): Drawn {
  wear(wanted.tones);
  if (!wanted.continues) colors = bookOf(wanted.metadata);
  const drawn = fieldDrawing(module, wanted, placeOf(wanted), parts);
  return { ...drawn, svg: framed(wanted, drawn.svg, drawn.description) };
}
