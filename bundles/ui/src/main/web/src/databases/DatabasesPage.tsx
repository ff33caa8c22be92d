import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bootstrap, isAdmin, mayManageData } from '../api/bootstrap';
import type { DatabaseRow } from '../api/types';
import { Changed, NameCell } from '../lists/cells';
import { ListPage, type ListColumn } from '../lists/ListPage';
import { Icon } from '../ui/Icon';
import { ImportButton, useExport } from '../exchange/ExchangeButtons';
import { ConnectDialog } from './ConnectDialog';
import { UploadDialog } from './UploadDialog';
import { useUndoableDelete } from './useUndoableDelete';

type Open = { readonly what: 'connect' } | { readonly what: 'edit' | 'upload'; readonly row: DatabaseRow };

export default function DatabasesPage() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>();
  const { hidden, remove } = useUndoableDelete();
  const admin = isAdmin(bootstrap.user);
  const close = () => setOpen(undefined);
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
    {
      key: 'actions',
      title: <span className="hidden-visually">{t('databases.actions')}</span>,
      className: 'n',
      cell: (row) => (
        <RowMenu
          row={row}
          admin={admin}
          onEdit={() => setOpen({ what: 'edit', row })}
          onUpload={() => setOpen({ what: 'upload', row })}
          onDelete={() => remove(row.id, row.database_name)}
        />
      ),
    },
  ];
  return (
    <>
      <ListPage<DatabaseRow>
        kind="database"
        title={t('nav.databases')}
        icon="databases"
        columns={columns}
        search={{ column: 'database_name', operator: 'ct' }}
        order="database_name"
        direction="asc"
        emptyText={t('list.emptyText.database')}
        hidden={hidden}
        actions={
          admin ? (
            <>
              <ImportButton kind="database" />
              <button
                type="button"
                className="btn primary"
                data-testid="connect-database"
                onClick={() => setOpen({ what: 'connect' })}
              >
                <Icon name="plus" />
                {t('databases.connect')}
              </button>
            </>
          ) : null
        }
      />
      {open?.what === 'connect' ? <ConnectDialog onClose={close} /> : null}
      {open?.what === 'edit' ? <ConnectDialog id={open.row.id} onClose={close} /> : null}
      {open?.what === 'upload' ? <UploadDialog database={open.row} onClose={close} /> : null}
    </>
  );
}

interface RowProps {
  readonly row: DatabaseRow;
  readonly admin: boolean;
  readonly onEdit: () => void;
  readonly onUpload: () => void;
  readonly onDelete: () => void;
}

function RowMenu({ row, admin, onEdit, onUpload, onDelete }: RowProps) {
  const { t } = useTranslation();
  const save = useExport('database');
  const uploads = row.allow_file_upload === true && mayManageData(bootstrap.user);
  if (!admin && !uploads) return null;
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={210} transitionProps={{ duration: 100 }}>
      <Menu.Target>
        <button
          type="button"
          className="btn ghost icon-only small"
          aria-label={t('databases.menu', { name: row.database_name })}
          data-testid="database-menu"
        >
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {uploads ? (
          <Menu.Item leftSection={<Icon name="upload" />} onClick={onUpload} data-testid="upload-file">
            {t('upload.title')}
          </Menu.Item>
        ) : null}
        {admin ? (
          <>
            <Menu.Item leftSection={<Icon name="edit" />} onClick={onEdit} data-testid="edit-database">
              {t('databases.edit')}
            </Menu.Item>
            <Menu.Item
              leftSection={<Icon name="download" />}
              onClick={() => save([row.id])}
              data-testid="export-database"
            >
              {t('exchange.export')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="close" />} onClick={onDelete} data-testid="delete-database">
              {t('databases.delete')}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
