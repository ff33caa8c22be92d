import { useTranslation } from 'react-i18next';
import type { DatasetRow } from '../api/types';
import { Changed, NameCell, Owners } from './cells';
import { ListPage, type ListColumn } from './ListPage';

export default function DatasetsPage() {
  const { t } = useTranslation();
  const columns: readonly ListColumn<DatasetRow>[] = [
    {
      key: 'name',
      title: t('list.columns.name'),
      order: 'table_name',
      cell: (row) => (
        <NameCell
          to={`/explore/?datasource_type=table&datasource_id=${row.id}`}
          name={row.table_name}
          sub={row.description}
          icon="datasets"
        />
      ),
    },
    {
      key: 'kind',
      title: t('list.columns.kind'),
      cell: ({ kind }) => <span className="badge">{t(`dataset.${kind}`)}</span>,
    },
    {
      key: 'database',
      title: t('list.columns.database'),
      className: 'wide-only',
      cell: (row) => row.database?.database_name,
    },
    {
      key: 'schema',
      title: t('list.columns.schema'),
      order: 'schema',
      className: 'wide-only',
      cell: (row) => row.schema,
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
    <ListPage<DatasetRow>
      kind="dataset"
      title={t('nav.datasets')}
      icon="datasets"
      columns={columns}
      search={{ column: 'table_name', operator: 'ct' }}
      order="table_name"
      direction="asc"
      emptyText={t('list.emptyText.dataset')}
    />
  );
}
