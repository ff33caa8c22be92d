import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { currentLocale } from '../../i18n';
import { typeMark } from '../DataPanel';
import { buildFilter, describeFilter, filterText, needsValue, operators } from '../filters';
import { asFilters, type AdhocFilter } from '../form';
import { Well } from './Well';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: readonly AdhocFilter[]) => void;
}

export function FiltersField({ id, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const filters = asFilters(value);
  return (
    <Well
      id={id}
      placeholder={t('explore.addFilter')}
      pills={filters.map((filter, index) => ({
        key: String(index),
        text: describeFilter(filter, dataset, currentLocale()),
      }))}
      onRemove={(index) => onChange(filters.filter((_, other) => other !== index))}
      editor={(index, close) => (
        <FilterEditor
          dataset={dataset}
          value={index === undefined ? undefined : filters[index]}
          onDone={(filter) => {
            onChange(
              index === undefined
                ? [...filters, filter]
                : filters.map((old, other) => (other === index ? filter : old)),
            );
            close();
          }}
        />
      )}
    />
  );
}

interface EditorProps {
  readonly dataset: Dataset | undefined;
  readonly value: AdhocFilter | undefined;
  readonly onDone: (filter: AdhocFilter) => void;
}

function FilterEditor({ dataset, value, onDone }: EditorProps) {
  const { t } = useTranslation();
  const columns = dataset?.columns ?? [];
  const [subject, setSubject] = useState(value?.subject ?? columns[0]?.column_name ?? '');
  const [operator, setOperator] = useState(value?.operator ?? '==');
  const [text, setText] = useState(value ? filterText(value) : '');
  const [sql, setSql] = useState(value?.sqlExpression ?? '');
  const column = columns.find(({ column_name }) => column_name === subject);
  const many = operator === 'IN' || operator === 'NOT IN';

  const submit = () => {
    if (value?.expressionType === 'SQL') onDone({ ...value, sqlExpression: sql });
    else onDone(buildFilter(subject, operator, text, typeMark(column) === '123'));
  };
  return (
    <form
      className="filter-editor"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {value?.expressionType === 'SQL' ? (
        <textarea
          className="input code"
          rows={3}
          value={sql}
          aria-label="SQL"
          onChange={(event) => setSql(event.currentTarget.value)}
        />
      ) : (
        <>
          <span className="select">
            <select
              className="input"
              value={subject}
              aria-label={t('explore.column')}
              onChange={(event) => setSubject(event.currentTarget.value)}
            >
              {columns.map(({ column_name, verbose_name }) => (
                <option key={column_name} value={column_name}>
                  {verbose_name || column_name}
                </option>
              ))}
            </select>
          </span>
          <span className="select">
            <select
              className="input"
              value={operator}
              aria-label={t('explore.operator')}
              onChange={(event) => setOperator(event.currentTarget.value)}
            >
              {operators.map((name) => (
                <option key={name} value={name}>
                  {t(`operator.${name}`)}
                </option>
              ))}
            </select>
          </span>
          {needsValue(operator) ? (
            <input
              className="input"
              value={text}
              aria-label={t('explore.value')}
              placeholder={
                operator === 'TEMPORAL_RANGE'
                  ? '2001-01-01 : 2001-02-01'
                  : many
                    ? t('explore.values')
                    : t('explore.value')
              }
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ) : null}
        </>
      )}
      <button
        type="submit"
        className="btn primary small"
        disabled={needsValue(operator) && !text.trim() && !sql.trim()}
      >
        {t('action.apply')}
      </button>
    </form>
  );
}
