import type { Annotation, AnnotationLayer, Cell } from 'karavel-viz';
import type { FormValues } from '../api/types';

/** The answer's `annotation_data`: what each layer has to draw, by the layer's name. */
export type AnnotationData = Readonly<
  Record<string, { readonly records?: readonly Readonly<Record<string, Cell>>[]; readonly error?: string }>
>;

const isLayer = (value: unknown): value is AnnotationLayer =>
  value !== null && typeof value === 'object' && 'name' in value && typeof value.name === 'string';

/** Layers that are shown, each with its records. */
export function annotationsOf(form: FormValues, answered: AnnotationData | undefined): readonly Annotation[] {
  const layers = form['annotation_layers'];
  if (!Array.isArray(layers)) return [];
  return layers
    .filter(isLayer)
    .filter(({ show }) => show !== false)
    .map((layer) => {
      const { records = [], error } = answered?.[layer.name] ?? {};
      return { layer, records, ...(error ? { error } : {}) };
    });
}
