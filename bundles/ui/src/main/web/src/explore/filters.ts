import type { Dataset, DatasetColumn } from '../api/types';
import { typeMark } from './columnType';
import { columnLabel, metricLabel, type AdhocFilter } from './form';

export const operators = [
  '==',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  'IN',
  'NOT IN',
  'LIKE',
  'ILIKE',
  'NOT LIKE',
  'IS NULL',
  'IS NOT NULL',
  'IS TRUE',
  'IS FALSE',
  'TEMPORAL_RANGE',
] as const;
export type Operator = (typeof operators)[number];

const ids: Readonly<Record<string, string>> = {
  '==': 'EQUALS',
  '!=': 'NOT_EQUALS',
  '>': 'GREATER_THAN',
  '>=': 'GREATER_THAN_OR_EQUAL',
  '<': 'LESS_THAN',
  '<=': 'LESS_THAN_OR_EQUAL',
  IN: 'IN',
  'NOT IN': 'NOT_IN',
  LIKE: 'LIKE',
  ILIKE: 'ILIKE',
  'NOT LIKE': 'NOT_LIKE',
  'IS NULL': 'IS_NULL',
  'IS NOT NULL': 'IS_NOT_NULL',
  'IS TRUE': 'IS_TRUE',
  'IS FALSE': 'IS_FALSE',
  TEMPORAL_RANGE: 'TEMPORAL_RANGE',
};

const signs: Readonly<Record<string, string>> = { '==': '=', '!=': '≠', '>=': '≥', '<=': '≤' };
const texts = new Set<string>(['LIKE', 'ILIKE', 'NOT LIKE']);

export const needsValue = (operator: string): boolean => !/^IS /.test(operator);
export const takesMany = (operator: string): boolean => operator === 'IN' || operator === 'NOT IN';

/** What can be asked of a column of this kind; metrics are numbers. */
export function operatorsFor(column: DatasetColumn | undefined): readonly Operator[] {
  const mark = column ? typeMark(column) : '123';
  return operators.filter((operator) => {
    if (operator === 'TEMPORAL_RANGE') return mark === 'time';
    if (operator === 'IS TRUE' || operator === 'IS FALSE') return mark === 'T/F';
    if (texts.has(operator)) return mark === 'abc';
    if (mark === 'T/F') return ['==', '!=', 'IS NULL', 'IS NOT NULL'].includes(operator);
    return true;
  });
}

export const usualOperator = (column: DatasetColumn | undefined): Operator =>
  column && typeMark(column) === 'time' ? 'TEMPORAL_RANGE' : column && typeMark(column) === 'abc' ? 'IN' : '==';

const typed = (text: string, numeric: boolean): string | number => {
  const number = Number(text);
  return numeric && text.trim() !== '' && !Number.isNaN(number) ? number : text;
};

/** Superset's form of one condition on a column, or on a metric, which asks the groups and not the rows. */
export function buildFilter(
  subject: string,
  operator: string,
  values: readonly string[],
  about: { readonly numeric: boolean; readonly metric?: boolean },
): AdhocFilter {
  const comparator = !needsValue(operator)
    ? null
    : takesMany(operator)
      ? values.map((value) => typed(value, about.numeric))
      : operator === 'TEMPORAL_RANGE'
        ? (values[0] ?? '')
        : typed((values[0] ?? '').trim(), about.numeric);
  return {
    expressionType: 'SIMPLE',
    clause: about.metric ? 'HAVING' : 'WHERE',
    subject,
    operator,
    operatorId: ids[operator] ?? operator,
    comparator,
  };
}

export const sqlFilter = (sqlExpression: string, clause: 'WHERE' | 'HAVING'): AdhocFilter => ({
  expressionType: 'SQL',
  clause,
  sqlExpression,
  subject: null,
  operator: null,
  comparator: null,
});

export const filterValues = ({ comparator }: AdhocFilter): readonly string[] =>
  (Array.isArray(comparator) ? comparator : comparator === undefined || comparator === null ? [] : [comparator]).map(
    String,
  );

export function describeFilter(
  filter: AdhocFilter,
  dataset: Dataset | undefined,
  rangeWords: (range: string) => string,
): string {
  if (filter.expressionType === 'SQL') return filter.sqlExpression ?? '';
  const subject = filter.subject ?? '';
  const name = filter.clause === 'HAVING' ? metricLabel(subject, dataset) : columnLabel(subject, dataset);
  const operator = filter.operator ?? '';
  const values = filterValues(filter);
  if (operator === 'TEMPORAL_RANGE') return `${name}: ${rangeWords(values[0] ?? '')}`;
  const shown = values.length > 3 ? `${values.slice(0, 3).join(', ')} +${values.length - 3}` : values.join(', ');
  return `${name} ${signs[operator] ?? operator.toLowerCase()} ${needsValue(operator) ? shown : ''}`.trim();
}
