import type { Named } from '../api/types';

export type Kind = 'Alert' | 'Report';
export const runStates = ['Success', 'Working', 'Error', 'Not triggered', 'On Grace'] as const;
export type RunState = (typeof runStates)[number];

export const formats = ['PNG', 'PDF', 'CSV', 'XLSX', 'TEXT'] as const;
export type Format = (typeof formats)[number];

export const operators = ['<', '<=', '>', '>=', '==', '!='] as const;
export type Operator = (typeof operators)[number];

export interface StoredRecipient {
  readonly type: string;
  /** JSON of what the channel's form asks for. */
  readonly recipient_config_json: string;
}

/** An alert or report as the server shows it. */
export interface Row {
  readonly id: number;
  readonly version: number;
  readonly type: Kind;
  readonly name: string;
  readonly description: string | null;
  readonly active: boolean;
  readonly creation_method: string;
  readonly crontab: string;
  readonly crontab_humanized: string;
  readonly timezone: string;
  readonly next_run: string | null;
  readonly grace_period: number;
  readonly working_timeout: number;
  readonly log_retention: number;
  readonly missed_runs: 'skip' | 'run_once';
  readonly chart_id: number | null;
  readonly dashboard_id: number | null;
  readonly chart: { readonly id: number; readonly slice_name: string; readonly viz_type: string } | null;
  readonly dashboard: { readonly id: number; readonly dashboard_title: string } | null;
  readonly database: { readonly id: number; readonly database_name: string } | null;
  readonly sql: string;
  readonly validator_type: 'not null' | 'operator' | null;
  readonly validator_config_json: string;
  readonly notify_on_recovery: boolean;
  readonly report_format: Format;
  readonly email_subject: string | null;
  readonly context_markdown: string | null;
  readonly force_screenshot: boolean;
  readonly custom_width: number | null;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly recipients: readonly StoredRecipient[];
  readonly last_state: RunState;
  readonly last_eval_dttm: string | null;
  readonly last_value: number | null;
  readonly owners: readonly Named[];
}

export interface LogRow {
  readonly id: number;
  readonly uuid: string;
  readonly scheduled_dttm: string;
  readonly start_dttm: string;
  readonly end_dttm: string | null;
  readonly state: RunState;
  readonly value: number | null;
  readonly value_row_json: string | null;
  readonly error_message: string | null;
}

/** A field of a recipient, as the channel's plugin describes it. */
export interface Setting {
  readonly name: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'switch' | 'secret' | 'file';
  readonly required: boolean;
  readonly default: string;
  readonly help: string;
}

export interface Channel {
  readonly id: string;
  readonly title: string;
  readonly ready: boolean;
  /** Why it cannot send now. */
  readonly hindrance: string;
  readonly settings: readonly Setting[];
}

export interface Choice {
  readonly id: number;
  readonly name: string;
}

/** What would happen, without anything being sent. */
export interface Trial {
  readonly state: RunState;
  readonly value: number | null;
  readonly value_row_json: string | null;
}

export const pathOf = (kind: Kind) => (kind === 'Alert' ? '/alert' : '/report');
