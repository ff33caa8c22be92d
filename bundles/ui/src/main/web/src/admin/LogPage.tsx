import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../api/client';
import type { Named, Page } from '../api/types';
import { useTitle } from '../app/useTitle';
import { Pager } from '../lists/Pager';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { EmptyState, FailureState } from '../ui/States';
import { count, fullTime, parseTime } from '../ui/time';
import './admin.css';
import '../lists/list.css';
import '../around/words';

interface LogRow {
  readonly dttm: string;
  readonly action: string;
  readonly user: Named | null;
  readonly dashboard_id: number | null;
  readonly slice_id: number | null;
  readonly json: string;
}

interface Related {
  readonly result: readonly { readonly text: string; readonly value: number }[];
}

const SIZE = 50;

/** Who did what when; filters stand in the address. */
export default function LogPage() {
  const { t } = useTranslation();
  useTitle(t('nav.log'));
  const [params, setParams] = useSearchParams();
  const page = Math.max(0, Number(params.get('page') ?? 1) - 1) || 0;
  const set = (name: string, value: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        if (name !== 'page') next.delete('page');
        return next;
      },
      { replace: true },
    );
  const asked = {
    ...(params.get('user') ? { user: Number(params.get('user')) } : {}),
    ...(params.get('action') ? { action: params.get('action') } : {}),
    ...(params.get('from') ? { from: params.get('from') } : {}),
    ...(params.get('until') ? { until: params.get('until') } : {}),
  };
  const q = encodeURIComponent(JSON.stringify({ ...asked, page, page_size: SIZE }));
  const log = useQuery({
    queryKey: ['log', q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api<Page<LogRow>>(`/api/v1/log/?q=${q}`, { signal }),
  });
  const people = useQuery({
    queryKey: ['related', 'dashboard', 'owners'],
    queryFn: ({ signal }) => api<Related>('/api/v1/dashboard/related/owners', { signal }),
  });
  const rows = log.data?.result;
  const total = log.data?.count ?? 0;
  return (
    <>
      <div className="top">
        <h1>{t('nav.log')}</h1>
        {log.data ? <span className="badge">{count(total)}</span> : null}
        <span className="grow" />
        <div className="list-search">
          <SearchField
            main
            value={params.get('action') ?? ''}
            onChange={(value) => set('action', value)}
            label={t('around.log.search')}
          />
        </div>
        <a
          className="btn"
          href={`/api/v1/log/export/?q=${encodeURIComponent(JSON.stringify(asked))}`}
          download
          data-testid="log-export"
        >
          <Icon name="download" />
          {t('around.log.export')}
        </a>
      </div>
      <div className="page">
        <div className="filter-bar" role="group" aria-label={t('around.filters.label')}>
          <label className={params.get('user') ? 'filter on' : 'filter'}>
            <span>{t('around.log.who')}</span>
            <select value={params.get('user') ?? ''} onChange={(event) => set('user', event.currentTarget.value)}>
              <option value="">{t('around.filters.any')}</option>
              {people.data?.result.map(({ text, value }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          {(['from', 'until'] as const).map((name) => (
            <label key={name} className={params.get(name) ? 'filter on' : 'filter'}>
              <span>{t(`around.log.${name}`)}</span>
              <input
                type="date"
                value={params.get(name) ?? ''}
                onChange={(event) => set(name, event.currentTarget.value)}
              />
            </label>
          ))}
        </div>
        <div className="card list-card">
          {log.isError ? (
            <FailureState error={log.error} onRetry={() => void log.refetch()} />
          ) : rows?.length === 0 ? (
            <EmptyState icon="history" title={t('around.log.none')} />
          ) : (
            <table className="list log-table" data-testid="log-list">
              <thead>
                <tr>
                  <th scope="col">{t('around.log.what')}</th>
                  <th scope="col">{t('around.log.who')}</th>
                  <th scope="col">{t('around.log.when')}</th>
                  <th scope="col" className="wide-only">
                    {t('around.log.details')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows?.map((row, index) => (
                  <tr key={`${row.dttm} ${index}`}>
                    <td>{row.action}</td>
                    <td>{row.user ? `${row.user.first_name} ${row.user.last_name}` : '—'}</td>
                    <td>{fullTime(parseTime(row.dttm))}</td>
                    <td className="details wide-only" title={row.json}>
                      {[
                        row.dashboard_id ? `${t('around.kinds.dashboard')} ${row.dashboard_id}` : '',
                        row.slice_id ? `${t('around.kinds.chart')} ${row.slice_id}` : '',
                        row.json === '{}' ? '' : row.json,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
        <Pager page={page} size={SIZE} total={total} turnTo={(to) => set('page', String(to + 1))} />
      </div>
    </>
  );
}
