import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/queries';
import type { DatasetRow } from '../api/types';
import { Icon } from '../ui/Icon';
import { SearchField } from '../ui/SearchField';
import { EmptyState, FailureState } from '../ui/States';

interface Props {
  readonly chosen: number | undefined;
  readonly onChoose: (dataset: DatasetRow) => void;
}

/** Datasets to choose one from, searched on the server. */
export function DatasetList({ chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const filters = search ? [{ col: 'table_name', opr: 'ct', value: search }] : [];
  const list = useList<DatasetRow>('dataset', {
    filters,
    order_column: 'table_name',
    order_direction: 'asc',
    page: 0,
    page_size: 50,
  });
  const rows = list.data?.result;
  return (
    <div className="dataset-list">
      <SearchField value={text} onChange={setText} label={t('list.search.dataset')} />
      {list.error ? <FailureState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {rows?.length === 0 ? <EmptyState title={search ? t('list.noMatch', { search }) : t('list.empty')} /> : null}
      <ul className="scroll" role="listbox" aria-label={t('nav.datasets')} data-testid="dataset-choices">
        {(rows ?? []).map((row) => (
          <li key={row.id} role="presentation">
            <button
              type="button"
              role="option"
              aria-selected={row.id === chosen}
              data-testid="dataset-choice"
              data-name={row.table_name}
              onClick={() => onChoose(row)}
            >
              <Icon name="datasets" size={14} />
              <b>{row.table_name}</b>
              <span className="muted">
                {row.database?.database_name}
                {row.schema ? ` · ${row.schema}` : ''}
              </span>
              <span className="badge">{t(`dataset.${row.kind}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
