import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useTitle } from '../../app/useTitle';
import { useKeys } from '../../app/useKeys';
import { Pager } from '../../lists/Pager';
import { Icon } from '../../ui/Icon';
import { EmptyState, FailureState } from '../../ui/States';
import { useLog, useMayWrite, useRow } from '../alertApi';
import { SendNow } from '../SendNow';
import { StateWord } from '../StateWord';
import { pathOf, type Kind, type Row } from '../types';
import { LogTable } from './LogTable';
import '../words';
import '../alerts.css';
import '../../lists/list.css';

const History = lazy(() => import('./History').then((module) => ({ default: module.History })));

const SIZE = 50;
const PLOTTED = 200;

/** How the runs of one alert or report went. */
export default function LogPage({ kind }: { kind: Kind }) {
  const id = Number(useParams()['id']);
  const row = useRow(id);
  useTitle(row.data?.name ?? '');
  if (row.error) return <FailureState error={row.error} onRetry={() => void row.refetch()} />;
  if (!row.data) {
    return (
      <div className="page" aria-hidden="true">
        <div className="skeleton" style={{ height: 240, marginTop: 20 }} />
      </div>
    );
  }
  return <Runs kind={kind} row={row.data} />;
}

function Runs({ kind, row }: { kind: Kind; row: Row }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [page, setPage] = useState(0);
  const log = useLog(row.id, page, SIZE, row.last_state === 'Working');
  useKeys({ r: () => void log.refetch() });
  const total = log.data?.count ?? 0;
  return (
    <>
      <div className="top alert-top">
        <div>
          <div className="crumb">
            <Link to={`${pathOf(kind)}/list/`}>{t(`alerts.kinds.${kind}`)}</Link>
            {' › '}
            <Link to={`${pathOf(kind)}/${row.id}`}>{row.name}</Link>
          </div>
          <h1>{t('alerts.logOf', { name: row.name })}</h1>
        </div>
        <StateWord kind={kind} state={row.last_state} never={!row.last_eval_dttm} />
        <span className="grow" />
        <Link className="btn" to={`${pathOf(kind)}/${row.id}`} data-testid="edit-alert">
          <Icon name="edit" />
          {t('alerts.edit')}
        </Link>
        {mayWrite ? <SendNow row={row} /> : null}
      </div>
      <div className="page log-page">
        {kind === 'Alert' && total > 1 ? (
          <Suspense fallback={<div className="card skeleton history" />}>
            <Plotted row={row} />
          </Suspense>
        ) : null}
        <div className="card list-card">
          {log.isError && !log.data ? (
            <FailureState error={log.error} onRetry={() => void log.refetch()} />
          ) : !log.data ? (
            <div className="skeleton" style={{ height: 160 }} />
          ) : total === 0 ? (
            <EmptyState icon="history" title={t('alerts.noRuns')} text={t('alerts.noRunsText')} />
          ) : (
            <LogTable kind={kind} rows={log.data.result} />
          )}
        </div>
        <Pager page={page} size={SIZE} total={total} turnTo={setPage} />
      </div>
    </>
  );
}

/** The chart looks further back than a page of the table. */
function Plotted({ row }: { row: Row }) {
  const log = useLog(row.id, 0, PLOTTED, row.last_state === 'Working');
  return <History row={row} log={log.data?.result ?? []} />;
}
