import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/client';
import type { Named } from '../api/types';
import { useTitle } from '../app/useTitle';
import { Changed, NameCell, Owners } from '../lists/cells';
import { EmptyState, FailureState } from '../ui/States';
import '../lists/list.css';
import './words';

interface Tagged {
  readonly id: number;
  readonly type: 'dashboard' | 'chart' | 'dataset' | 'query';
  readonly name: string;
  readonly url: string;
  readonly owners: readonly Named[];
  readonly changed_on_utc?: string | null;
  readonly changed_by_name?: string | null;
}

const icons = { dashboard: 'dashboards', chart: 'charts', dataset: 'datasets', query: 'code' } as const;

/** What carries one tag. */
export default function TagPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const tag = useQuery({
    queryKey: ['tag', id],
    queryFn: ({ signal }) => api<{ result: { name: string } }>(`/api/v1/tag/${encodeURIComponent(id)}`, { signal }),
  });
  const things = useQuery({
    queryKey: ['tag', id, 'things'],
    queryFn: ({ signal }) =>
      api<{ result: readonly Tagged[] }>(`/api/v1/tag/get_objects/?tagIds=${encodeURIComponent(id)}`, { signal }),
  });
  const name = tag.data?.result.name ?? '';
  useTitle(name || t('nav.tags'));
  const failed = tag.error ?? things.error;
  const rows = things.data?.result;
  return (
    <>
      <div className="top">
        <div>
          <div className="crumb">
            <Link to="/tag/list/">{t('nav.tags')}</Link>
          </div>
          <h1>{name}</h1>
        </div>
      </div>
      <div className="page">
        <div className="card list-card">
          {failed ? (
            <FailureState error={failed} onRetry={() => void Promise.all([tag.refetch(), things.refetch()])} />
          ) : rows?.length === 0 ? (
            <EmptyState icon="tag" title={t('list.empty')} text={t('around.tags.none')} />
          ) : (
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{t('list.columns.name')}</th>
                  <th scope="col">{t('list.columns.kind')}</th>
                  <th scope="col" className="wide-only">
                    {t('list.columns.owners')}
                  </th>
                  <th scope="col" className="wide-only">
                    {t('list.columns.changed')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows?.map((row) => (
                  <tr key={`${row.type}${row.id}`}>
                    <td>
                      <NameCell to={row.url} name={row.name} icon={icons[row.type]} />
                    </td>
                    <td>{t(`around.kinds.${row.type}`)}</td>
                    <td className="wide-only">
                      <Owners owners={row.owners} />
                    </td>
                    <td className="wide-only">
                      <Changed iso={row.changed_on_utc} by={row.changed_by_name} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </div>
    </>
  );
}
