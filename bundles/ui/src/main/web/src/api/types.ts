export interface Named {
  readonly id: number;
  readonly first_name: string;
  readonly last_name: string;
}

export interface TagRef {
  readonly id: number;
  readonly name: string;
}

export interface Page<T> {
  readonly count: number;
  readonly result: readonly T[];
}

interface Changed {
  readonly changed_on_utc?: string | null;
  readonly changed_by_name?: string | null;
  readonly changed_on_delta_humanized?: string | null;
}

export interface DashboardRow extends Changed {
  readonly id: number;
  readonly dashboard_title: string;
  readonly slug: string | null;
  readonly url: string;
  readonly status: 'published' | 'draft';
  readonly published?: boolean;
  readonly description?: string | null;
  readonly certified_by?: string | null;
  readonly owners: readonly Named[];
  readonly chart_count?: number;
  readonly tags?: readonly TagRef[];
  readonly thumbnail_url?: string | null;
}

export interface ChartRow extends Changed {
  readonly id: number;
  readonly slice_name: string;
  readonly viz_type: string;
  readonly description?: string | null;
  readonly url: string;
  readonly datasource_id: number | null;
  readonly datasource_name_text: string | null;
  readonly datasource_url?: string | null;
  readonly certified_by?: string | null;
  readonly tags?: readonly TagRef[];
  readonly thumbnail_url?: string | null;
  readonly owners: readonly Named[];
  readonly dashboards?: readonly { readonly id: number; readonly dashboard_title: string }[];
}

export interface DatasetRow extends Changed {
  readonly id: number;
  readonly table_name: string;
  readonly schema: string | null;
  readonly kind: 'physical' | 'virtual';
  readonly database: { readonly id: number; readonly database_name: string } | null;
  readonly description?: string | null;
  readonly owners: readonly Named[];
  readonly explore_url?: string | null;
  readonly tags?: readonly TagRef[];
}

export interface DatabaseRow extends Changed {
  readonly id: number;
  readonly database_name: string;
  readonly backend: string;
  readonly expose_in_sqllab?: boolean;
  readonly allow_file_upload?: boolean;
}

export interface Dashboard extends Changed {
  readonly id: number;
  readonly uuid?: string;
  /** Grows with each save: whoever sends an older one is told that somebody was faster. */
  readonly version?: number;
  readonly is_editable?: boolean;
  readonly css?: string | null;
  readonly theme_id?: number | null;
  /** The theme it is drawn with; its JSON has light and dark. */
  readonly theme?: { readonly theme_name: string; readonly json_data: string } | null;
  readonly owners?: readonly Named[];
  readonly roles?: readonly { readonly id: number; readonly name: string }[];
  readonly tags?: readonly { readonly id: number; readonly name: string }[];
  readonly dashboard_title: string;
  readonly slug: string | null;
  readonly url: string;
  readonly position_json: string | null;
  readonly json_metadata: string | null;
  readonly published: boolean;
  readonly description?: string | null;
  readonly certified_by?: string | null;
  readonly certification_details?: string | null;
}

export type FormValues = Readonly<Record<string, unknown>>;

export interface DashboardChart {
  readonly id: number;
  readonly slice_name: string;
  readonly form_data: FormValues;
  readonly description?: string | null;
}

export interface Chart extends Changed {
  readonly id: number;
  /** Grows with each save: whoever sends an older one is told that somebody was faster. */
  readonly version?: number;
  readonly cache_timeout?: number | null;
  readonly certified_by?: string | null;
  readonly certification_details?: string | null;
  readonly owners?: readonly Named[];
  readonly tags?: readonly TagRef[];
  readonly slice_name: string;
  readonly viz_type: string;
  readonly params: string | null;
  readonly datasource_id: number;
  readonly datasource_type: string;
  readonly description?: string | null;
  readonly dashboards?: readonly { readonly id: number; readonly dashboard_title: string }[];
}

