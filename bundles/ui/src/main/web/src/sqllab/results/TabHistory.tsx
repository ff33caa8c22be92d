import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Page } from '../../api/types';
import { currentLocale } from '../../i18n';
import { Age } from '../../ui/Age';
import { Icon } from '../../ui/Icon';
import { EmptyState, FailureState } from '../../ui/States';
import { count } from '../../ui/time';
import { useLab } from '../context';
import { StateBadge } from '../history/StateBadge';
import { durationIn, momentOf } from '../history/times';
import { durationText } from '../run/model';
import type { LabTab, TabText } from '../tabs/model';
import type { HistoryRow, LabQuery } from '../types';
import type { Running } from '../useRunning';

interface Props {
  readonly tab: LabTab;
  readonly onOpen: (text: Partial<TabText>) => string;
  readonly running: Running;
}

/** What the tab ran before. A result that is still kept can be looked at again. */
export function TabHistory({ tab, onOpen, running }: Props) {
  const { t } = useTranslation();
  const lab = useLab();
  const q = {
    filters: [{ col: 'sql_editor_id', opr: 'eq', value: String(tab.id) }],
    order_column: 'start_time',
    order_direction: 'desc',
    page: 0,
    page_size: 50,
  };
  const asked = useQuery({
    queryKey: ['lab', 'history', 'tab', tab.id],
    enabled: tab.id !== undefined,
    queryFn: ({ signal }) =>
      api<Page<HistoryRow>>(`/api/v1/query/?q=${encodeURIComponent(JSON.stringify(q))}`, { signal }),
  });
  const look = (row: HistoryRow) => {
    lab.runs.remember([asQuery(row)], () => tab.key);
    lab.tabs.change(tab.key, { runs: [row.client_id] });
  };
  if (asked.error) return <FailureState place="fill" error={asked.error} onRetry={() => void asked.refetch()} />;
  if (tab.id !== undefined && !asked.data) return <div className="rows-skeleton skeleton" />;
  const rows = asked.data?.result ?? [];
  if (rows.length === 0) return <EmptyState icon="clock" place="fill" title={t('lab.history.none')} />;
  return (
    <div
      className="lab-tab-history scroll"
      tabIndex={0}
      data-testid="tab-history"
      role="region"
      aria-label={t('lab.history.ofTab')}
    >
      <table className="list lab-list">
        <tbody>
          {rows.map((row) => {
            const took = durationIn(row);
            return (
              <tr key={row.id}>
                <td className="w-state">
                  <StateBadge state={row.status} />
                </td>
                <td className="lab-history-sql">
                  <code title={row.sql}>{row.sql.replace(/\s+/g, ' ')}</code>
                </td>
                <td className="n w-short wide-only">
                  {row.rows === null ? '' : t('explore.rows', { count: row.rows, shown: count(row.rows) })}
                </td>
                <td className="n w-short wide-only">{took === undefined ? '' : durationText(took, currentLocale())}</td>
                <td className="w-middle wide-only muted">
                  <Age iso={momentOf(row.start_time)} />
                </td>
                <td className="n w-acts">
                  {row.status === 'success' && row.results_key ? (
                    <button
                      type="button"
                      className="btn small icon-only ghost"
                      title={t('lab.history.look')}
                      aria-label={t('lab.history.look')}
                      onClick={() => look(row)}
                    >
                      <Icon name="table" size={14} />
                    </button>
                  ) : null}
                  <button
                    type="button"
                    className="btn small icon-only ghost"
                    title={t('lab.run.again')}
                    aria-label={t('lab.run.again')}
                    onClick={() => running.again(row.sql, undefined)}
                  >
                    <Icon name="play" size={13} />
                  </button>
                  <button
                    type="button"
                    className="btn small icon-only ghost"
                    title={t('lab.history.newTab')}
                    aria-label={t('lab.history.newTab')}
                    onClick={() => onOpen({ sql: row.sql, dbId: row.database?.id ?? null, schema: row.schema })}
                  >
                    <Icon name="open" size={14} />
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A row of the history as a run tells of itself. */
const asQuery = (row: HistoryRow): LabQuery => {
  const number = (moment: HistoryRow['start_time']) => {
    const iso = momentOf(moment);
    return iso === undefined ? null : Date.parse(iso);
  };
  return {
    id: row.client_id,
    queryId: row.id,
    dbId: row.database?.id ?? 0,
    db: row.database?.database_name ?? '',
    schema: row.schema,
    sql: row.sql,
    state: row.status,
    progress: 100,
    rows: row.rows,
    limit: row.limit ?? null,
    limitingFactor: 'UNKNOWN',
    resultsKey: row.results_key,
    errorMessage: row.error_message,
    startDttm: number(row.start_time),
    endDttm: number(row.end_time),
  };
};
