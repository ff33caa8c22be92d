import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { bootstrap, mayManageData } from '../api/bootstrap';
import { BulkActions, TagPills } from '../around/bulk';
import { useCommonFilters, useNames } from '../around/filters';
import type { DatasetRow } from '../api/types';
import { ImportButton } from '../exchange/ExchangeButtons';
import { Icon } from '../ui/Icon';
import { useUndoableDelete } from '../ui/undoableDelete';
import { Changed, NameCell, Owners } from './cells';
import { ListPage, type ListColumn } from './ListPage';

export default function DatasetsPage() {
  const { t } = useTranslation();
  const { hidden, remove } = useUndoableDelete('dataset');
  const common = useCommonFilters('dataset');
  const databases = useNames('database', 'database_name');
  const manages = mayManageData(bootstrap.user);
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
    {
      key: 'actions',
      title: <span className="hidden-visually">{t('databases.actions')}</span>,
      className: 'n',
      cell: (row) => (manages ? <RowMenu row={row} onDelete={() => remove(row.id, row.table_name)} /> : null),
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
      hidden={hidden}
      rowName={(row) => row.table_name}
      filters={[
        ...common,
        {
          key: 'database',
          title: t('list.columns.database'),
          options: databases,
          toFilter: (value) => ({ col: 'database', opr: 'rel_o_m', value: Number(value) }),
        },
        {
          key: 'kind',
          title: t('list.columns.kind'),
          options: (['physical', 'virtual'] as const).map((value) => ({ value, label: t(`dataset.${value}`) })),
          toFilter: (value) => ({ col: 'sql', opr: 'dataset_is_null_or_empty', value: value === 'physical' }),
        },
      ]}
      {...(manages
        ? {
            bulk: (rows: readonly DatasetRow[], done: () => void) => (
              <BulkActions kind="dataset" ids={rows.map(({ id }) => id)} remove={remove} done={done} />
            ),
          }
        : {})}
      actions={
        manages ? (
          <>
            <ImportButton kind="dataset" />
            <Link className="btn primary" to="/dataset/add/" data-testid="new-dataset">
              <Icon name="plus" />
              {t('dataset.new')}
            </Link>
          </>
        ) : null
      }
    />
  );
}

function RowMenu({ row, onDelete }: { row: DatasetRow; onDelete: () => void }) {
  const { t } = useTranslation();
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={190} transitionProps={{ duration: 100 }}>
      <Menu.Target>
        <button
          type="button"
          className="btn small icon-only ghost"
          aria-label={t('list.actions', { name: row.table_name })}
          data-testid="dataset-actions"
        >
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to={`/dataset/${row.id}`}
          leftSection={<Icon name="edit" />}
          data-testid="dataset-edit"
        >
          {t('dataset.editOne')}
        </Menu.Item>
        <Menu.Item
          component={Link}
          to={`/explore/?datasource_type=table&datasource_id=${row.id}`}
          leftSection={<Icon name="charts" />}
        >
          {t('dataset.chart')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<Icon name="close" />} onClick={onDelete} data-testid="dataset-delete">
          {t('databases.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
