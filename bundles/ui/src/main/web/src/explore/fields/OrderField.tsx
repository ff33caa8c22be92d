import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { columnLabel } from '../form';
import { readOrder, writeOrder, type OrderItem } from '../order';
import { PickList, Well } from './Well';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly value: unknown;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: readonly string[]) => void;
}

/** Columns to order by, one after the other, each up or down. */
export function OrderField({ id, title, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const items = readOrder(value);
  const set = (next: readonly OrderItem[]) => onChange(next.map(writeOrder));
  const keyOf = ({ column, ascending }: OrderItem) => JSON.stringify([column, ascending]);
  const options = (dataset?.columns ?? []).flatMap(({ column_name }) =>
    [true, false].map((ascending) => ({
      key: keyOf({ column: column_name, ascending }),
      mark: ascending ? '↑' : '↓',
      text: columnLabel(column_name, dataset),
    })),
  );
  return (
    <Well
      id={id}
      pills={items.map((item) => ({
        key: item.column,
        mark: item.ascending ? '↑' : '↓',
        text: columnLabel(item.column, dataset),
      }))}
      placeholder={t('explore.addOrder')}
      onRemove={(index) => set(items.filter((_, other) => other !== index))}
      editor={(index, close) => (
        <PickList
          label={`${title}: ${t('explore.searchColumns')}`}
          options={options}
          onPick={(key) => {
            const [picked] = readOrder([key]);
            if (picked)
              set(
                index === undefined
                  ? [...items.filter(({ column }) => column !== picked.column), picked]
                  : items.map((old, other) => (other === index ? picked : old)),
              );
            close();
          }}
        />
      )}
    />
  );
}
