import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, type Listed } from '../api/queries';
import { useKeys } from '../app/useKeys';
import { useTitle } from '../app/useTitle';
import { Icon, type IconName } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { EmptyState, FailureState } from '../ui/States';
import { count } from '../ui/time';
import { PAGE_SIZE, useListState } from './useListState';
import './list.css';

export interface ListColumn<T> {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: T) => ReactNode;
  /** The server's name to order by; absent means this column has no order. */
  readonly order?: string;
  readonly first?: 'asc' | 'desc';
  readonly className?: string;
}

interface Props<T> {
  readonly kind: Listed;
  readonly title: string;
  readonly icon: IconName;
  readonly columns: readonly ListColumn<T>[];
  readonly search: { readonly column: string; readonly operator: string };
  readonly order: string;
  readonly direction?: 'asc' | 'desc';
  readonly emptyText: string;
  readonly card?: (row: T) => ReactNode;
  /** Behind the search, in the top line. */
  readonly actions?: ReactNode;
  /** Rows out of sight, because they are about to go. */
  readonly hidden?: ReadonlySet<number>;
}

export function ListPage<T extends { readonly id: number }>(props: Props<T>) {
  const { t } = useTranslation();
  const { kind, title, icon, columns, card } = props;
  useTitle(title);
  const state = useListState({
    searchColumn: props.search.column,
    searchOperator: props.search.operator,
    order: props.order,
    ...(props.direction ? { direction: props.direction } : {}),
  });
  const list = useList<T>(kind, state.query);
  useKeys({ r: () => void list.refetch() });
  const asCards = card !== undefined && state.params.get('view') === 'cards';
  const rows = list.data?.result.filter(({ id }) => !props.hidden?.has(id));
  const total = list.data?.count ?? 0;

  return (
    <>
      <div className="top">
        <h1>{title}</h1>
        {list.data ? (
          <span className="badge" data-testid="list-count">
            {count(total)}
          </span>
        ) : null}
        <span className="grow" />
        <div className="list-search">
          <SearchField main value={state.search} onChange={state.setSearch} label={t(`list.search.${kind}`)} />
        </div>
        {card ? (
          <div className="switcher" role="group" aria-label={t('list.view')}>
            {(['table', 'cards'] as const).map((view) => (
              <button
                key={view}
                type="button"
                className="btn icon-only"
                aria-pressed={asCards === (view === 'cards')}
                aria-label={t(`list.as.${view}`)}
                title={t(`list.as.${view}`)}
                onClick={() => state.set({ view: view === 'cards' ? 'cards' : undefined })}
              >
                <Icon name={view === 'cards' ? 'grid' : 'list'} />
              </button>
            ))}
          </div>
        ) : null}
        {props.actions}
      </div>
      <div className="page">
        {list.isError && !rows ? (
          <div className="card list-card">
            <FailureState error={list.error} since={list.errorUpdatedAt} onRetry={() => void list.refetch()} />
          </div>
        ) : rows?.length === 0 ? (
          <div className="card list-card">
            {state.settled ? (
              <EmptyState
                title={t('list.noMatch', { search: state.settled })}
                actions={
                  <button type="button" className="btn" onClick={() => state.setSearch('')}>
                    {t('list.clearSearch')}
                  </button>
                }
              />
            ) : (
              <EmptyState icon={icon} title={t('list.empty')} text={props.emptyText} />
            )}
          </div>
        ) : asCards && rows ? (
          <div className="tiles">{rows.map((row) => card(row))}</div>
        ) : (
          <div className="card list-card">
            {list.isFetching && rows ? <div className="progress-line" /> : null}
            <table className="list" data-testid={`${kind}-list`}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <HeadCell key={column.key} column={column} sort={state.sort} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows
                  ? rows.map((row) => (
                      <tr key={row.id} data-testid={`${kind}-row`}>
                        {columns.map((column) => (
                          <td key={column.key} className={column.className}>
                            {column.cell(row)}
                          </td>
                        ))}
                      </tr>
                    ))
                  : Array.from({ length: 8 }, (_, index) => (
                      <tr key={index} aria-hidden="true">
                        {columns.map((column, at) => (
                          <td key={column.key} className={column.className}>
                            <div
                              className="skeleton"
                              style={{ height: 11, width: at === 0 ? `${45 + ((index * 17) % 35)}%` : '60%' }}
                            />
                          </td>
                        ))}
                      </tr>
                    ))}
              </tbody>
            </table>
          </div>
        )}
        {total > PAGE_SIZE ? <Pager page={state.page} total={total} turnTo={state.turnTo} /> : null}
      </div>
    </>
  );
}

type Sort = ReturnType<typeof useListState>['sort'];

function HeadCell<T>({ column, sort }: { column: ListColumn<T>; sort: Sort }) {
  const { order, title, first = 'asc', className } = column;
  if (!order) {
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    );
  }
  const here = sort.column === order;
  return (
    <th scope="col" className={className} aria-sort={here ? (sort.way === 'asc' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className={here ? 'sort on' : 'sort'} onClick={() => sort.sortBy(order, first)}>
        {title}
        <Icon name={here ? (sort.way === 'asc' ? 'up' : 'down') : 'sort'} size={12} />
      </button>
    </th>
  );
}

function Pager({ page, total, turnTo }: { page: number; total: number; turnTo: (page: number) => void }) {
  const { t } = useTranslation();
  const last = Math.ceil(total / PAGE_SIZE) - 1;
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      <span className="muted">
        {t('list.range', {
          from: count(page * PAGE_SIZE + 1),
          to: count(Math.min(total, (page + 1) * PAGE_SIZE)),
          total: count(total),
        })}
      </span>
      <button
        type="button"
        className="btn icon-only"
        disabled={page === 0}
        aria-label={t('list.previous')}
        onClick={() => turnTo(page - 1)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        className="btn icon-only"
        disabled={page >= last}
        aria-label={t('list.next')}
        onClick={() => turnTo(page + 1)}
      >
        <Icon name="right" />
      </button>
    </nav>
  );
}
