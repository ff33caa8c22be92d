/** What ECharts takes as one or as many, as many. */
export const listed = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]) as readonly Readonly<
    Record<string, unknown>
  >[];
