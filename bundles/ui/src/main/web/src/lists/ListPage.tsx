import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, type Filter, type Listed } from '../api/queries';
import { useKeys } from '../app/useKeys';
import { useTitle } from '../app/useTitle';
import { Icon, type IconName } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { EmptyState, FailureState } from '../ui/States';
import { count } from '../ui/time';
import { ColumnMenu, FilterBar } from './ListTools';
import { Pager } from './Pager';
import { PAGE_SIZE, useListState, type ListFilter } from './useListState';
import '../around/words';
import './list.css';

export interface ListColumn<T> {
  readonly key: string;
  readonly title: ReactNode;
  /** Of a column that people can leave out, in words. */
  readonly label?: string;
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
  readonly filters?: readonly ListFilter[];
  readonly always?: readonly Filter[];
  /** Below the top line: where else one can go from here. */
  readonly tabs?: ReactNode;
  /** What to do where there is nothing yet. */
  readonly emptyActions?: ReactNode;
  /** Told of the ids of the rows that are shown. */
  readonly onRows?: (ids: readonly number[]) => void;
  /** What can be done with several rows at once. */
  readonly bulk?: (rows: readonly T[], done: () => void) => ReactNode;
  readonly rowName?: (row: T) => string;
  /** Rows out of sight, because they are about to go. */
  readonly hidden?: ReadonlySet<number>;
}

export function ListPage<T extends { readonly id: number }>(props: Props<T>) {
  const { t } = useTranslation();
  const { kind, title, icon, card } = props;
  useTitle(title);
  const state = useListState({
    searchColumn: props.search.column,
    searchOperator: props.search.operator,
    order: props.order,
    ...(props.direction ? { direction: props.direction } : {}),
    ...(props.filters ? { filters: props.filters } : {}),
    ...(props.always ? { always: props.always } : {}),
  });
  const list = useList<T>(kind, state.query);
  useKeys({ r: () => void list.refetch() });
  const away = new Set((state.params.get('without') ?? '').split(','));
  const columns = props.columns.filter(({ key }) => !away.has(key));
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const pick = (id: number, on: boolean) =>
    setPicked((old) => new Set(on ? [...old, id] : [...old].filter((one) => one !== id)));
  const asCards = card !== undefined && state.params.get('view') === 'cards';
  const rows = list.data?.result.filter(({ id }) => !props.hidden?.has(id));
  const total = list.data?.count ?? 0;
  const { onRows } = props;
  const shown = list.data?.result;
  useEffect(() => {
    if (shown) onRows?.(shown.map(({ id }) => id));
  }, [shown, onRows]);
  const chosen = rows?.filter(({ id }) => picked.has(id)) ?? [];
  const name = props.rowName ?? ((row: T) => String(row.id));

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
        <ColumnMenu columns={props.columns} away={away} onChange={(keys) => state.set({ without: keys.join(',') })} />
        {props.actions}
      </div>
      {props.tabs}
      <div className="page">
        {props.filters ? <FilterBar filters={props.filters} state={state} /> : null}
        {chosen.length > 0 && props.bulk ? (
          <div className="bulk" role="region" aria-label={t('around.bulk.label')} data-testid="bulk">
            <b>{t('around.bulk.chosen', { count: chosen.length })}</b>
            {props.bulk(chosen, () => setPicked(new Set()))}
            <button type="button" className="btn small ghost" onClick={() => setPicked(new Set())}>
              {t('around.bulk.none')}
            </button>
          </div>
        ) : null}
        {list.isError && !rows ? (
          <div className="card list-card">
            <FailureState error={list.error} since={list.errorUpdatedAt} onRetry={() => void list.refetch()} />
          </div>
        ) : rows?.length === 0 ? (
          <div className="card list-card">
            {state.settled || state.filtered ? (
              <EmptyState
                title={state.settled ? t('list.noMatch', { search: state.settled }) : t('around.filters.noMatch')}
                actions={
                  <button type="button" className="btn" onClick={state.clear}>
                    {state.filtered ? t('around.filters.clear') : t('list.clearSearch')}
                  </button>
                }
              />
            ) : (
              <EmptyState icon={icon} title={t('list.empty')} text={props.emptyText} actions={props.emptyActions} />
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
                  {props.bulk ? (
                    <th scope="col" className="pick">
                      <input
                        type="checkbox"
                        aria-label={t('around.bulk.all')}
                        checked={chosen.length > 0 && chosen.length === rows?.length}
                        onChange={(event) =>
                          setPicked(new Set(event.currentTarget.checked ? rows?.map(({ id }) => id) : []))
                        }
                      />
                    </th>
                  ) : null}
                  {columns.map((column) => (
                    <HeadCell key={column.key} column={column} sort={state.sort} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows
                  ? rows.map((row) => (
                      <tr
                        key={row.id}
                        data-testid={`${kind}-row`}
                        className={picked.has(row.id) ? 'picked' : undefined}
                      >
                        {props.bulk ? (
                          <td className="pick">
                            <input
                              type="checkbox"
                              aria-label={t('around.bulk.pick', { name: name(row) })}
                              checked={picked.has(row.id)}
                              onChange={(event) => pick(row.id, event.currentTarget.checked)}
                            />
                          </td>
                        ) : null}
                        {columns.map((column) => (
                          <td key={column.key} className={column.className}>
                            {column.cell(row)}
                          </td>
                        ))}
                      </tr>
                    ))
                  : Array.from({ length: 8 }, (_, index) => (
                      <tr key={index} aria-hidden="true">
                        {props.bulk ? <td className="pick" /> : null}
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
        <Pager page={state.page} size={PAGE_SIZE} total={total} turnTo={state.turnTo} />
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
