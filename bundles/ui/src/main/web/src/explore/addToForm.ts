import type { FormValues } from '../api/types';
import type { Control, Visualization } from '../chart/visualization';
import { controlsOf, isVisible } from '../chart/controls';
import { asColumns, asMetrics } from './form';
import { widgetOf } from './widgets';

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

/** The wells that take it, for those who choose from a list. */
export const wellsFor = (
  addition: Addition,
  visualization: Visualization | undefined,
  form: FormValues,
): readonly Control[] =>
  (visualization ? controlsOf(visualization) : []).filter((control) => {
    const widget = widgetOf(control);
    const fits = addition.kind === 'metric' ? /^metrics?$/.test(widget) : /^columns?$/.test(widget);
    return fits && isVisible(control, form);
  });

/** What a form becomes when it goes into that very well. */
export function addToWell(form: FormValues, addition: Addition, control: Control): FormValues {
  if (!widgetOf(control).endsWith('s')) return { [control.name]: addition.name };
  const old: readonly unknown[] =
    addition.kind === 'metric' ? asMetrics(form[control.name]) : asColumns(form[control.name]);
  return old.includes(addition.name) ? {} : { [control.name]: [...old, addition.name] };
}
