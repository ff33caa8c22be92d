import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import type { Editor } from './useEditor';

interface Props {
  readonly editor: Editor;
  readonly fresh: boolean;
  readonly saving: boolean;
  readonly onSave: () => void;
  readonly onLeave: () => void;
  readonly onSaveAs: () => void;
  readonly onProperties: () => void;
}

/** The head while one edits: the title in place, steps back and forth, and the ways out. */
export function EditHead({ editor, fresh, saving, onSave, onLeave, onSaveAs, onProperties }: Props) {
  const { t } = useTranslation();
  const { draft, dirty } = editor;
  return (
    <div className="top dashboard-top edit-top">
      <input
        className="edit-title"
        aria-label={t('board.title')}
        placeholder={t('board.title')}
        data-testid="edit-title"
        value={draft.title}
        onChange={(event) => editor.setTitle(event.currentTarget.value)}
      />
      <span className={dirty ? 'badge warn' : 'badge'} data-testid="edit-state">
        {t(dirty ? 'board.unsaved' : 'board.editing')}
      </span>
      <button
        type="button"
        className="btn icon-only ghost"
        disabled={!editor.canUndo}
        aria-label={t('action.undo')}
        title={`${t('action.undo')} (Ctrl Z)`}
        data-testid="edit-undo"
        onClick={editor.undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="btn icon-only ghost"
        disabled={!editor.canRedo}
        aria-label={t('board.redo')}
        title={`${t('board.redo')} (Ctrl Shift Z)`}
        data-testid="edit-redo"
        onClick={editor.redo}
      >
        <Icon name="redo" />
      </button>
      <button type="button" className="btn" onClick={onLeave} data-testid="edit-leave">
        {t(dirty ? 'board.discard' : 'board.leave')}
      </button>
      <button
        type="button"
        className="btn primary"
        disabled={saving || !draft.title.trim() || (!dirty && !fresh)}
        title={`${t('action.save')} (Ctrl S)`}
        data-testid="edit-save"
        onClick={onSave}
      >
        {t('action.save')}
      </button>
      {fresh ? null : (
        <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={230} transitionProps={{ duration: 100 }}>
          <Menu.Target>
            <button type="button" className="btn icon-only" aria-label={t('dashboard.menu')} data-testid="edit-menu">
              <Icon name="more" />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<Icon name="copy" />} onClick={onSaveAs} data-testid="edit-save-as">
              {t('board.saveAs')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="settings" />} onClick={onProperties} data-testid="edit-properties">
              {t('board.properties')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
