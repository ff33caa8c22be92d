import type { Kind } from './shownColumns';

/** A rule of conditional formatting, under Superset's names. */
export interface Rule {
  readonly column: string;
  readonly operator?: string | undefined;
  readonly targetValue?: string | number | undefined;
  readonly targetValueLeft?: number | undefined;
  readonly targetValueRight?: number | undefined;
  readonly colorScheme?: string | undefined;
  readonly useGradient?: boolean | undefined;
  readonly columnFormatting?: string | undefined;
  readonly objectFormatting?: string | undefined;
  readonly toAllRow?: boolean | undefined;
  readonly toTextColor?: boolean | undefined;
}

const numeric = ['None', '>', '<', '≥', '≤', '=', '≠', '< x <', '≤ x ≤', '≤ x <', '< x ≤'] as const;
const textual = ['=', '≠', 'begins with', 'ends with', 'containing', 'not containing'] as const;
const truths = ['is true', 'is false'] as const;
const nothing = ['is null', 'is not null'] as const;

export const operatorsOf = (kind: Kind): readonly string[] =>
  kind === 'number' || kind === 'time'
    ? [...numeric, ...nothing]
    : kind === 'boolean'
      ? [...truths, ...nothing]
      : [...textual, ...nothing];

/** How many values an operator compares with. */
export const arity = (operator: string): 0 | 1 | 2 =>
  / x /.test(operator) ? 2 : operator === 'None' || operator.startsWith('is ') ? 0 : 1;

export const rulesOf = (value: unknown): readonly Rule[] =>
  (Array.isArray(value) ? value : []).filter(
    (one): one is Rule => typeof one === 'object' && one !== null && typeof (one as Rule).column === 'string',
  );

/** The rule in signs, for its pill: "> 5", "1 ≤ x ≤ 3". */
export function conditionText({ operator = 'None', targetValue, targetValueLeft, targetValueRight }: Rule): string {
  if (arity(operator) === 2) return `${targetValueLeft ?? '…'} ${operator} ${targetValueRight ?? '…'}`;
  return arity(operator) === 1 ? `${operator} ${targetValue ?? '…'}` : operator === 'None' ? '' : operator;
}

/** Without what the rule takes back. */
export const tidied = (rule: Rule): Rule =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as unknown as Rule;

export type Target = 'cell' | 'row' | string;

/** What the rule colours: its own cell, the row, or another column's cell. */
export const targetOf = ({ columnFormatting, toAllRow, column }: Rule): Target =>
  columnFormatting === 'ENTIRE_ROW' || (columnFormatting === undefined && toAllRow)
    ? 'row'
    : columnFormatting && columnFormatting !== column
      ? columnFormatting
      : 'cell';

export const lookOf = ({ objectFormatting, toTextColor }: Rule): 'background' | 'text' | 'bar' =>
  objectFormatting === 'TEXT_COLOR' || (objectFormatting === undefined && toTextColor)
    ? 'text'
    : objectFormatting === 'CELL_BAR'
      ? 'bar'
      : 'background';

export const withTarget = (rule: Rule, target: Target): Rule => ({
  ...rule,
  toAllRow: target === 'row' ? true : undefined,
  columnFormatting: target === 'row' ? 'ENTIRE_ROW' : target === 'cell' ? undefined : target,
});

export const withLook = (rule: Rule, look: 'background' | 'text' | 'bar'): Rule => ({
  ...rule,
  toTextColor: look === 'text' ? true : undefined,
  objectFormatting: look === 'text' ? 'TEXT_COLOR' : look === 'bar' ? 'CELL_BAR' : undefined,
});
