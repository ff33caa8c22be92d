import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Changed, NameCell } from '../lists/cells';
import { ListPage, type ListColumn } from '../lists/ListPage';
import { useMode } from '../style/theme';
import { Icon } from '../ui/Icon';
import { useUndoableDelete } from '../ui/undoableDelete';
import { ThemeDialog } from './ThemeDialog';
import { useMayWriteThemes, type Theme } from './themeApi';
import { colorsOf, readTones } from './tones';
import '../admin/admin.css';
import '../around/words';
import './words';
import './looks.css';

/** The themes that dashboards can be drawn with. */
export default function ThemesPage() {
  const { t } = useTranslation();
  const { hidden, remove } = useUndoableDelete('theme');
  const mayWrite = useMayWriteThemes();
  const [edited, setEdited] = useState<Theme | 'new'>();
  const columns: readonly ListColumn<Theme>[] = [
    {
      key: 'name',
      title: t('themes.name'),
      order: 'theme_name',
      cell: ({ theme_name }) => <NameCell name={theme_name} icon="palette" />,
    },
    { key: 'colors', title: t('themes.colors'), cell: ({ json_data }) => <Swatches json={json_data} /> },
    {
      key: 'changed',
      title: t('list.columns.changed'),
      order: 'changed_on_delta_humanized',
      first: 'desc',
      className: 'wide-only',
      cell: (theme) => <Changed iso={theme.changed_on_utc} by={theme.changed_by_name} />,
    },
    {
      key: 'actions',
      title: <span className="hidden-visually">{t('databases.actions')}</span>,
      className: 'n',
      cell: (theme) =>
        theme.is_system ? (
          <span className="badge">{t('themes.system')}</span>
        ) : mayWrite ? (
          <span className="row-actions">
            <button
              type="button"
              className="btn small icon-only ghost"
              aria-label={t('around.editOne', { name: theme.theme_name })}
              onClick={() => setEdited(theme)}
            >
              <Icon name="edit" />
            </button>
            <button
              type="button"
              className="btn small icon-only ghost"
              aria-label={t('around.deleteOne', { name: theme.theme_name })}
              onClick={() => remove(theme.id, theme.theme_name)}
            >
              <Icon name="trash" />
            </button>
          </span>
        ) : null,
    },
  ];
  return (
    <>
      <ListPage<Theme>
        kind="theme"
        title={t('nav.themes')}
        icon="palette"
        columns={columns}
        search={{ column: 'theme_name', operator: 'ct' }}
        order="theme_name"
        direction="asc"
        emptyText={t('themes.empty')}
        hidden={hidden}
        actions={
          mayWrite ? (
            <button type="button" className="btn primary" onClick={() => setEdited('new')} data-testid="new-theme">
              <Icon name="plus" />
              {t('themes.new')}
            </button>
          ) : null
        }
      />
      {edited ? (
        <ThemeDialog theme={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      ) : null}
    </>
  );
}

function Swatches({ json }: { json: string }) {
  const mode = useMode();
  return (
    <span className="theme-swatches" aria-hidden="true">
      {Object.entries(colorsOf(readTones(json)[mode])).map(([token, color]) => (
        <i key={token} title={token} style={{ background: color }} />
      ))}
    </span>
  );
}
