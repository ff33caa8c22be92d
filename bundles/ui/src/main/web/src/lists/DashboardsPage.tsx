import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DashboardRow } from '../api/types';
import { BulkActions, TagPills } from '../around/bulk';
import { Star, useFavorites } from '../around/favorites';
import { useCommonFilters } from '../around/filters';
import { ImportButton } from '../exchange/ExchangeButtons';
import { DashboardTile } from '../home/DashboardTile';
import { Icon } from '../ui/Icon';
import { useUndoableDelete } from '../ui/undoableDelete';
import { Changed, NameCell, Owners } from './cells';
import { ListPage, type ListColumn } from './ListPage';

export default function DashboardsPage() {
  const { t } = useTranslation();
  const { hidden, remove } = useUndoableDelete('dashboard');
  const common = useCommonFilters('dashboard');
  const [seen, setSeen] = useState<readonly number[]>([]);
  const favorites = useFavorites('dashboard', seen);
  const columns: readonly ListColumn<DashboardRow>[] = [
    {
      key: 'title',
      title: t('list.columns.name'),
      order: 'dashboard_title',
      cell: (row) => (
        <NameCell
          to={row.url}
          name={row.dashboard_title}
          sub={row.description}
          icon="dashboards"
          certified={row.certified_by}
          before={<Star kind="dashboard" id={row.id} name={row.dashboard_title} marked={favorites.has(row.id)} />}
        />
      ),
    },
    {
      key: 'status',
      title: t('list.columns.status'),
      order: 'published',
      first: 'desc',
      cell: ({ status }) => (
        <span className={status === 'published' ? 'badge good' : 'badge'}>{t(`status.${status}`)}</span>
      ),
    },
    { key: 'charts', title: t('list.columns.charts'), className: 'n wide-only', cell: (row) => row.chart_count ?? '' },
    {
      key: 'tags',
      title: t('around.filters.tag'),
      className: 'wide-only',
      cell: ({ tags }) => <TagPills tags={tags} />,
    },
    {
      key: 'owners',
      title: t('list.columns.owners'),
      className: 'wide-only',
      cell: ({ owners }) => <Owners owners={owners} />,
    },
    {
      key: 'changed',
      title: t('list.columns.changed'),
      order: 'changed_on_delta_humanized',
      first: 'desc',
      className: 'wide-only',
      cell: (row) => <Changed iso={row.changed_on_utc} by={row.changed_by_name} />,
    },
  ];
  return (
    <ListPage<DashboardRow>
      kind="dashboard"
      title={t('nav.dashboards')}
      icon="dashboards"
      columns={columns}
      search={{ column: 'dashboard_title', operator: 'title_or_slug' }}
      order="changed_on_delta_humanized"
      actions={
        <>
          <ImportButton kind="dashboard" />
          <Link className="btn primary" to="/dashboard/new/" data-testid="new-dashboard">
            <Icon name="plus" />
            {t('list.newDashboard')}
          </Link>
        </>
      }
      emptyText={t('list.emptyText.dashboard')}
      hidden={hidden}
      onRows={setSeen}
      rowName={(row) => row.dashboard_title}
      filters={[
        ...common,
        {
          key: 'status',
          title: t('list.columns.status'),
          options: (['published', 'draft'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
          toFilter: (value) => ({ col: 'published', opr: 'eq', value: value === 'published' }),
        },
      ]}
      bulk={(rows, done) => <BulkActions kind="dashboard" ids={rows.map(({ id }) => id)} remove={remove} done={done} />}
      card={(row) => <DashboardTile key={row.id} row={row} />}
    />
  );
}
