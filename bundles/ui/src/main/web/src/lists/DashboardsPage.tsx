import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DashboardRow } from '../api/types';
import { DashboardTile } from '../home/DashboardTile';
import { Icon } from '../ui/Icon';
import { Changed, NameCell, Owners } from './cells';
import { ListPage, type ListColumn } from './ListPage';

export default function DashboardsPage() {
  const { t } = useTranslation();
  const columns: readonly ListColumn<DashboardRow>[] = [
    {
      key: 'title',
      title: t('list.columns.name'),
      order: 'dashboard_title',
      cell: (row) => <NameCell to={row.url} name={row.dashboard_title} sub={row.description} icon="dashboards" />,
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
        <Link className="btn primary" to="/dashboard/new/" data-testid="new-dashboard">
          <Icon name="plus" />
          {t('list.newDashboard')}
        </Link>
      }
      emptyText={t('list.emptyText.dashboard')}
      card={(row) => <DashboardTile key={row.id} row={row} />}
    />
  );
}
