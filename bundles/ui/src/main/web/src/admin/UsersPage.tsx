import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bootstrap } from '../api/bootstrap';
import { api } from '../api/client';
import type { Page } from '../api/types';
import { NameCell } from '../lists/cells';
import { ListPage, type ListColumn } from '../lists/ListPage';
import { Icon } from '../ui/Icon';
import { say } from '../ui/toast';
import { useUndoableDelete } from '../ui/undoableDelete';
import { Checks, FormDialog, TextField } from './Dialog';
import './admin.css';
import '../around/words';

interface RoleRef {
  readonly id: number;
  readonly name: string;
}

interface UserRow {
  readonly id: number;
  readonly username: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly active: boolean;
  readonly roles: readonly RoleRef[];
}

export const useRoles = () => {
  const q = encodeURIComponent(JSON.stringify({ page_size: 500 }));
  return useQuery({
    queryKey: ['security/roles', 'all'],
    queryFn: ({ signal }) => api<Page<RoleRef>>(`/api/v1/security/roles/?q=${q}`, { signal }),
  });
};

export default function UsersPage() {
  const { t } = useTranslation();
  const { hidden, remove } = useUndoableDelete('security/users');
  const [edited, setEdited] = useState<UserRow | 'new'>();
  const roles = useRoles();
  const columns: readonly ListColumn<UserRow>[] = [
    {
      key: 'username',
      title: t('around.users.username'),
      order: 'username',
      cell: (row) => (
        <NameCell name={row.username} sub={`${row.first_name} ${row.last_name}`.trim() || row.email} icon="people" />
      ),
    },
    { key: 'email', title: t('around.users.email'), order: 'email', className: 'wide-only', cell: (row) => row.email },
    {
      key: 'roles',
      title: t('nav.roles'),
      cell: (row) =>
        row.roles.map(({ id, name }) => (
          <span key={id} className="tag">
            {name}
          </span>
        )),
    },
    {
      key: 'active',
      title: t('list.columns.status'),
      order: 'active',
      cell: ({ active }) => (
        <span className={active ? 'badge good' : 'badge'}>
          {t(active ? 'around.users.active' : 'around.users.inactive')}
        </span>
      ),
    },
    {
      key: 'actions',
      title: <span className="hidden-visually">{t('databases.actions')}</span>,
      className: 'n',
      cell: (row) => (
        <span className="row-actions">
          <button
            type="button"
            className="btn small icon-only ghost"
            aria-label={t('around.editOne', { name: row.username })}
            onClick={() => setEdited(row)}
            data-testid="edit-user"
          >
            <Icon name="edit" />
          </button>
          {row.id === bootstrap.user?.id ? null : (
            <button
              type="button"
              className="btn small icon-only ghost"
              aria-label={t('around.deleteOne', { name: row.username })}
              onClick={() => remove(row.id, row.username)}
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
      <ListPage<UserRow>
        kind="security/users"
        title={t('nav.users')}
        icon="people"
        columns={columns}
        search={{ column: 'username', operator: 'user_all_text' }}
        order="username"
        direction="asc"
        emptyText={t('around.users.empty')}
        hidden={hidden}
        filters={[
          {
            key: 'role',
            title: t('nav.roles'),
            options: (roles.data?.result ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
            toFilter: (value) => ({ col: 'roles', opr: 'rel_m_m', value: Number(value) }),
          },
          {
            key: 'active',
            title: t('list.columns.status'),
            options: [
              { value: 'yes', label: t('around.users.active') },
              { value: 'no', label: t('around.users.inactive') },
            ],
            toFilter: (value) => ({ col: 'active', opr: 'eq', value: value === 'yes' }),
          },
        ]}
        actions={
          <button type="button" className="btn primary" onClick={() => setEdited('new')} data-testid="new-user">
            <Icon name="plus" />
            {t('around.users.new')}
          </button>
        }
      />
      {edited ? (
        <UserDialog
          user={edited === 'new' ? undefined : edited}
          roles={roles.data?.result ?? []}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </>
  );
}

interface DialogProps {
  readonly user: UserRow | undefined;
  readonly roles: readonly RoleRef[];
  readonly onClose: () => void;
}

function UserDialog({ user, roles, onClose }: DialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [username, setUsername] = useState(user?.username ?? '');
  const [first, setFirst] = useState(user?.first_name ?? '');
  const [last, setLast] = useState(user?.last_name ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [password, setPassword] = useState('');
  const [active, setActive] = useState(user?.active ?? true);
  const [held, setHeld] = useState<readonly number[]>(user?.roles.map(({ id }) => id) ?? []);
  const save = useMutation<unknown, Error, void>({
    mutationFn: () =>
      api(`/api/v1/security/users/${user?.id ?? ''}`, {
        method: user ? 'PUT' : 'POST',
        body: {
          ...(user ? {} : { username: username.trim() }),
          first_name: first,
          last_name: last,
          email,
          active,
          roles: held,
          ...(password ? { password } : {}),
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['security/users'] });
      say(t('around.saved', { name: username }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={user ? t('around.editOne', { name: user.username }) : t('around.users.new')}
      onClose={onClose}
      save={save}
      ready={username.trim() !== '' && (user !== undefined || password !== '')}
    >
      <TextField
        id="user-name"
        label={t('around.users.username')}
        value={username}
        onChange={setUsername}
        disabled={user !== undefined}
      />
      <div className="pair">
        <TextField id="user-first" label={t('around.users.firstName')} value={first} onChange={setFirst} />
        <TextField id="user-last" label={t('around.users.lastName')} value={last} onChange={setLast} />
      </div>
      <TextField id="user-email" label={t('around.users.email')} type="email" value={email} onChange={setEmail} />
      <TextField
        id="user-password"
        label={t(user ? 'around.users.resetPassword' : 'around.users.password')}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        hint={t(user ? 'around.users.resetHint' : 'around.users.passwordHint')}
      />
      <Checks
        legend={t('nav.roles')}
        options={roles.map(({ id, name }) => ({ value: id, label: name }))}
        value={held}
        onChange={setHeld}
      />
      <label className="check">
        <input type="checkbox" checked={active} onChange={(event) => setActive(event.currentTarget.checked)} />
        {t('around.users.mayUse')}
      </label>
    </FormDialog>
  );
}
