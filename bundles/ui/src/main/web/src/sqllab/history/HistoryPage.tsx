import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bootstrap, isAdmin } from '../../api/bootstrap';
import { api } from '../../api/client';
import { onRunNews } from '../../api/runNews';
import type { Page } from '../../api/types';
import { useKeys } from '../../app/useKeys';
import { useTitle } from '../../app/useTitle';
import { currentLocale } from '../../i18n';
import { Pager } from '../../lists/Pager';
import { PAGE_SIZE, useListState } from '../../lists/useListState';
import { Age } from '../../ui/Age';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import { EmptyState, FailureState } from '../../ui/States';
import { count } from '../../ui/time';
import '../words';
import { DatabaseFilter } from '../DatabaseFilter';
import { LabTabs } from '../LabTabs';
import { ListSkeleton } from '../ListParts';
import { durationText } from '../run/model';
import type { HistoryRow } from '../types';
import { HistoryDialog } from './HistoryDialog';
import { StateBadge } from './StateBadge';
import { durationIn, momentOf } from './times';
import '../../lists/list.css';
import '../../plugins/gallery.css';
import '../lab.css';

const states = ['success', 'failed', 'stopped', 'timed_out', 'running', 'pending'] as const;

/** What ran, and what came of it: one's own; for admins, everybody's. */
export default function HistoryPage() {
  const { t } = useTranslation();
  useTitle(t('lab.history.title'));
  const state = useListState({ searchColumn: 'sql', searchOperator: 'ct', order: 'start_time' });
  const database = state.params.get('database') ?? '';
  const status = state.params.get('status') ?? '';
  const query = {
    ...state.query,
    filters: [
      ...(state.query.filters ?? []),
      ...(database ? [{ col: 'database', opr: 'rel_o_m', value: Number(database) }] : []),
      ...(status ? [{ col: 'status', opr: 'eq', value: status }] : []),
    ],
  };
  const list = useQuery({
    queryKey: ['lab', 'history', 'list', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api<Page<HistoryRow>>(`/api/v1/query/?q=${encodeURIComponent(JSON.stringify(query))}`, { signal }),
  });
  const [shown, setShown] = useState<HistoryRow>();
  const { refetch } = list;
  useKeys({ r: () => void refetch() });
  useEffect(() => onRunNews(() => void refetch()), [refetch]);
  const rows = list.data?.result;
  const total = list.data?.count ?? 0;
  const everybody = isAdmin(bootstrap.user);
  return (
    <>
      <div className="top">
        <h1>{t('lab.history.title')}</h1>
        {list.data ? <span className="badge">{count(total)}</span> : null}
        <span className="grow" />
        <select
          className="input lab-select"
          aria-label={t('lab.history.state')}
          value={status}
          onChange={(event) => state.set({ status: event.currentTarget.value || undefined, page: undefined })}
        >
          <option value="">{t('lab.history.allStates')}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {t(`lab.state.short.${one}`)}
            </option>
          ))}
        </select>
        <DatabaseFilter value={database} onChange={(value) => state.set({ database: value, page: undefined })} />
        <div className="list-search">
          <SearchField main value={state.search} onChange={state.setSearch} label={t('lab.history.search')} />
        </div>
      </div>
      <div className="page">
        <LabTabs here="history" />
        {list.isError && !rows ? (
          <div className="card list-card">
            <FailureState error={list.error} since={list.errorUpdatedAt} onRetry={() => void refetch()} />
          </div>
        ) : rows?.length === 0 ? (
          <div className="card list-card">
            <EmptyState
              icon="clock"
              title={state.settled ? t('list.noMatch', { search: state.settled }) : t('lab.history.none')}
            />
          </div>
        ) : (
          <div className="card list-card">
            {list.isFetching && rows ? <div className="progress-line" /> : null}
            <table className="list lab-list" data-testid="history-list">
              <thead>
                <tr>
                  <th scope="col" className="w-state">
                    {t('lab.history.state')}
                  </th>
                  <th scope="col">{t('lab.history.statement')}</th>
                  <th scope="col" className="w-middle wide-only">
                    {t('list.columns.database')}
                  </th>
                  {everybody ? (
                    <th scope="col" className="w-middle wide-only">
                      {t('lab.history.person')}
                    </th>
                  ) : null}
                  <th scope="col" className="n w-short wide-only">
                    {t('lab.history.rows')}
                  </th>
                  <th scope="col" className="n w-short wide-only">
                    {t('lab.history.took')}
                  </th>
                  <th scope="col" className="w-middle wide-only">
                    {t('lab.history.started')}
                  </th>
                  <th scope="col" className="w-short">
                    <span className="hidden-visually">{t('databases.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows ? (
                  rows.map((row) => {
                    const took = durationIn(row);
                    return (
                      <tr key={row.id} data-testid="history-row">
                        <td>
                          <StateBadge state={row.status} />
                        </td>
                        <td className="lab-history-sql">
                          <button type="button" onClick={() => setShown(row)} title={row.sql.slice(0, 500)}>
                            <code>{row.sql.replace(/\s+/g, ' ').slice(0, 300)}</code>
                          </button>
                        </td>
                        <td className="wide-only">{row.database?.database_name}</td>
                        {everybody ? (
                          <td className="wide-only">
                            {row.user ? `${row.user.first_name} ${row.user.last_name}` : ''}
                          </td>
                        ) : null}
                        <td className="n wide-only">{row.rows === null ? '' : count(row.rows)}</td>
                        <td className="n wide-only">{took === undefined ? '' : durationText(took, currentLocale())}</td>
                        <td className="wide-only muted">
                          <Age iso={momentOf(row.start_time)} />
                        </td>
                        <td className="n">
                          <Link
                            className="btn small icon-only ghost"
                            to={`/sqllab/?queryId=${row.id}&autorun=true`}
                            aria-label={t('lab.run.again')}
                            title={t('lab.run.again')}
                            data-testid="history-again"
                          >
                            <Icon name="play" size={13} />
                          </Link>
                          <Link
                            className="btn small icon-only ghost"
                            to={`/sqllab/?queryId=${row.id}`}
                            aria-label={t('lab.history.newTab')}
                            title={t('lab.history.newTab')}
                            data-testid="history-open"
                          >
                            <Icon name="open" />
                          </Link>
                        </td>
                      </tr>
                    );
                  })
                ) : (
                  <ListSkeleton columns={everybody ? 8 : 7} />
                )}
              </tbody>
            </table>
          </div>
        )}
        <Pager page={state.page} size={PAGE_SIZE} total={total} turnTo={state.turnTo} />
      </div>
      {shown ? <HistoryDialog row={shown} onClose={() => setShown(undefined)} /> : null}
    </>
  );
}
