import { api } from '../api/client';
import type { ChartResult, Dataset } from '../api/types';
import { sqlColumn, sqlMetric } from './form';

export type Expression = 'column' | 'metric' | 'where' | 'having';

/** Asks the warehouse for one row with the expression in it: what it does not understand, it says. */
export async function checkExpression(dataset: Dataset | undefined, kind: Expression, sql: string): Promise<void> {
  if (!dataset) return;
  const column = sqlColumn(sql, 'checked');
  const query = {
    columns: kind === 'column' ? [column] : [],
    metrics:
      kind === 'metric' ? [sqlMetric(sql, 'checked')] : kind === 'column' ? [] : [sqlMetric('COUNT(*)', 'checked')],
    filters: [],
    extras: kind === 'where' ? { where: sql } : kind === 'having' ? { having: sql } : {},
    row_limit: 1,
  };
  const body = {
    datasource: { id: dataset.id, type: 'table' },
    queries: [query],
    result_type: 'full',
    result_format: 'json',
  };
  const { result } = await api<{ result: readonly ChartResult[] }>('/api/v1/chart/data', { body });
  const broken = result.find(({ error }) => error)?.error;
  if (broken) throw new Error(broken);
}
