import { Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Dataset } from '../api/types';
import type { Control } from '../chart/visualization';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import type { Addition } from './addToForm';
import { typeMark } from './columnType';
import { useDrag } from './drag';

export { typeMark } from './columnType';

interface Props {
  readonly dataset: Dataset | undefined;
  readonly onAdd: (addition: Addition) => void;
  readonly wellsFor: (addition: Addition) => readonly Control[];
  readonly onAddTo: (addition: Addition, control: Control) => void;
  readonly onSwap: () => void;
}

const SHOWN = 60;

export function DataPanel(props: Props) {
  const { t } = useTranslation();
  const { dataset } = props;
  const [search, setSearch] = useState('');
  const fits = (...texts: readonly (string | null | undefined)[]) =>
    texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()));
  const metrics = dataset?.metrics.filter(({ metric_name, verbose_name }) => fits(metric_name, verbose_name)) ?? [];
  const columns = dataset?.columns.filter(({ column_name, verbose_name }) => fits(column_name, verbose_name)) ?? [];
  const rows = (kept: typeof columns) =>
    kept.map((column) => (
      <Row
        key={column.column_name}
        {...props}
        addition={{ kind: 'column', name: column.column_name, isTime: typeMark(column) === 'time' }}
        mark={typeMark(column)}
        text={column.verbose_name || column.column_name}
        hint={column.description || `${column.column_name}${column.type ? ` (${column.type})` : ''}`}
      />
    ));
  return (
    <aside id="explore-data" className="pane data-pane scroll" aria-label={t('explore.data')}>
      <DatasetName dataset={dataset} onSwap={props.onSwap} />
      <SearchField main value={search} onChange={setSearch} label={t('explore.searchColumns')} />
      <Folder name="metrics" title={t('explore.metrics')}>
        {metrics.map(({ metric_name, verbose_name, expression, description }) => (
          <Row
            key={metric_name}
            {...props}
            addition={{ kind: 'metric', name: metric_name }}
            mark="f(x)"
            text={verbose_name || metric_name}
            hint={description || expression || metric_name}
          />
        ))}
      </Folder>
      <Folder name="columns" title={t('explore.columns')}>
        {dataset ? rows(columns.filter(({ expression }) => !expression)) : skeletons}
      </Folder>
      <Folder name="calculated" title={t('explore.calculated')}>
        {rows(columns.filter(({ expression }) => expression))}
      </Folder>
      {dataset && columns.length + metrics.length === 0 ? (
        <p className="muted none">{t('list.noMatch', { search })}</p>
      ) : null}
    </aside>
  );
}

const skeletons = Array.from({ length: 7 }, (_, index) => (
  <div
    key={index}
    className="skeleton"
    style={{ height: 12, margin: '9px 6px', width: `${50 + ((index * 23) % 40)}%` }}
  />
));

function DatasetName({ dataset, onSwap }: { dataset: Dataset | undefined; onSwap: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="dataset-name">
      <span>
        <Icon name="datasets" size={14} />
        <b title={dataset?.table_name}>{dataset?.table_name ?? '…'}</b>
      </span>
      <Menu position="bottom-end" width={210} transitionProps={{ duration: 100 }} zIndex={350}>
        <Menu.Target>
          <button
            type="button"
            className="btn small icon-only ghost"
            aria-label={t('explore.datasetMenu')}
            data-testid="dataset-menu"
          >
            <Icon name="more" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="datasets" />} onClick={onSwap} data-testid="dataset-swap">
            {t('explore.swap')}
          </Menu.Item>
          {dataset ? (
            <Menu.Item component={Link} to={`/dataset/${dataset.id}`} leftSection={<Icon name="edit" />}>
              {t('explore.editDataset')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function Folder({ name, title, children }: { name: string; title: string; children: readonly ReactNode[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (children.length === 0) return null;
  const more = children.length - SHOWN;
  return (
    <details className="folder" open data-testid={`folder-${name}`}>
      <summary className="pane-head">
        {title} <span className="muted">{children.length}</span>
      </summary>
      {all ? children : children.slice(0, SHOWN)}
      {more > 0 && !all ? (
        <button type="button" className="btn ghost small" onClick={() => setAll(true)}>
          {t('explore.showMore', { count: more })}
        </button>
      ) : null}
    </details>
  );
}

interface RowProps extends Props {
  readonly addition: Addition;
  readonly mark: string;
  readonly text: string;
  readonly hint: string;
}

/** A click puts it where the chart wants it first; dragging or the menu behind puts it where one wants it. */
function Row({ addition, mark, text, hint, onAdd, onAddTo, wellsFor }: RowProps) {
  const { t } = useTranslation();
  const { begin, end } = useDrag();
  const [open, setOpen] = useState(false);
  const wells = open ? wellsFor(addition) : [];
  return (
    <div
      className="col-row"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', addition.name);
        event.dataTransfer.effectAllowed = 'copyMove';
        begin({
          what:
            addition.kind === 'metric'
              ? { kind: 'metric', metric: addition.name }
              : { kind: 'column', column: addition.name },
        });
      }}
      onDragEnd={end}
    >
      <button type="button" className="col" title={hint} onClick={() => onAdd(addition)}>
        <i>{mark}</i>
        <span>{text}</span>
      </button>
      <Menu
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        width={190}
        transitionProps={{ duration: 100 }}
        zIndex={350}
      >
        <Menu.Target>
          <button type="button" className="col-to" aria-label={t('explore.addTo', { name: text })}>
            <Icon name="plus" size={12} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {wells.length > 0 ? (
            wells.map((control) => (
              <Menu.Item key={control.name} onClick={() => onAddTo(addition, control)}>
                {control.title ?? control.name}
              </Menu.Item>
            ))
          ) : (
            <Menu.Item disabled>{t('explore.noWell')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
