import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bootstrap, isAdmin } from '../api/bootstrap';
import type { Named } from '../api/types';
import { Changed, NameCell } from '../lists/cells';
import { ListPage, type ListColumn } from '../lists/ListPage';
import { Icon } from '../ui/Icon';
import { useUndoableDelete } from '../ui/undoableDelete';
import { Star, useFavorites } from './favorites';
import './words';

interface TagRow {
  readonly id: number;
  readonly name: string;
  readonly description?: string | null;
  readonly count: number;
  readonly created_by: Named | null;
  readonly changed_on_utc?: string | null;
  readonly changed_by_name?: string | null;
}

export default function TagsPage() {
  const { t } = useTranslation();
  const { hidden, remove } = useUndoableDelete('tag');
  const [seen, setSeen] = useState<readonly number[]>([]);
  const favorites = useFavorites('tag', seen);
  const own = (row: TagRow) => isAdmin(bootstrap.user) || row.created_by?.id === bootstrap.user?.id;
  const columns: readonly ListColumn<TagRow>[] = [
    {
      key: 'name',
      title: t('list.columns.name'),
      order: 'name',
      cell: (row) => (
        <NameCell
          to={`/tag/${row.id}/`}
          name={row.name}
          sub={row.description}
          icon="tag"
          before={<Star kind="tag" id={row.id} name={row.name} marked={favorites.has(row.id)} />}
        />
      ),
    },
    { key: 'count', title: t('around.tags.things'), className: 'n', cell: ({ count }) => count },
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
      cell: (row) =>
        own(row) ? (
          <button
            type="button"
            className="btn small icon-only ghost"
            aria-label={t('around.deleteOne', { name: row.name })}
            onClick={() => remove(row.id, row.name)}
          >
            <Icon name="trash" />
          </button>
        ) : null,
    },
  ];
  return (
    <ListPage<TagRow>
      kind="tag"
      title={t('nav.tags')}
      icon="tag"
      columns={columns}
      search={{ column: 'name', operator: 'tag_all_text' }}
      order="name"
      direction="asc"
      emptyText={t('around.tags.empty')}
      hidden={hidden}
      onRows={setSeen}
    />
  );
}
