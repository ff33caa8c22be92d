import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../api/client';
import type { Page } from '../api/types';
import { useTitle } from '../app/useTitle';
import { EmptyState, FailureState } from '../ui/States';
import { count } from '../ui/time';
import { say } from '../ui/toast';
import { TaskRow, type Task } from './TaskRow';
import { kindWords } from './taskWords';
import '../lists/list.css';
import './words';
import './tasks.css';

const SIZE = 50;
const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

/** What the servers do in the background; the filters stand in the address. Follows by itself. */
export default function TasksPage() {
  const { t } = useTranslation();
  useTitle(t('nav.tasks'));
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const page = Math.max(0, Number(params.get('page') ?? 1) - 1) || 0;
  const state = params.get('state') ?? '';
  const kind = params.get('kind') ?? '';
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
  const filters = [
    ...(state ? [{ col: 'state', opr: 'eq', value: state }] : []),
    ...(kind ? [{ col: 'kind', opr: 'eq', value: kind }] : []),
  ];
  const q = encodeURIComponent(JSON.stringify({ filters, page, page_size: SIZE }));
  const tasks = useQuery({
    queryKey: ['tasks', q],
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
    queryFn: ({ signal }) => api<Page<Task>>(`/api/v1/task/?q=${q}`, { signal }),
  });
  const kinds = useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: ({ signal }) => api<{ result: Readonly<Record<string, unknown>> }>('/api/v1/task/counts/', { signal }),
  });
  const act = useMutation({
    mutationFn: ({ task, what }: { task: Task; what: 'cancel' | 'retry' }) =>
      api(`/api/v1/task/${task.id}/${what}`, { method: 'POST', body: {} }),
    onSuccess: (_, { what }) => say(t(what === 'cancel' ? 'tasks.cancelled' : 'tasks.retried')),
    onError: (error) => say(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const rows = tasks.data?.result;
  const total = tasks.data?.count ?? 0;
  return (
    <>
      <div className="top">
        <h1>{t('nav.tasks')}</h1>
        {tasks.data ? <span className="badge">{count(total)}</span> : null}
      </div>
      <div className="page">
        <div className="filter-bar" role="group" aria-label={t('tasks.state')}>
          <label className={state ? 'filter on' : 'filter'}>
            <span>{t('tasks.state')}</span>
            <select value={state} onChange={(event) => set('state', event.currentTarget.value)}>
              <option value="">{t('tasks.any')}</option>
              {states.map((one) => (
                <option key={one} value={one}>
                  {t(`tasks.states.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label className={kind ? 'filter on' : 'filter'}>
            <span>{t('tasks.kind')}</span>
            <select value={kind} onChange={(event) => set('kind', event.currentTarget.value)}>
              <option value="">{t('tasks.any')}</option>
              {Object.keys(kinds.data?.result ?? {}).map((one) => (
                <option key={one} value={one}>
                  {kindWords(one, t)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="card list-card">
          {tasks.isError ? (
            <FailureState error={tasks.error} onRetry={() => void tasks.refetch()} />
          ) : rows?.length === 0 ? (
            <EmptyState
              icon="list"
              title={t(filters.length > 0 ? 'tasks.noneFits' : 'tasks.none')}
              text={filters.length > 0 ? undefined : t('tasks.noneText')}
            />
          ) : (
            <table className="list task-table" data-testid="task-list">
              <thead>
                <tr>
                  <th scope="col">{t('tasks.what')}</th>
                  <th scope="col">{t('tasks.state')}</th>
                  <th scope="col">{t('tasks.age')}</th>
                  <th scope="col" className="wide-only">
                    {t('tasks.took')}
                  </th>
                  <th scope="col" className="wide-only">
                    {t('tasks.forWhom')}
                  </th>
                  <th scope="col" className="wide-only">
                    {t('tasks.node')}
                  </th>
                  <th scope="col">{t('tasks.reason')}</th>
                  <th scope="col">
                    <span className="hidden-visually">{t('tasks.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows?.map((task) => (
                  <TaskRow
                    key={task.id}
                    task={task}
                    busy={act.isPending}
                    onAct={(what) => act.mutate({ task, what })}
                  />
                ))}
              </tbody>
            </table>
          )}
        </div>
        {total > SIZE ? (
          <nav className="task-pages">
            <button type="button" className="btn" disabled={page === 0} onClick={() => set('page', String(page))}>
              {t('tasks.previous')}
            </button>
            <button
              type="button"
              className="btn"
              disabled={(page + 1) * SIZE >= total}
              onClick={() => set('page', String(page + 2))}
            >
              {t('tasks.next')}
            </button>
          </nav>
        ) : null}
      </div>
    </>
  );
}
