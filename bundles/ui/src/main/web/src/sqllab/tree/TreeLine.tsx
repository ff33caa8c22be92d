import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { levelOf, type TreeRow } from './rows';
import type { TreeActions } from './Tree';

interface Props {
  readonly id: string;
  readonly row: TreeRow;
  readonly here: boolean;
  readonly at: boolean;
  readonly top: number;
  readonly search: string;
  readonly actions: TreeActions;
  readonly onPoint: () => void;
}

const marks = ['123', 'abc', 'time', 't/f'] as const;

/** One line of the tree. */
export function TreeLine({ id, row, here, at, top, search, actions, onPoint }: Props) {
  const { t } = useTranslation();
  const level = levelOf(row);
  const opens = row.kind === 'schema' || row.kind === 'table';
  const click = () => {
    onPoint();
    if (opens) actions.toggle(row.key);
  };
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-expanded={opens ? row.open : undefined}
      aria-selected={at}
      className={`tree-line ${row.kind}${at ? ' at' : ''}${here ? ' here' : ''}`}
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: level * 14 - 6 }}
      draggable={row.kind === 'table' || row.kind === 'column' || row.kind === 'schema'}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', actions.pathOf(row))}
      onClick={click}
      onDoubleClick={() => row.kind === 'column' && actions.insert(row)}
      data-testid={`tree-${row.kind}`}
    >
      {opens ? <Icon name={row.open ? 'down' : 'right'} size={12} /> : null}
      <Content row={row} search={search} />
      {row.kind === 'failed' ? (
        <button type="button" className="btn small ghost" tabIndex={-1} onClick={() => actions.retry(row.of)}>
          {t('action.retry')}
        </button>
      ) : null}
      {row.kind === 'table' || row.kind === 'column' ? <Hands row={row} actions={actions} /> : null}
    </div>
  );
}

function Content({ row, search }: { row: TreeRow; search: string }) {
  const { t } = useTranslation();
  switch (row.kind) {
    case 'schema':
      return (
        <>
          <Icon name="schema" size={14} />
          <span className="tree-name">
            <Found text={row.schema} search={search} />
          </span>
          {row.count === undefined ? null : <em>{row.count}</em>}
        </>
      );
    case 'table':
      return (
        <>
          <Icon name={row.view ? 'eye' : 'table'} size={14} />
          <span className="tree-name" title={row.name}>
            <Found text={row.name} search={search} />
          </span>
          {row.view ? <em>{t('lab.tree.view')}</em> : null}
        </>
      );
    case 'column':
      return (
        <>
          <i aria-hidden="true">{marks[row.generic] ?? 'abc'}</i>
          <span className="tree-name" title={row.note ? `${row.name}: ${row.note}` : row.name}>
            <Found text={row.name} search={search} />
          </span>
          {row.primary ? (
            <span className="tree-key" role="img" aria-label={t('lab.tree.primary')} title={t('lab.tree.primary')}>
              <Icon name="key" size={12} />
            </span>
          ) : null}
          {row.foreign ? (
            <span
              className="tree-key other"
              role="img"
              aria-label={t('lab.tree.foreign', { name: row.foreign })}
              title={t('lab.tree.foreign', { name: row.foreign })}
            >
              <Icon name="link" size={12} />
            </span>
          ) : null}
          <em>{row.type.toLowerCase()}</em>
        </>
      );
    case 'index':
      return (
        <>
          <i aria-hidden="true">idx</i>
          <span className="tree-name" title={`${row.name} (${row.columns})`}>
            {row.name}
          </span>
          <em>
            {row.unique ? `${t('lab.tree.unique')} · ` : ''}
            {row.columns}
          </em>
        </>
      );
    case 'wait':
      return (
        <>
          <span className="hidden-visually">{t('lab.tree.loading')}</span>
          <span className="skeleton" style={{ height: 10, width: 110 }} />
        </>
      );
    case 'none':
      return <span className="muted">{t('lab.tree.noTables')}</span>;
    case 'failed':
      return <span className="muted">{t('lab.tree.failed')}</span>;
  }
}

function Found({ text, search }: { text: string; search: string }) {
  const from = search.trim() === '' ? -1 : text.toLowerCase().indexOf(search.trim().toLowerCase());
  if (from < 0) return <>{text}</>;
  const to = from + search.trim().length;
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}

type Handled = Extract<TreeRow, { kind: 'table' | 'column' }>;

/** What can be done with a table or column; the keys of the tree do the same. */
function Hands({ row, actions }: { row: Handled; actions: TreeActions }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const table = row.kind === 'table' ? { schema: row.schema, name: row.name } : undefined;
  return (
    <span
      className={open ? 'tree-hands open' : 'tree-hands'}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {table && actions.preview ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('lab.tree.previewOf', { name: row.name })}
          title={t('lab.tree.preview')}
          onClick={() => actions.preview?.(table)}
          data-testid="tree-preview"
        >
          <Icon name="eye" size={14} />
        </button>
      ) : null}
      <Menu
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        width={210}
        transitionProps={{ duration: 100 }}
        withInitialFocusPlaceholder={false}
        zIndex={350}
      >
        <Menu.Target>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t('list.actions', { name: row.name })}
            data-testid="tree-more"
          >
            <Icon name="more" size={14} />
          </button>
        </Menu.Target>
        {open ? (
          <Menu.Dropdown>
            {table && actions.preview ? (
              <Menu.Item
                leftSection={<Icon name="eye" />}
                rightSection={<kbd>{t('lab.tree.space')}</kbd>}
                onClick={() => actions.preview?.(table)}
              >
                {t('lab.tree.preview')}
              </Menu.Item>
            ) : null}
            <Menu.Item
              leftSection={<Icon name="code" />}
              rightSection={<kbd>Enter</kbd>}
              onClick={() => actions.insert(row)}
            >
              {t('lab.tree.insert')}
            </Menu.Item>
            {table ? (
              <Menu.Item
                leftSection={<Icon name="lab" />}
                onClick={() => actions.star(table, 'insert')}
                data-testid="tree-star"
              >
                {t('lab.tree.star')}
              </Menu.Item>
            ) : null}
            <Menu.Divider />
            <Menu.Item
              leftSection={<Icon name="copy" />}
              rightSection={<kbd>Ctrl C</kbd>}
              onClick={() => void actions.copy(actions.pathOf(row))}
            >
              {t('lab.tree.copyName')}
            </Menu.Item>
            {table ? (
              <Menu.Item leftSection={<Icon name="copy" />} onClick={() => actions.star(table, 'copy')}>
                {t('lab.tree.copyStar')}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        ) : null}
      </Menu>
    </span>
  );
}
