import { Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Named } from '../api/types';
import { useTitle } from '../app/useTitle';
import { NameCell, Owners } from '../lists/cells';
import { Age } from '../ui/Age';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { EmptyState, FailureState } from '../ui/States';
import { fullTime, parseTime } from '../ui/time';
import { say } from '../ui/toast';
import '../app/dialogs.css';
import '../lists/list.css';
import './words';

interface Trashed {
  readonly id: number;
  readonly type: 'dashboard' | 'chart' | 'dataset' | 'query';
  readonly name: string;
  readonly owners: readonly Named[];
  readonly deleted_on: string;
  readonly kept_until: string;
}

const icons = { dashboard: 'dashboards', chart: 'charts', dataset: 'datasets', query: 'code' } as const;

/** What was deleted and can be had back for a while. */
export default function TrashPage() {
  const { t } = useTranslation();
  useTitle(t('nav.trash'));
  const client = useQueryClient();
  const words = useFailureText();
  const [search, setSearch] = useState('');
  const [doomed, setDoomed] = useState<Trashed>();
  const trash = useQuery({
    queryKey: ['trash'],
    queryFn: ({ signal }) => api<{ result: readonly Trashed[] }>('/api/v1/trash/', { signal }),
  });
  const after = {
    onError: (error: unknown) => say(`${words(error).title} ${words(error).text}`, 'bad'),
    onSettled: () =>
      Promise.all(
        ['trash', 'dashboard', 'chart', 'dataset'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  };
  const restore = useMutation({
    mutationFn: (one: Trashed) => api(`/api/v1/trash/${one.type}/${one.id}/restore`, { method: 'POST' }),
    onSuccess: (_, one) => say(t('around.trash.restored', { name: one.name })),
    ...after,
  });
  const erase = useMutation({
    mutationFn: (one: Trashed) => api(`/api/v1/trash/${one.type}/${one.id}`, { method: 'DELETE' }),
    onSuccess: (_, one) => say(t('around.trash.erased', { name: one.name })),
    ...after,
  });
  const rows = trash.data?.result.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <>
      <div className="top">
        <h1>{t('nav.trash')}</h1>
        {rows ? <span className="badge">{rows.length}</span> : null}
        <span className="grow" />
        <div className="list-search">
          <SearchField main value={search} onChange={setSearch} label={t('around.trash.search')} />
        </div>
      </div>
      <div className="page">
        <div className="card list-card">
          {trash.isError ? (
            <FailureState error={trash.error} onRetry={() => void trash.refetch()} />
          ) : rows?.length === 0 ? (
            <EmptyState
              icon="trash"
              title={search ? t('list.noMatch', { search }) : t('around.trash.none')}
              text={t('around.trash.lead')}
            />
          ) : (
            <table className="list" data-testid="trash-list">
              <thead>
                <tr>
                  <th scope="col">{t('list.columns.name')}</th>
                  <th scope="col" className="wide-only">
                    {t('list.columns.kind')}
                  </th>
                  <th scope="col" className="wide-only">
                    {t('list.columns.owners')}
                  </th>
                  <th scope="col" className="wide-only">
                    {t('around.trash.deleted')}
                  </th>
                  <th scope="col" className="wide-only">
                    {t('around.trash.until')}
                  </th>
                  <th scope="col">
                    <span className="hidden-visually">{t('databases.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows?.map((row) => (
                  <tr key={`${row.type}${row.id}`} data-testid="trash-row">
                    <td>
                      <NameCell name={row.name} icon={icons[row.type]} />
                    </td>
                    <td className="wide-only">{t(`around.kinds.${row.type}`)}</td>
                    <td className="wide-only">
                      <Owners owners={row.owners} />
                    </td>
                    <td className="wide-only">
                      <Age iso={row.deleted_on} />
                    </td>
                    <td className="wide-only">{fullTime(parseTime(row.kept_until))}</td>
                    <td className="n">
                      <span className="row-actions">
                        <button
                          type="button"
                          className="btn small"
                          onClick={() => restore.mutate(row)}
                          data-testid="restore"
                        >
                          <Icon name="undo" size={14} />
                          {t('around.trash.restore')}
                        </button>
                        <button
                          type="button"
                          className="btn small icon-only ghost"
                          aria-label={t('around.trash.eraseOne', { name: row.name })}
                          title={t('around.trash.erase')}
                          onClick={() => setDoomed(row)}
                        >
                          <Icon name="close" />
                        </button>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </div>
      {doomed ? (
        <Modal
          opened
          onClose={() => setDoomed(undefined)}
          title={t('around.trash.eraseOne', { name: doomed.name })}
          size={420}
          closeButtonProps={{ 'aria-label': t('action.close') }}
        >
          <p className="dialog-text">{t('around.trash.sure')}</p>
          <div className="dialog-actions">
            <button type="button" className="btn" onClick={() => setDoomed(undefined)}>
              {t('action.cancel')}
            </button>
            <button
              type="button"
              className="btn primary danger"
              onClick={() => {
                erase.mutate(doomed);
                setDoomed(undefined);
              }}
            >
              {t('around.trash.erase')}
            </button>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
