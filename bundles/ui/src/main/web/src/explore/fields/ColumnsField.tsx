import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { typeMark } from '../DataPanel';
import { columnLabel, type ColumnValue } from '../form';
import { PickList, Well } from './Well';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly single: boolean;
  readonly value: readonly ColumnValue[];
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: ColumnValue | readonly ColumnValue[] | null) => void;
}

export function ColumnsField({ id, title, single, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const set = (names: readonly ColumnValue[]) => onChange(single ? (names[0] ?? null) : names);
  const markOf = (name: string) => typeMark(dataset?.columns.find(({ column_name }) => column_name === name));
  const pills = value.map((column, index) => ({
    key: typeof column === 'string' ? column : `sql ${index}`,
    mark: typeof column === 'string' ? markOf(column) : 'SQL',
    text: columnLabel(column, dataset),
  }));
  return (
    <Well
      id={id}
      pills={pills}
      single={single}
      placeholder={t('explore.addColumn')}
      onRemove={(index) => set(value.filter((_, other) => other !== index))}
      editor={(index, close) => (
        <PickList
          label={`${title}: ${t('explore.searchColumns')}`}
          options={(dataset?.columns ?? [])
            .filter(({ column_name }) => index !== undefined || !value.includes(column_name))
            .map((column) => ({
              key: column.column_name,
              mark: typeMark(column),
              text: column.verbose_name || column.column_name,
            }))}
          onPick={(name) => {
            set(index === undefined ? [...value, name] : value.map((old, other) => (other === index ? name : old)));
            close();
          }}
        />
      )}
    />
  );
}
