import { Menu } from '@mantine/core';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { say } from '../../ui/toast';
import { useLab, useRuns, useTabs } from '../context';
import { isOpen } from '../run/model';
import type { LabTab } from './model';

const PATIENCE = 7000;

interface Props {
  readonly lead: ReactNode;
  readonly onOpen: () => void;
  readonly onDuplicate: (tab: LabTab) => void;
}

/** Tabs: arrows go from one to the next, with Alt they move it; F2 renames, Delete closes; a drag moves too. */
export function TabBar({ lead, onOpen, onDuplicate }: Props) {
  const { t } = useTranslation();
  const { tabs: store } = useLab();
  const { tabs, active } = useTabs();
  const [renaming, setRenaming] = useState<string>();
  const [over, setOver] = useState<string>();
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    bar.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, tabs.length]);

  const close = (tab: LabTab) => {
    store.close(tab.key, PATIENCE);
    if (tab.sql.trim() === '') return;
    say(t('lab.tab.closed', { label: tab.label }), 'good', {
      label: t('action.undo'),
      lasting: PATIENCE,
      run: () => store.reopen(tab.key),
    });
  };
  const focusOn = (key: string | undefined) => {
    if (key === undefined) return;
    store.activate(key);
    requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus());
  };
  const onKey = (event: KeyboardEvent, tab: LabTab, place: number) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && event.altKey) {
      store.move(tab.key, Math.max(0, Math.min(tabs.length - 1, place + step)));
      focusOn(tab.key);
    } else if (step !== 0) focusOn(tabs[(place + step + tabs.length) % tabs.length]?.key);
    else if (event.key === 'Home') focusOn(tabs[0]?.key);
    else if (event.key === 'End') focusOn(tabs.at(-1)?.key);
    else if (event.key === 'F2') setRenaming(tab.key);
    else if (event.key === 'Delete') close(tab);
    else return;
    event.preventDefault();
  };
  const rename = (tab: LabTab, label: string) => {
    setRenaming(undefined);
    if (label.trim() !== '' && label !== tab.label) store.change(tab.key, { label: label.trim(), named: true });
  };
  const drop = (event: DragEvent, place: number) => {
    event.preventDefault();
    setOver(undefined);
    const key = event.dataTransfer.getData('application/x-karavel-tab');
    if (key) store.move(key, place);
  };

  return (
    <div className="lab-tabs">
      {lead}
      <div ref={bar} className="lab-tab-list" role="tablist" aria-label={t('lab.tab.all')}>
        {tabs.map((tab, place) => (
          <div
            key={tab.key}
            role="presentation"
            className={`lab-tab${tab.key === active ? ' on' : ''}${over === tab.key ? ' over' : ''}`}
            draggable={renaming !== tab.key}
            onDragStart={(event) => event.dataTransfer.setData('application/x-karavel-tab', tab.key)}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes('application/x-karavel-tab')) return;
              event.preventDefault();
              setOver(tab.key);
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={(event) => drop(event, place)}
            onAuxClick={(event) => event.button === 1 && close(tab)}
          >
            {renaming === tab.key ? (
              <input
                className="lab-tab-name"
                defaultValue={tab.label}
                aria-label={t('lab.tab.name')}
                autoFocus
                onFocus={(event) => event.currentTarget.select()}
                onBlur={(event) => rename(tab, event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') event.currentTarget.blur();
                  else if (event.key === 'Escape') setRenaming(undefined);
                }}
              />
            ) : (
              <button
                type="button"
                role="tab"
                data-key={tab.key}
                data-testid="lab-tab"
                aria-selected={tab.key === active}
                aria-controls="lab-tab-panel"
                tabIndex={tab.key === active ? 0 : -1}
                title={tab.label}
                onClick={() => store.activate(tab.key)}
                onDoubleClick={() => setRenaming(tab.key)}
                onKeyDown={(event) => onKey(event, tab, place)}
              >
                <Sign tab={tab} />
                <span>{tab.label}</span>
              </button>
            )}
          </div>
        ))}
      </div>
      <button
        type="button"
        className="btn small icon-only ghost"
        aria-label={t('lab.tab.new')}
        title={t('lab.tab.new')}
        onClick={onOpen}
        data-testid="new-tab"
      >
        <Icon name="plus" />
      </button>
      <span className="grow" />
      <TabMenu
        tab={tabs.find(({ key }) => key === active)}
        count={tabs.length}
        onRename={setRenaming}
        onDuplicate={onDuplicate}
        onClose={close}
        onCloseOthers={(kept) => tabs.filter(({ key }) => key !== kept.key).forEach(close)}
      />
    </div>
  );
}

/** Whether something runs in a tab nobody looks at. */
function Sign({ tab }: { tab: LabTab }) {
  const { t } = useTranslation();
  const runs = useRuns(tab);
  if (runs.some(isOpen)) return <i className="lab-sign busy" role="img" aria-label={t('lab.state.running')} />;
  if (runs.some(({ state }) => state === 'failed' || state === 'timed_out'))
    return <i className="lab-sign bad" role="img" aria-label={t('lab.state.failed')} />;
  return null;
}

interface MenuProps {
  readonly tab: LabTab | undefined;
  readonly count: number;
  readonly onRename: (key: string) => void;
  readonly onDuplicate: (tab: LabTab) => void;
  readonly onClose: (tab: LabTab) => void;
  readonly onCloseOthers: (tab: LabTab) => void;
}

function TabMenu({ tab, count, onRename, onDuplicate, onClose, onCloseOthers }: MenuProps) {
  const { t } = useTranslation();
  if (!tab) return null;
  return (
    <Menu
      position="bottom-end"
      width={210}
      transitionProps={{ duration: 100 }}
      withInitialFocusPlaceholder={false}
      returnFocus={false}
    >
      <Menu.Target>
        <button
          type="button"
          className="btn small icon-only ghost"
          aria-label={t('lab.tab.actions')}
          data-testid="tab-menu"
        >
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="edit" />}
          rightSection={<kbd>F2</kbd>}
          onClick={() => setTimeout(() => onRename(tab.key), 60)}
          data-testid="tab-rename"
        >
          {t('lab.tab.rename')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="copy" />} onClick={() => onDuplicate(tab)} data-testid="tab-duplicate">
          {t('lab.tab.duplicate')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name="close" />}
          rightSection={<kbd>Del</kbd>}
          onClick={() => onClose(tab)}
          data-testid="tab-close"
        >
          {t('lab.tab.close')}
        </Menu.Item>
        {count > 1 ? (
          <Menu.Item leftSection={<Icon name="close" />} onClick={() => onCloseOthers(tab)}>
            {t('lab.tab.closeOthers')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
