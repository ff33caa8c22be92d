import type { Dataset, FormValues } from '../../../api/types';
import { asColumns, asMetrics, columnLabel, metricLabel } from '../../form';

export type Kind = 'number' | 'text' | 'time' | 'boolean';

/** A column of the chart's answer, as far as its settings tell. */
export interface Shown {
  readonly name: string;
  readonly label: string;
  readonly kind: Kind;
}

function kindOf(name: string, dataset: Dataset | undefined): Kind {
  const column = dataset?.columns.find(({ column_name }) => column_name === name);
  if (!column) return 'text';
  if (column.is_dttm) return 'time';
  const type = String(column.type ?? '').toUpperCase();
  if (/BOOL/.test(type)) return 'boolean';
  if (/DATE|TIME/.test(type)) return 'time';
  return /INT|DOUBLE|FLOAT|REAL|DECIMAL|NUMERIC|NUMBER|LONG|MONEY/.test(type) ? 'number' : 'text';
}

/** Metrics have the name their column has in the answer, so that settings of imported charts find theirs. */
const answerName = (metric: Parameters<typeof metricLabel>[0]) =>
  typeof metric === 'string' ? metric : metricLabel(metric);

export function shownColumns(form: FormValues, dataset: Dataset | undefined): readonly Shown[] {
  const raw = form['query_mode'] === 'raw';
  const dimensions = (raw ? ['all_columns'] : ['groupby', 'groupbyRows', 'groupbyColumns', 'columns']).flatMap((name) =>
    asColumns(form[name] ?? []),
  );
  const metrics = raw ? [] : ['metrics', 'metric'].flatMap((name) => asMetrics(form[name]));
  const shares = raw ? [] : asMetrics(form['percent_metrics']);
  const shifts = raw ? [] : asTexts(form['time_compare']);
  const columns = dimensions.map((column): Shown => {
    const name = columnLabel(column);
    return {
      name,
      label: columnLabel(column, dataset),
      kind: typeof column === 'string' ? kindOf(column, dataset) : 'text',
    };
  });
  const measured = metrics.flatMap((metric): readonly Shown[] => {
    const name = answerName(metric);
    const label = metricLabel(metric, dataset);
    if (shifts.length === 0) return [{ name, label, kind: 'number' }];
    return ['Main', '#', '△', '%'].map((sign) => ({
      name: `${sign} ${name}`,
      label: `${sign} ${label}`,
      kind: 'number',
    }));
  });
  const percents = shares.map((metric): Shown => ({
    name: `%${answerName(metric)}`,
    label: `% ${metricLabel(metric, dataset)}`,
    kind: 'number',
  }));
  const all = [...columns, ...measured, ...percents];
  return all.filter(({ name }, index) => name !== '' && all.findIndex((other) => other.name === name) === index);
}

const asTexts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
