import { useTranslation } from 'react-i18next';
import type { Dataset, FormValues } from '../../../api/types';
import { Well } from '../Well';
import { ColumnEditor } from './ColumnEditor';
import { changed, type ColumnConfig, configsOf } from './columnConfig';
import { shownColumns, type Kind } from './shownColumns';
import './words';
import './tables.css';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly form: FormValues;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: Readonly<Record<string, ColumnConfig>>) => void;
}

const marks: Readonly<Record<Kind, string>> = { number: '#', text: 'A', time: '◷', boolean: '✓' };

/** Every column of the table as a pill: a click opens what can be said about it, the cross takes that back. */
export function ColumnConfigField({ id, value, form, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const configs = configsOf(value);
  const columns = shownColumns(form, dataset);
  if (columns.length === 0) return <p className="muted none">{t('tables.noColumns')}</p>;
  return (
    <Well
      id={id}
      single
      placeholder={t('tables.noColumns')}
      pills={columns.map(({ name, label, kind }) => {
        const config = configs[name];
        return {
          key: name,
          mark: config?.visible === false ? '–' : marks[kind],
          text: config?.customColumnName || label,
          hint: config ? t('tables.changed') : t('tables.unchanged'),
        };
      })}
      onRemove={(index) => {
        const name = columns[index]?.name ?? '';
        onChange(Object.fromEntries(Object.entries(configs).filter(([other]) => other !== name)));
      }}
      editor={(index) => {
        const column = index === undefined ? undefined : columns[index];
        return column ? (
          <ColumnEditor
            column={column}
            config={configs[column.name] ?? {}}
            onChange={(patch) => onChange(changed(configs, column.name, patch))}
          />
        ) : null;
      }}
    />
  );
}
