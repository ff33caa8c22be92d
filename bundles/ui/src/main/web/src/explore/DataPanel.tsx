import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, DatasetColumn } from '../api/types';
import { SearchField } from '../ui/SearchField';
import type { Addition } from './addToForm';

export function typeMark(column: DatasetColumn | undefined): string {
  if (column?.is_dttm || column?.type_generic === 2) return 'time';
  if (column?.type_generic === 0) return '123';
  return column?.type_generic === 3 ? 'T/F' : 'abc';
}

export function DataPanel({ dataset, onAdd }: { dataset: Dataset | undefined; onAdd: (addition: Addition) => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const fits = (...texts: readonly (string | null | undefined)[]) =>
    texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()));
  const metrics = dataset?.metrics.filter(({ metric_name, verbose_name }) => fits(metric_name, verbose_name)) ?? [];
  const columns = dataset?.columns.filter(({ column_name, verbose_name }) => fits(column_name, verbose_name)) ?? [];
  return (
    <aside className="pane data-pane scroll" aria-label={t('explore.data')}>
      <SearchField main value={search} onChange={setSearch} label={t('explore.searchColumns')} />
      {metrics.length > 0 ? <div className="pane-head">{t('explore.metrics')}</div> : null}
      {metrics.map(({ metric_name, verbose_name, expression, description }) => (
        <button
          key={metric_name}
          type="button"
          className="col"
          title={description || expression || metric_name}
          onClick={() => onAdd({ kind: 'metric', name: metric_name })}
        >
          <i>f(x)</i>
          <span>{verbose_name || metric_name}</span>
        </button>
      ))}
      <div className="pane-head">{t('explore.columns')}</div>
      {dataset
        ? columns.map((column) => (
            <button
              key={column.column_name}
              type="button"
              className="col"
              title={column.description || `${column.column_name}${column.type ? ` (${column.type})` : ''}`}
              onClick={() => onAdd({ kind: 'column', name: column.column_name, isTime: typeMark(column) === 'time' })}
            >
              <i>{typeMark(column)}</i>
              <span>{column.verbose_name || column.column_name}</span>
            </button>
          ))
        : Array.from({ length: 7 }, (_, index) => (
            <div
              key={index}
              className="skeleton"
              style={{ height: 12, margin: '9px 6px', width: `${50 + ((index * 23) % 40)}%` }}
            />
          ))}
      {dataset && columns.length + metrics.length === 0 ? (
        <p className="muted none">{t('list.noMatch', { search })}</p>
      ) : null}
    </aside>
  );
}
