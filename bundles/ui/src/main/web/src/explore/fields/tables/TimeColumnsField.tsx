import { useTranslation } from 'react-i18next';
import { Well } from '../Well';
import { TimeColumnEditor } from './TimeColumnEditor';
import { timeColumnsOf, type TimeColumn } from './timeColumns';
import './words';
import './tables.css';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: readonly TimeColumn[]) => void;
}

/** The columns of a table over time, as pills in their order. */
export function TimeColumnsField({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const columns = timeColumnsOf(value);
  return (
    <Well
      id={id}
      wide
      placeholder={t('tables.addColumn')}
      pills={columns.map(({ key, label, colType }) => ({ key, mark: t(`tables.sign_${colType}`), text: label || key }))}
      onRemove={(index) => onChange(columns.filter((_, at) => at !== index))}
      onMove={(from, to) => {
        const next = [...columns];
        next.splice(to, 0, ...next.splice(from, 1));
        onChange(next);
      }}
      editor={(index, close) => (
        <TimeColumnEditor
          column={index === undefined ? undefined : columns[index]}
          taken={columns.map(({ key }) => key)}
          onDone={(column) => {
            onChange(
              index === undefined ? [...columns, column] : columns.map((old, at) => (at === index ? column : old)),
            );
            close();
          }}
        />
      )}
    />
  );
}
