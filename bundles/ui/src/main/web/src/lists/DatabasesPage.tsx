import { useTranslation } from 'react-i18next';
import type { DatabaseRow } from '../api/types';
import { Changed, NameCell } from './cells';
import { ListPage, type ListColumn } from './ListPage';

export default function DatabasesPage() {
  const { t } = useTranslation();
  const columns: readonly ListColumn<DatabaseRow>[] = [
    {
      key: 'name',
      title: t('list.columns.name'),
      order: 'database_name',
      cell: (row) => <NameCell name={row.database_name} icon="databases" />,
    },
    { key: 'backend', title: t('list.columns.backend'), cell: (row) => <span className="badge">{row.backend}</span> },
    {
      key: 'changed',
      title: t('list.columns.changed'),
      order: 'changed_on',
      first: 'desc',
      className: 'wide-only',
      cell: (row) => <Changed iso={row.changed_on_utc} by={row.changed_by_name} />,
    },
  ];
  return (
    <ListPage<DatabaseRow>
      kind="database"
      title={t('nav.databases')}
      icon="databases"
      columns={columns}
      search={{ column: 'database_name', operator: 'ct' }}
      order="database_name"
      direction="asc"
      emptyText={t('list.emptyText.database')}
    />
  );
}
