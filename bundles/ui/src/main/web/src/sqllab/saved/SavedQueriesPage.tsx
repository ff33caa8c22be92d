import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client';
import type { Page } from '../../api/types';
import { useKeys } from '../../app/useKeys';
import { useTitle } from '../../app/useTitle';
import { ExportButton, ImportButton } from '../../exchange/ExchangeButtons';
import { Pager } from '../../lists/Pager';
import { useListState, PAGE_SIZE } from '../../lists/useListState';
import { Age } from '../../ui/Age';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import { EmptyState, FailureState } from '../../ui/States';
import { count } from '../../ui/time';
import '../words';
import { LabTabs } from '../LabTabs';
import { ListSkeleton } from '../ListParts';
import type { SavedQuery } from '../types';
import { useBulkDelete } from '../useBulkDelete';
import { DatabaseFilter } from '../DatabaseFilter';
import { SavedMenu } from './SavedMenu';
import { SavedPreview } from './SavedPreview';
import '../../lists/list.css';
import '../../plugins/gallery.css';
import '../lab.css';

/** Statements kept under a name. */
export default function SavedQueriesPage() {
  const { t } = useTranslation();
  useTitle(t('lab.saved.title'));
  const navigate = useNavigate();
  const state = useListState({ searchColumn: 'label', searchOperator: 'ct', order: 'changed_on_delta_humanized' });
  const database = state.params.get('database') ?? '';
  const query = {
    ...state.query,
    filters: [
      ...(state.query.filters ?? []),
      ...(database ? [{ col: 'database', opr: 'rel_o_m', value: Number(database) }] : []),
    ],
  };
  const list = useQuery({
    queryKey: ['saved_query', 'list', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api<Page<SavedQuery>>(`/api/v1/saved_query/?q=${encodeURIComponent(JSON.stringify(query))}`, { signal }),
  });
  const { hidden, remove } = useBulkDelete();
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [preview, setPreview] = useState<SavedQuery>();
  useKeys({ r: () => void list.refetch() });
  const rows = list.data?.result.filter(({ id }) => !hidden.has(id));
  const total = list.data?.count ?? 0;
  const chosen = rows?.filter(({ id }) => marked.has(id)) ?? [];
  const mark = (ids: readonly number[], on: boolean) =>
    setMarked((old) => new Set(on ? [...old, ...ids] : [...old].filter((id) => !ids.includes(id))));
  const drop = (queries: readonly SavedQuery[]) => {
    const [first] = queries;
    if (!first) return;
    mark(
      queries.map(({ id }) => id),
      false,
    );
    remove(
      queries.map(({ id }) => id),
      queries.length === 1 ? first.label : t('lab.saved.many', { count: queries.length }),
    );
  };
  return (
    <>
      <div className="top">
        <h1>{t('lab.saved.title')}</h1>
        {list.data ? <span className="badge">{count(total)}</span> : null}
        <span className="grow" />
        <DatabaseFilter value={database} onChange={(value) => state.set({ database: value, page: undefined })} />
        <div className="list-search">
          <SearchField main value={state.search} onChange={state.setSearch} label={t('lab.saved.search')} />
        </div>
        <ImportButton kind="saved_query" />
        <Link className="btn primary" to="/sqllab/?new=true">
          <Icon name="plus" />
          {t('lab.newQuery')}
        </Link>
      </div>
      <div className="page">
        <LabTabs here="saved" />
        {chosen.length > 0 ? (
          <div className="lab-bulk" role="status">
            <b>{t('lab.saved.marked', { count: chosen.length })}</b>
            <ExportButton kind="saved_query" ids={chosen.map(({ id }) => id)} />
            <button type="button" className="btn small danger" onClick={() => drop(chosen)} data-testid="bulk-delete">
              {t('databases.delete')}
            </button>
            <button type="button" className="btn small ghost" onClick={() => setMarked(new Set())}>
              {t('action.clear')}
            </button>
          </div>
        ) : null}
        {list.isError && !rows ? (
          <div className="card list-card">
            <FailureState error={list.error} since={list.errorUpdatedAt} onRetry={() => void list.refetch()} />
          </div>
        ) : rows?.length === 0 ? (
          <div className="card list-card">
            <EmptyState
              icon="bookmark"
              title={state.settled ? t('list.noMatch', { search: state.settled }) : t('lab.saved.none')}
              text={state.settled ? undefined : t('lab.saved.noneText')}
              actions={
                state.settled ? (
                  <button type="button" className="btn" onClick={() => state.setSearch('')}>
                    {t('list.clearSearch')}
                  </button>
                ) : undefined
              }
            />
          </div>
        ) : (
          <div className="card list-card">
            {list.isFetching && rows ? <div className="progress-line" /> : null}
            <table className="list lab-list" data-testid="saved-list">
              <thead>
                <tr>
                  <th scope="col" className="w-mark">
                    <input
                      type="checkbox"
                      aria-label={t('lab.saved.markAll')}
                      checked={rows !== undefined && chosen.length === rows.length}
                      onChange={(event) => mark(rows?.map(({ id }) => id) ?? [], event.currentTarget.checked)}
                    />
                  </th>
                  <th scope="col">{t('list.columns.name')}</th>
                  <th scope="col" className="w-middle wide-only">
                    {t('list.columns.database')}
                  </th>
                  <th scope="col" className="w-middle wide-only">
                    {t('list.columns.schema')}
                  </th>
                  <th scope="col" className="w-middle wide-only">
                    {t('list.columns.changed')}
                  </th>
                  <th scope="col" className="w-acts">
                    <span className="hidden-visually">{t('databases.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows ? (
                  rows.map((row) => (
                    <tr key={row.id} data-testid="saved-row">
                      <td>
                        <input
                          type="checkbox"
                          aria-label={t('lab.saved.mark', { label: row.label })}
                          checked={marked.has(row.id)}
                          onChange={(event) => mark([row.id], event.currentTarget.checked)}
                        />
                      </td>
                      <td>
                        <div className="name-cell">
                          <span className="name-icon">
                            <Icon name="bookmark" />
                          </span>
                          <div>
                            <Link to={`/sqllab/?savedQueryId=${row.id}`}>{row.label}</Link>
                            {row.description ? <span title={row.description}>{row.description}</span> : null}
                          </div>
                          {row.tags?.map(({ id, name }) => (
                            <span key={id} className="badge">
                              {name}
                            </span>
                          ))}
                        </div>
                      </td>
                      <td className="wide-only">{row.database?.database_name}</td>
                      <td className="wide-only">{row.schema}</td>
                      <td className="wide-only muted">
                        {row.changed_on_utc ? <Age iso={row.changed_on_utc} /> : row.changed_on_delta_humanized}
                      </td>
                      <td className="n">
                        <button
                          type="button"
                          className="btn small icon-only ghost"
                          aria-label={t('lab.saved.previewOf', { label: row.label })}
                          title={t('lab.saved.preview')}
                          onClick={() => setPreview(row)}
                          data-testid="saved-preview"
                        >
                          <Icon name="eye" />
                        </button>
                        <SavedMenu
                          row={row}
                          onDelete={() => drop([row])}
                          onOpen={() => void navigate(`/sqllab/?savedQueryId=${row.id}`)}
                        />
                      </td>
                    </tr>
                  ))
                ) : (
                  <ListSkeleton columns={6} />
                )}
              </tbody>
            </table>
          </div>
        )}
        <Pager page={state.page} size={PAGE_SIZE} total={total} turnTo={state.turnTo} />
      </div>
      {preview ? (
        <SavedPreview
          query={preview}
          rows={rows ?? []}
          onTurn={setPreview}
          onOpen={() => void navigate(`/sqllab/?savedQueryId=${preview.id}`)}
          onClose={() => setPreview(undefined)}
        />
      ) : null}
    </>
  );
}
