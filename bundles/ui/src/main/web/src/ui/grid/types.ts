export type GridKind = 'number' | 'text' | 'time' | 'boolean';

export interface GridColumn {
  readonly name: string;
  readonly kind: GridKind;
  /** The database's own name of the type. */
  readonly type?: string | undefined;
}

/** A result by column. Times are texts that sort as they read: `2001-01-31 23:59:00`. */
export interface GridData {
  readonly columns: readonly GridColumn[];
  readonly values: readonly (readonly unknown[])[];
  readonly length: number;
}

export interface GridOrder {
  readonly column: number;
  readonly way: 'asc' | 'desc';
}

/** What the reader made of the grid; columns by their place in the data. */
export interface GridView {
  readonly order: GridOrder | undefined;
  readonly filters: Readonly<Record<number, string>>;
  readonly widths: Readonly<Record<number, number>>;
  readonly pinned: readonly number[];
  readonly hidden: readonly number[];
  readonly filtering: boolean;
  readonly grouped: boolean;
}

export const firstView: GridView = {
  order: undefined,
  filters: {},
  widths: {},
  pinned: [],
  hidden: [],
  filtering: false,
  grouped: false,
};

/** A place in the grid as it is seen. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
