import type { FormValues } from '../api/types';
import type { Visualization } from '../chart/visualization';
import { controlsOf } from '../chart/controls';
import { asColumns, asMetrics } from './form';

export type Addition =
  | { readonly kind: 'metric'; readonly name: string }
  | { readonly kind: 'column'; readonly name: string; readonly isTime: boolean };

/** Puts what was clicked in the data panel where this type of chart would want it first. */
export function addToForm(form: FormValues, addition: Addition, visualization: Visualization | undefined): FormValues {
  const offered = new Set((visualization ? controlsOf(visualization) : []).map(({ name }) => name));
  if (addition.kind === 'metric') {
    if (offered.has('metrics')) {
      const metrics = asMetrics(form['metrics']);
      return metrics.includes(addition.name) ? {} : { metrics: [...metrics, addition.name] };
    }
    return offered.has('metric') ? { metric: addition.name } : {};
  }
  if (addition.isTime && offered.has('x_axis')) return { x_axis: addition.name };
  const raw = form['query_mode'] === 'raw' && offered.has('all_columns');
  const target = raw ? 'all_columns' : ['groupby', 'columns', 'all_columns'].find((name) => offered.has(name));
  if (!target) return offered.has('x_axis') ? { x_axis: addition.name } : {};
  const names = asColumns(form[target]);
  return names.includes(addition.name) ? {} : { [target]: [...names, addition.name] };
}
