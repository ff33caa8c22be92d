import type { Dataset } from '../api/types';
import { describeDates, fromRange } from '../dashboard/timeRange';
import { columnLabel, type AdhocFilter } from './form';

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
  'TEMPORAL_RANGE',
] as const;

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
  TEMPORAL_RANGE: 'TEMPORAL_RANGE',
};

const signs: Readonly<Record<string, string>> = { '==': '=', '!=': '≠', '>=': '≥', '<=': '≤' };

export const needsValue = (operator: string): boolean => !/^IS /.test(operator);
const takesMany = (operator: string): boolean => /IN$/.test(operator) && operator !== 'TEMPORAL_RANGE';

const typed = (text: string, numeric: boolean): string | number => {
  const number = Number(text);
  return numeric && text.trim() !== '' && !Number.isNaN(number) ? number : text;
};

export function buildFilter(subject: string, operator: string, text: string, numeric: boolean): AdhocFilter {
  const values = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const comparator = !needsValue(operator)
    ? null
    : takesMany(operator)
      ? values.map((value) => typed(value, numeric))
      : typed(text.trim(), numeric);
  return {
    expressionType: 'SIMPLE',
    clause: 'WHERE',
    subject,
    operator,
    operatorId: ids[operator] ?? operator,
    comparator,
  };
}

export const filterText = (filter: AdhocFilter): string =>
  Array.isArray(filter.comparator) ? filter.comparator.join(', ') : String(filter.comparator ?? '');

export function describeFilter(filter: AdhocFilter, dataset: Dataset | undefined, locale: string): string {
  if (filter.expressionType === 'SQL') return filter.sqlExpression ?? '';
  const name = columnLabel(filter.subject ?? '', dataset);
  const operator = filter.operator ?? '';
  if (operator === 'TEMPORAL_RANGE') {
    const dates = fromRange(String(filter.comparator ?? ''));
    return `${name}: ${dates ? describeDates(dates, locale) : String(filter.comparator ?? '')}`;
  }
  return `${name} ${signs[operator] ?? operator.toLowerCase()} ${needsValue(operator) ? filterText(filter) : ''}`.trim();
}
