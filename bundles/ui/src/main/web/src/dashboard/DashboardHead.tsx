import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReportMark } from '../alerts/entries';
import { api } from '../api/client';
import type { Dashboard } from '../api/types';
import { Age } from '../ui/Age';
import { Icon } from '../ui/Icon';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';

interface Props {
  readonly dashboard: Dashboard;
  readonly crumbs: boolean;
  readonly refreshed: string;
  /** How to see what is new. */
  readonly refresh: ReactNode;
  readonly onEdit: () => void;
  readonly children: ReactNode;
}

export function DashboardHead({ dashboard, crumbs, refreshed, refresh, onEdit, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="top dashboard-top">
      <div>
        {crumbs ? (
          <div className="crumb">
            <Link to="/dashboard/list/">{t('nav.dashboards')}</Link>
          </div>
        ) : null}
        <h1 data-testid="dashboard-title">{dashboard.dashboard_title}</h1>
      </div>
      <Star id={dashboard.id} />
      <Published dashboard={dashboard} />
      <ReportMark dashboard={dashboard.id} />
      {dashboard.certified_by ? (
        <span className="badge good" title={dashboard.certification_details ?? undefined}>
          <Icon name="check" size={11} />
          {t('dashboard.certified', { by: dashboard.certified_by })}
        </span>
      ) : null}
      <span className="grow" />
      <span className="refreshed muted">
        {t('dashboard.refreshed')} <Age iso={refreshed} />
      </span>
      {refresh}
      {children}
      {dashboard.is_editable ? (
        <button
          type="button"
          className="btn primary edit-button"
          onClick={onEdit}
          data-testid="edit-dashboard"
          title={`${t('board.edit')} (e)`}
        >
          {t('board.edit')}
        </button>
      ) : null}
    </div>
  );
}

/** Whether others see it: a word for readers, a switch for owners. */
function Published({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const toggle = useMutation({
    mutationFn: () =>
      api(`/api/v1/dashboard/${dashboard.id}`, { method: 'PUT', body: { published: !dashboard.published } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['dashboard'] }),
    onError: (error) => say(`${words(error).title} ${words(error).text}`, 'bad'),
  });
  const word = t(dashboard.published ? 'status.published' : 'status.draft');
  const look = dashboard.published ? 'badge' : 'badge warn';
  if (!dashboard.is_editable) return <span className={look}>{word}</span>;
  return (
    <button
      type="button"
      className={`${look} as-switch`}
      aria-pressed={dashboard.published}
      title={t(dashboard.published ? 'board.unpublish' : 'board.publish')}
      data-testid="published"
      disabled={toggle.isPending}
      onClick={() => toggle.mutate()}
    >
      {word}
    </button>
  );
}

interface Favorites {
  readonly result: readonly { readonly id: number; readonly value: boolean }[];
}

/** One's own favourites. */
function Star({ id }: { id: number }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const key = ['favorite', 'dashboard', id];
  const on = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await api<Favorites>(`/api/v1/dashboard/favorite_status/?q=!(${id})`, { signal })).result[0]?.value ?? false,
  });
  const toggle = useMutation({
    mutationFn: (next: boolean) => api(`/api/v1/dashboard/${id}/favorites/`, { method: next ? 'POST' : 'DELETE' }),
    onMutate: (next) => client.setQueryData(key, next),
    onError: (error) => say(`${words(error).title} ${words(error).text}`, 'bad'),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: key });
      await client.invalidateQueries({ queryKey: ['dashboard', 'list'] });
    },
  });
  const label = t(on.data ? 'board.unstar' : 'board.star');
  return (
    <button
      type="button"
      className={on.data ? 'star on' : 'star'}
      aria-label={label}
      title={label}
      aria-pressed={on.data ?? false}
      data-testid="star"
      onClick={() => toggle.mutate(!on.data)}
    >
      <Icon name="star" size={16} />
    </button>
  );
}
