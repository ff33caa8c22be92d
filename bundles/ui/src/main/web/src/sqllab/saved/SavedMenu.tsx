import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useExport } from '../../exchange/ExchangeButtons';
import { copyText } from '../../explore/copyText';
import { Icon } from '../../ui/Icon';
import { say } from '../../ui/toast';
import type { SavedQuery } from '../types';

interface Props {
  readonly row: SavedQuery;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
}

export function SavedMenu({ row, onOpen, onDelete }: Props) {
  const { t } = useTranslation();
  const save = useExport('saved_query');
  const copy = async (text: string, done: string) => say((await copyText(text)) ? done : t('sql.notCopied'));
  const link = `${window.location.origin}/sqllab/?savedQueryId=${row.id}`;
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={190} transitionProps={{ duration: 100 }}>
      <Menu.Target>
        <button
          type="button"
          className="btn small icon-only ghost"
          aria-label={t('list.actions', { name: row.label })}
          data-testid="saved-actions"
        >
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="lab" />} onClick={onOpen}>
          {t('lab.saved.open')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="link" />} onClick={() => void copy(link, t('explore.linkCopied'))}>
          {t('explore.copyLink')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="copy" />} onClick={() => void copy(row.sql, t('sql.copied'))}>
          {t('lab.saved.copySql')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="download" />} onClick={() => save([row.id])} data-testid="saved-export">
          {t('exchange.export')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<Icon name="close" />} onClick={onDelete} data-testid="saved-delete">
          {t('databases.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
