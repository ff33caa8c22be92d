import type { ColumnValues } from '../api/types';

export type RunState = 'pending' | 'running' | 'success' | 'failed' | 'stopped' | 'timed_out' | 'scheduled';

export interface ToldError {
  readonly message?: string;
  readonly extra?: {
    readonly code?: string;
    readonly blame?: string;
    readonly field?: string;
    readonly line?: number | null;
    readonly column?: number | null;
  };
}

/** A run as the server tells it; `id` is the name the page gave it. */
export interface LabQuery {
  readonly id: string;
  readonly queryId: number;
  readonly dbId: number;
  readonly db: string;
  readonly schema: string | null;
  readonly catalog?: string | null;
  readonly sql: string;
  readonly executedSql?: string | null;
  readonly state: RunState;
  readonly progress: number;
  readonly rows: number | null;
  readonly limit: number | null;
  readonly limitingFactor?: string | null;
  readonly resultsKey: string | null;
  readonly errorMessage?: string | null;
  readonly startDttm: number | null;
  readonly endDttm: number | null;
  readonly tab?: string | null;
  readonly sqlEditorId?: string | null;
  readonly ctas?: boolean;
  readonly tempTable?: string | null;
  readonly tempSchema?: string | null;
  readonly extra?: {
    readonly errors?: readonly ToldError[];
    readonly statement?: number | null;
    readonly statements?: number | null;
    readonly messages?: readonly string[];
  } | null;
}

export interface ResultColumn {
  readonly column_name: string;
  readonly type: string;
  readonly type_generic: number;
  readonly is_dttm?: boolean;
}

/** An answer by column, in the order of `columns`. */
export interface LabAnswer {
  readonly query: LabQuery;
  readonly columns: readonly ResultColumn[];
  readonly data: readonly ColumnValues[];
  readonly rows?: number;
  readonly displayLimitReached?: boolean;
}

export interface LabDatabase {
  readonly id: number;
  readonly database_name: string;
  readonly backend: string;
  readonly allow_ctas?: boolean;
  readonly allow_cvas?: boolean;
  readonly allow_dml?: boolean;
  readonly allows_cost_estimate?: boolean;
  readonly allows_virtual_table_explore?: boolean;
  readonly disable_data_preview?: boolean;
  readonly force_ctas_schema?: string | null;
}

/** A tab as the server keeps it. */
export interface TabState {
  readonly id: number;
  readonly label: string;
  readonly active: boolean;
  readonly database_id: number | null;
  readonly catalog: string | null;
  readonly schema: string | null;
  readonly sql: string | null;
  readonly query_limit: number | null;
  readonly autorun?: boolean;
  readonly template_params: string | null;
  readonly extra_json: string | Readonly<Record<string, unknown>> | null;
  readonly latest_query: LabQuery | null;
  readonly saved_query: { readonly id: number; readonly label: string } | null;
}

export interface LabLimits {
  readonly default: number;
  readonly most: number;
  readonly display: number;
  readonly timeoutSeconds: number;
}

export interface LabStart {
  readonly active_tab: TabState | null;
  readonly tab_state_ids: readonly { readonly id: number; readonly label: string }[];
  readonly databases: Readonly<Record<string, LabDatabase>>;
  readonly queries: Readonly<Record<string, LabQuery>>;
  readonly limits: LabLimits;
}

export interface SavedQuery {
  readonly id: number;
  readonly label: string;
  readonly description: string | null;
  readonly sql: string;
  readonly db_id?: number;
  readonly database: { readonly id: number; readonly database_name: string } | null;
  readonly catalog?: string | null;
  readonly schema: string | null;
  readonly template_parameters?: string | null;
  readonly tags?: readonly { readonly id: number; readonly name: string }[];
  readonly changed_on_utc?: string | null;
  readonly changed_on_delta_humanized?: string | null;
  readonly last_run_delta_humanized?: string | null;
  readonly created_by?: { readonly id: number; readonly first_name: string; readonly last_name: string } | null;
}

export interface HistoryRow {
  readonly id: number;
  readonly client_id: string;
  readonly database: { readonly id: number; readonly database_name: string } | null;
  readonly schema: string | null;
  readonly sql: string;
  readonly executed_sql?: string | null;
  readonly rows: number | null;
  readonly limit?: number | null;
  readonly start_time: number | string | null;
  readonly end_time: number | string | null;
  readonly changed_on?: string | null;
  readonly status: RunState;
  readonly tab_name: string | null;
  readonly results_key: string | null;
  readonly error_message: string | null;
  readonly user: { readonly id: number; readonly first_name: string; readonly last_name: string } | null;
}
