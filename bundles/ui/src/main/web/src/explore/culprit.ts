import { ApiError } from '../api/client';
import type { Dataset, FormValues } from '../api/types';
import { controlsOf, isVisible } from '../chart/controls';
import type { Visualization } from '../chart/visualization';
import { checkExpression, type Expression } from './checkExpression';
import { asColumns, asFilters, asMetrics } from './form';
import { widgetOf } from './widgets';

export interface Suspect {
  readonly control: string;
  readonly kind: Expression;
  readonly sql: string;
}

const MOST = 12;

/** Every piece of SQL in the settings, with the control it stands in. */
export function suspectsIn(
  form: FormValues,
  visualization: Visualization | undefined,
  dataset: Dataset | undefined,
): readonly Suspect[] {
  const found: Suspect[] = [];
  for (const control of visualization ? controlsOf(visualization) : []) {
    if (!isVisible(control, form)) continue;
    const value = form[control.name];
    const add = (kind: Expression, sql: string | null | undefined) => {
      if (sql) found.push({ control: control.name, kind, sql });
    };
    switch (widgetOf(control)) {
      case 'metric':
      case 'metrics':
        asMetrics(value).forEach((metric) => {
          if (typeof metric === 'string')
            add('metric', dataset?.metrics.find(({ metric_name }) => metric_name === metric)?.expression);
          else if (metric.expressionType === 'SQL') add('metric', metric.sqlExpression);
          else if (metric.column && metric.aggregate) {
            const name = `"${metric.column.column_name.replaceAll('"', '""')}"`;
            add(
              'metric',
              metric.aggregate === 'COUNT_DISTINCT' ? `COUNT(DISTINCT ${name})` : `${metric.aggregate}(${name})`,
            );
          }
        });
        break;
      case 'column':
      case 'columns':
        asColumns(value).forEach((column) => {
          if (typeof column !== 'string') add('column', column.sqlExpression);
          else add('column', dataset?.columns.find(({ column_name }) => column_name === column)?.expression);
        });
        break;
      case 'filters':
        asFilters(value).forEach((filter) => {
          if (filter.expressionType === 'SQL')
            add(filter.clause === 'HAVING' ? 'having' : 'where', filter.sqlExpression);
        });
        break;
      default:
    }
  }
  return found.slice(0, MOST);
}

/** Asks about each piece of SQL alone: the first that the warehouse refuses is to blame for the whole. */
export async function findCulprit(suspects: readonly Suspect[], dataset: Dataset): Promise<Suspect | null> {
  for (const suspect of suspects) {
    try {
      await checkExpression(dataset, suspect.kind, suspect.sql);
    } catch (cause) {
      if (cause instanceof ApiError && cause.status !== 422 && cause.status !== 400) throw cause;
      return suspect;
    }
  }
  return null;
}
