import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { NameCell } from '../lists/cells';
import { ListPage, type ListColumn } from '../lists/ListPage';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { say } from '../ui/toast';
import { useUndoableDelete } from '../ui/undoableDelete';
import { FormDialog, TextField } from './Dialog';
import './admin.css';
import '../around/words';

interface RoleRow {
  readonly id: number;
  readonly name: string;
  readonly built_in: boolean;
  readonly permission_count: number;
  readonly user_count: number;
}

interface PermissionRow {
  readonly id: number;
  readonly permission_name: string;
  readonly view_menu_name: string;
}

export default function RolesPage() {
  const { t } = useTranslation();
  const { hidden, remove } = useUndoableDelete('security/roles');
  const [edited, setEdited] = useState<RoleRow | 'new'>();
  const columns: readonly ListColumn<RoleRow>[] = [
    {
      key: 'name',
      title: t('list.columns.name'),
      order: 'name',
      cell: (row) => <NameCell name={row.name} sub={row.built_in ? t('around.roles.builtIn') : undefined} icon="key" />,
    },
    { key: 'permissions', title: t('around.roles.permissions'), className: 'n', cell: (row) => row.permission_count },
    { key: 'people', title: t('nav.users'), className: 'n', cell: (row) => row.user_count },
    {
      key: 'actions',
      title: <span className="hidden-visually">{t('databases.actions')}</span>,
      className: 'n',
      cell: (row) => (
        <span className="row-actions">
          {row.name === 'Admin' ? null : (
            <button
              type="button"
              className="btn small icon-only ghost"
              aria-label={t('around.editOne', { name: row.name })}
              onClick={() => setEdited(row)}
              data-testid="edit-role"
            >
              <Icon name="edit" />
            </button>
          )}
          {row.built_in ? null : (
            <button
              type="button"
              className="btn small icon-only ghost"
              aria-label={t('around.deleteOne', { name: row.name })}
              onClick={() => remove(row.id, row.name)}
            >
              <Icon name="trash" />
            </button>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      <ListPage<RoleRow>
        kind="security/roles"
        title={t('nav.roles')}
        icon="key"
        columns={columns}
        search={{ column: 'name', operator: 'ct' }}
        order="name"
        direction="asc"
        emptyText={t('around.roles.empty')}
        hidden={hidden}
        actions={
          <button type="button" className="btn primary" onClick={() => setEdited('new')} data-testid="new-role">
            <Icon name="plus" />
            {t('around.roles.new')}
          </button>
        }
      />
      {edited ? <RoleDialog role={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} /> : null}
    </>
  );
}

const permissionsOf = (path: string, key: readonly unknown[], enabled: boolean) => ({
  queryKey: key,
  enabled,
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await api<{ result: readonly PermissionRow[] }>(path, { signal })).result,
});

/** Name and permissions of a role. Permissions stand under what they are about, and are searched by both words. */
function RoleDialog({ role, onClose }: { role: RoleRow | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(role?.name ?? '');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>();
  const all = useQuery(permissionsOf('/api/v1/security/permissions-resources/', ['permissions'], true));
  const held = useQuery(
    permissionsOf(
      `/api/v1/security/roles/${role?.id}/permissions/`,
      ['security/roles', role?.id, 'permissions'],
      role !== undefined,
    ),
  );
  const permitted = chosen ?? new Set(held.data?.map(({ id }) => id));
  const save = useMutation<unknown, Error, void>({
    mutationFn: async () => {
      let id = role?.id;
      if (id === undefined)
        id = (await api<{ id: number }>('/api/v1/security/roles/', { body: { name: name.trim() } })).id;
      else if (name.trim() !== role?.name)
        await api(`/api/v1/security/roles/${id}`, { method: 'PUT', body: { name: name.trim() } });
      if (chosen)
        await api(`/api/v1/security/roles/${id}/permissions`, { body: { permission_view_menu_ids: [...chosen] } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['security/roles'] });
      say(t('around.saved', { name }));
      onClose();
    },
  });
  const views = new Map<string, PermissionRow[]>();
  for (const one of all.data ?? []) {
    if (`${one.permission_name} ${one.view_menu_name}`.toLowerCase().includes(search.trim().toLowerCase()))
      views.set(one.view_menu_name, [...(views.get(one.view_menu_name) ?? []), one]);
  }
  return (
    <FormDialog
      title={role ? t('around.editOne', { name: role.name }) : t('around.roles.new')}
      onClose={onClose}
      save={save}
      ready={name.trim() !== ''}
      size={680}
    >
      <TextField
        id="role-name"
        label={t('list.columns.name')}
        value={name}
        onChange={setName}
        disabled={role?.built_in ?? false}
        {...(role?.built_in ? { hint: t('around.roles.builtInHint') } : {})}
      />
      <SearchField value={search} onChange={setSearch} label={t('around.roles.search')} />
      <p className="muted permission-count">{t('around.roles.chosen', { count: permitted.size })}</p>
      <div className="permissions scroll" tabIndex={0} role="group" aria-label={t('around.roles.permissions')}>
        {[...views].map(([view, rows]) => (
          <fieldset key={view} className="checks">
            <legend>{view}</legend>
            {rows.map((one) => (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={permitted.has(one.id)}
                  onChange={(event) => {
                    const next = new Set(permitted);
                    if (event.currentTarget.checked) next.add(one.id);
                    else next.delete(one.id);
                    setChosen(next);
                  }}
                />
                {one.permission_name}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </FormDialog>
  );
}
