import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../explore/copyText';
import { Icon } from '../Icon';
import { say } from '../toast';
import { copyFormats, type CopyFormat } from './copy';
import { plainText } from './show';
import type { GridState } from './useGrid';

interface Props {
  readonly grid: GridState;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  readonly onView: () => void;
}

/** What can be done with the marked cells, at the pointer. */
export function CellMenu({ grid, at, onClose, onView }: Props) {
  const { t } = useTranslation();
  const copy = async (format: CopyFormat, names: boolean) =>
    say((await copyText(grid.copied(format, names))) ? t('grid.copied') : t('sql.notCopied'));
  const { here, columns, view } = grid;
  const column = here ? columns[here.column]?.column : undefined;
  const value = here ? grid.valueAt(here) : null;
  const filter = (text: string) =>
    column !== undefined && grid.change({ filtering: true, filters: { ...view.filters, [column]: text } });
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      width={220}
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
      zIndex={350}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown data-testid="cell-menu">
        <Menu.Item leftSection={<Icon name="eye" />} rightSection={<kbd>Enter</kbd>} onClick={onView}>
          {t('grid.viewCell')}
        </Menu.Item>
        <Menu.Divider />
        {copyFormats.map((format) => (
          <Menu.Item
            key={format}
            leftSection={<Icon name="copy" />}
            rightSection={format === 'tsv' ? <kbd>Ctrl C</kbd> : undefined}
            onClick={() => void copy(format, true)}
          >
            {t(`grid.copyAs.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name="filter" />}
          onClick={() => filter(value === null ? 'null' : `=${plainText(value)}`)}
        >
          {t('grid.only')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="filter" />}
          onClick={() => filter(value === null ? '!null' : `!=${plainText(value)}`)}
        >
          {t('grid.without')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
