/** One column's part of `column_config`, under Superset's names. */
export interface ColumnConfig {
  readonly customColumnName?: string | undefined;
  readonly visible?: boolean | undefined;
  readonly columnWidth?: number | undefined;
  readonly horizontalAlign?: string | undefined;
  readonly truncateLongCells?: boolean | undefined;
  readonly d3NumberFormat?: string | undefined;
  readonly d3SmallNumberFormat?: string | undefined;
  readonly d3TimeFormat?: string | undefined;
  readonly currencyFormat?: unknown;
  readonly showCellBars?: boolean | undefined;
  readonly alignPositiveNegative?: boolean | undefined;
  readonly colorPositiveNegative?: boolean | undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const configsOf = (value: unknown): Readonly<Record<string, ColumnConfig>> =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, ColumnConfig] => isObject(entry[1])))
    : {};

/** With a patch on one column: what it takes back is left out, and a column that says nothing any more, too. */
export function changed(
  configs: Readonly<Record<string, ColumnConfig>>,
  name: string,
  patch: ColumnConfig,
): Readonly<Record<string, ColumnConfig>> {
  const said = Object.entries({ ...configs[name], ...patch }).filter(([, one]) => one !== undefined && one !== null);
  const others = Object.entries(configs).filter(([other]) => other !== name);
  return Object.fromEntries(said.length > 0 ? [...others, [name, Object.fromEntries(said)]] : others);
}
