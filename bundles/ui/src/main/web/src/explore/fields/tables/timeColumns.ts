/** One column of a table over time, under Superset's names. */
export interface TimeColumn {
  readonly key: string;
  readonly label?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly colType: 'time' | 'contrib' | 'spark' | 'avg';
  readonly comparisonType?: string | undefined;
  readonly timeLag?: number | undefined;
  readonly timeRatio?: number | undefined;
  readonly sparkType?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly showYAxis?: boolean | undefined;
  readonly yAxisBounds?: readonly (number | null)[] | undefined;
  readonly bounds?: readonly (number | null)[] | undefined;
  readonly d3format?: string | undefined;
  readonly dateFormat?: string | undefined;
}

export const colTypes = ['time', 'contrib', 'avg', 'spark'] as const;
export const comparisons = ['value', 'diff', 'perc', 'perc_change'] as const;
export const sparkTypes = ['line', 'area', 'bar'] as const;

export const timeColumnsOf = (value: unknown): readonly TimeColumn[] =>
  (Array.isArray(value) ? value : []).flatMap((one: unknown, index) => {
    if (typeof one !== 'object' || one === null) return [];
    const given = one as Partial<TimeColumn>;
    const colType = colTypes.find((type) => type === given.colType) ?? 'time';
    return [{ ...given, colType, key: given.key || String(index + 1) }];
  });

/** A key nobody has yet. */
export function freeKey(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`column${number}`)) number++;
  return `column${number}`;
}