export interface DatasetColumn {
  readonly id?: number;
  /** SQL of a calculated column. */
  readonly expression?: string | null;
  readonly python_date_format?: string | null;
  /** JSON, Superset's certification among it. */
  readonly extra?: string | null;
  readonly column_name: string;
  readonly verbose_name?: string | null;
  readonly type?: string | null;
  readonly type_generic?: number | null;
  readonly is_dttm?: boolean | null;
  readonly groupby?: boolean | null;
  readonly filterable?: boolean | null;
  readonly description?: string | null;
}

export interface DatasetMetric {
  readonly id?: number;
  readonly d3format?: string | null;
  /** JSON of symbol and symbolPosition. */
  readonly currency?: string | null;
  readonly warning_text?: string | null;
  readonly extra?: string | null;
  readonly metric_name: string;
  readonly verbose_name?: string | null;
  readonly expression?: string | null;
  readonly description?: string | null;
}

export interface Dataset extends Changed {
  readonly id: number;
  readonly version?: number;
  readonly kind?: 'physical' | 'virtual';
  readonly sql?: string | null;
  readonly owners?: readonly Named[];
  readonly cache_timeout?: number | null;
  readonly offset?: number;
  readonly template_params?: string | null;
  readonly fetch_values_predicate?: string | null;
  readonly always_filter_main_dttm?: boolean;
  readonly normalize_columns?: boolean;
  readonly filter_select_enabled?: boolean;
  readonly time_zone?: string | null;
  readonly extra?: string | null;
  readonly table_name: string;
  readonly schema: string | null;
  readonly main_dttm_col?: string | null;
  readonly description?: string | null;
  readonly database: { readonly id: number; readonly database_name: string; readonly backend?: string } | null;
  readonly columns: readonly DatasetColumn[];
  readonly metrics: readonly DatasetMetric[];
}

export type Value = string | number | boolean | null;

/** A column's values; repeated texts as a dictionary and the place of each in it, -1 for nothing. */
export type ColumnValues =
  | { readonly values: readonly Value[] }
  | { readonly dictionary: readonly string[]; readonly indices: readonly number[] };

export interface NumberFormat {
  readonly d3format?: string;
  readonly currency?: { readonly symbol: string; readonly symbolPosition?: 'prefix' | 'suffix' };
}

/** One query's answer as Superset names it, but by column; `coltypes`: 0 number, 1 text, 2 time, 3 boolean. */
export interface ChartResult {
  readonly cached_dttm: string | null;
  readonly queried_dttm?: string | null;
  readonly cache_timeout?: number | null;
  readonly is_cached?: boolean | null;
  readonly query: string | null;
  readonly status: string;
  readonly rowcount: number;
  readonly colnames: readonly string[];
  readonly coltypes: readonly number[];
  readonly labels_map?: Readonly<Record<string, string>> | null;
  /** How the dataset wants its metrics written. */
  readonly number_formats?: Readonly<Record<string, NumberFormat>> | null;
  readonly columns: readonly ColumnValues[];
  readonly applied_filters?: readonly { readonly column: string }[];
  readonly rejected_filters?: readonly { readonly column: string; readonly reason?: string }[];
  /** What annotation layers have to draw, by their names. */
  readonly annotation_data?: Readonly<
    Record<string, { readonly records?: readonly Readonly<Record<string, Value>>[]; readonly error?: string }>
  >;
  readonly error?: string | null;
  readonly from_dttm?: number | string | null;
  readonly to_dttm?: number | string | null;
}

export interface Plugin {
  readonly plugin: string;
  readonly title: string;
  readonly version: string;
  readonly kind: string;
  readonly provides: readonly string[];
  readonly state: 'ready' | 'refused' | 'disabled' | 'stopped';
  readonly problem?: string | null;
  readonly installed_from?: 'feature' | 'deploy' | 'upload' | null;
}
