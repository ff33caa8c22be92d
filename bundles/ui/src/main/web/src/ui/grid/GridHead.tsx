import { Menu } from '@mantine/core';
import { useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../explore/copyText';
import { Icon } from '../Icon';
import { say } from '../toast';
import { fittingWidth, type PlacedColumn } from './layout';
import { plainText } from './show';
import type { GridState } from './useGrid';

interface Props {
  readonly grid: GridState;
  readonly index: number;
  readonly placed: PlacedColumn;
  readonly numberWidth: number;
}

const marks = { number: '123', text: 'abc', time: 'time', boolean: 't/f' } as const;

/** A column's name, which sorts; a menu; an edge that makes it wider; what it is filtered by. */
export function GridHead({ grid, index, placed, numberWidth }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data, view, change } = grid;
  const { column, width, left, pinned } = placed;
  const { name = '', kind = 'text', type } = data.columns[column] ?? {};
  const way = view.order?.column === column ? view.order.way : undefined;
  const sort = (next: 'asc' | 'desc' | undefined) => change({ order: next ? { column, way: next } : undefined });
  const widen = (next: number) => change({ widths: { ...view.widths, [column]: Math.max(48, Math.round(next)) } });
  const drag = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    const edge = event.currentTarget;
    const from = event.clientX;
    edge.setPointerCapture(event.pointerId);
    edge.onpointermove = (move) => widen(width + move.clientX - from);
    edge.onpointerup = () => {
      edge.onpointermove = null;
      edge.onpointerup = null;
    };
  };
  const copy = async (text: string) => say((await copyText(text)) ? t('grid.copied') : t('sql.notCopied'));
  const values = () => Array.from(grid.rows, (row) => plainText(data.values[column]?.[row])).join('\n');
  const focusFilter = () => {
    change({ filtering: true });
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-filter="${column}"]`)?.focus());
  };
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={way === 'asc' ? 'ascending' : way === 'desc' ? 'descending' : 'none'}
      className={`grid-head ${kind}${pinned ? ' pinned' : ''}${way ? ' sorted' : ''}`}
      style={{ width, left: left + numberWidth }}
    >
      <button
        type="button"
        className="grid-name"
        title={type ? `${name} · ${type}` : name}
        onClick={() => sort(way === undefined ? 'asc' : way === 'asc' ? 'desc' : undefined)}
      >
        <i aria-hidden="true">{marks[kind]}</i>
        <span>{name}</span>
        {way ? <Icon name={way === 'asc' ? 'up' : 'down'} size={11} /> : null}
      </button>
      <Menu
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        width={200}
        transitionProps={{ duration: 100 }}
        withInitialFocusPlaceholder={false}
        zIndex={350}
      >
        <Menu.Target>
          <button type="button" className="grid-more" aria-label={t('grid.menuOf', { name })}>
            <Icon name="down" size={12} />
          </button>
        </Menu.Target>
        {open ? (
          <Menu.Dropdown>
            <Menu.Item leftSection={<Icon name="up" />} onClick={() => sort('asc')}>
              {t('grid.ascending')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="down" />} onClick={() => sort('desc')}>
              {t('grid.descending')}
            </Menu.Item>
            {way ? (
              <Menu.Item leftSection={<Icon name="close" />} onClick={() => sort(undefined)}>
                {t('grid.noOrder')}
              </Menu.Item>
            ) : null}
            <Menu.Item leftSection={<Icon name="filter" />} onClick={focusFilter}>
              {t('grid.filterOne')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              leftSection={<Icon name={pinned ? 'right' : 'left'} />}
              onClick={() =>
                change({ pinned: pinned ? view.pinned.filter((one) => one !== column) : [...view.pinned, column] })
              }
            >
              {pinned ? t('grid.unpin') : t('grid.pin')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="eye" />} onClick={() => change({ hidden: [...view.hidden, column] })}>
              {t('grid.hide')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="expand" />} onClick={() => widen(fittingWidth(data, column))}>
              {t('grid.fit')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="right" />} onClick={() => widen(width + 80)} closeMenuOnClick={false}>
              {t('grid.wider')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<Icon name="copy" />} onClick={() => void copy(name)}>
              {t('grid.copyName')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="copy" />} onClick={() => void copy(values())}>
              {t('grid.copyColumn')}
            </Menu.Item>
          </Menu.Dropdown>
        ) : null}
      </Menu>
      <span
        className="grid-edge"
        aria-hidden="true"
        onPointerDown={drag}
        onDoubleClick={() => widen(fittingWidth(data, column))}
      />
      {view.filtering ? (
        <input
          className="grid-filter"
          data-filter={column}
          value={view.filters[column] ?? ''}
          aria-label={t('grid.filterOf', { name })}
          placeholder={kind === 'number' ? '> 0' : kind === 'time' ? '> 2024-01' : t('grid.filterHint')}
          onChange={(event) => change({ filters: { ...view.filters, [column]: event.currentTarget.value } })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            change({ filters: { ...view.filters, [column]: '' } });
          }}
        />
      ) : null}
    </div>
  );
}
