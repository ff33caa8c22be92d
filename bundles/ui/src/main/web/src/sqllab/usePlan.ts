import { useMutation } from '@tanstack/react-query';
import { estimate, type Estimate } from './api';
import type { LabTab } from './tabs/model';
import type { Running } from './useRunning';

export interface Planned extends Estimate {
  readonly sql: string;
}

/** What the database would do for the statement under the cursor, and at what cost. */
export function usePlan(tab: LabTab, running: Running) {
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: async (sql: string): Promise<Planned> => {
      const { dbId, schema, catalog, templateParams } = tab;
      return {
        ...(await estimate({ database_id: dbId ?? 0, sql, schema, catalog, template_params: templateParams })),
        sql,
      };
    },
  });
  const asked = isPending || data !== undefined || error !== null;
  return {
    asked,
    data,
    error,
    isPending,
    close: reset,
    ask: () => {
      const pieces = running.pieces('here');
      const sql = pieces.map((piece) => piece.sql).join(';\n');
      if (sql && tab.dbId !== null) mutate(sql);
    },
  };
}

export type Plan = ReturnType<typeof usePlan>;
