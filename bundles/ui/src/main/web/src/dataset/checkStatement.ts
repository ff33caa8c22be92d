import { api } from '../api/client';

export interface StatementColumn {
  readonly column_name: string;
  readonly type: string;
  readonly is_dttm: boolean;
}

export interface StatementCheck {
  /** What is wrong; empty if the statement can be asked. */
  readonly result: readonly { readonly message: string }[];
  readonly columns: readonly StatementColumn[];
}

/** Asks the database what a statement gives, without keeping it. */
export const checkStatement = (
  database: number,
  statement: { readonly sql: string; readonly schema?: string | null; readonly template_params?: string | null },
): Promise<StatementCheck> =>
  api<StatementCheck>(`/api/v1/database/${database}/validate_sql/`, { method: 'POST', body: statement });
