import type { AnnotationLayer } from 'karavel-viz';

/** A layer as form data hold it, under Superset's names. */
export type Layer = { readonly [K in keyof AnnotationLayer]?: AnnotationLayer[K] | undefined } & {
  readonly name: string;
  readonly annotationType: AnnotationLayer['annotationType'];
};

export const kinds = ['FORMULA', 'EVENT', 'INTERVAL', 'TIME_SERIES'] as const;
export const styles = ['solid', 'dashed', 'longDashed', 'dotted'] as const;
export const opacities = ['', 'opacityHigh', 'opacityMedium', 'opacityLow'] as const;

export type Kind = (typeof kinds)[number];

export const layersOf = (value: unknown): readonly Layer[] =>
  (Array.isArray(value) ? value : []).filter(
    (one): one is Layer => typeof one === 'object' && one !== null && typeof (one as Layer).name === 'string',
  );

export const newLayer = (): Layer => ({
  name: '',
  annotationType: 'FORMULA',
  sourceType: '',
  value: '',
  style: 'solid',
  opacity: '',
  color: null,
  width: 1,
  show: true,
  showLabel: false,
  showMarkers: false,
  hideLine: false,
});

/** Where the records of a kind can come from; a series only from a chart, a formula from nowhere. */
export const sourcesOf = (kind: Kind): readonly ('NATIVE' | 'table' | 'line')[] =>
  kind === 'FORMULA' ? [] : kind === 'TIME_SERIES' ? ['line'] : ['NATIVE', 'table'];

/** The layer as another kind: what it was made of means nothing any more. */
export const ofKind = (layer: Layer, annotationType: Kind): Layer => ({
  ...layer,
  annotationType,
  sourceType: sourcesOf(annotationType)[0] ?? '',
  value: '',
});

export const fromChart = ({ sourceType }: Layer): boolean => sourceType === 'table' || sourceType === 'line';

/** Whether there is enough to draw; names have to differ, they are how the records are found. */
export function isComplete(layer: Layer, others: readonly string[]): boolean {
  const { name, value, annotationType, timeColumn, intervalEndColumn } = layer;
  if (name.trim() === '' || others.includes(name.trim())) return false;
  if (value === undefined || value === null || String(value).trim() === '') return false;
  if (!fromChart(layer) || annotationType === 'TIME_SERIES') return true;
  return Boolean(timeColumn) && (annotationType !== 'INTERVAL' || Boolean(intervalEndColumn));
}
