import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { Tabs } from '../../ui/Tabs';
import { typeMark } from '../columnType';
import { buildFilter, filterValues, needsValue, operatorsFor, sqlFilter, takesMany, usualOperator } from '../filters';
import type { AdhocFilter } from '../form';
import { RangePicker } from '../time/RangePicker';
import { SqlForm } from './SqlForm';
import { ValueField } from './ValueField';

interface Props {
  readonly dataset: Dataset | undefined;
  readonly value: AdhocFilter | undefined;
  /** The column or metric to begin with. */
  readonly subject: string | undefined;
  readonly onDone: (filter: AdhocFilter) => void;
}

export function FilterEditor(props: Props) {
  const { t } = useTranslation();
  const { dataset, value, onDone } = props;
  const [way, setWay] = useState<'simple' | 'sql'>(value?.expressionType === 'SQL' ? 'sql' : 'simple');
  const [clause, setClause] = useState(value?.clause ?? 'WHERE');
  const panel = {
    simple: <SimpleFilter {...props} />,
    sql: (
      <>
        <div className="clauses" role="radiogroup" aria-label={t('explore.clause')}>
          {(['WHERE', 'HAVING'] as const).map((name) => (
            <button
              key={name}
              type="button"
              role="radio"
              aria-checked={name === clause}
              onClick={() => setClause(name)}
            >
              {name}
              <small>{t(`explore.clauseOf.${name}`)}</small>
            </button>
          ))}
        </div>
        <SqlForm
          key={clause}
          dataset={dataset}
          kind={clause === 'WHERE' ? 'where' : 'having'}
          sql={value?.expressionType === 'SQL' ? (value.sqlExpression ?? '') : ''}
          label=""
          unnamed
          placeholder={clause === 'WHERE' ? "origin IN ('ORD', 'ATL')" : 'COUNT(*) > 100'}
          onDone={(sql) => onDone(sqlFilter(sql, clause))}
        />
      </>
    ),
  };
  return (
    <div className="metric-editor">
      <Tabs
        label={t('explore.filter')}
        items={(['simple', 'sql'] as const).map((key) => ({ key, title: t(`explore.metricWay.${key}`) }))}
        value={way}
        onChange={setWay}
        panel={panel[way]}
      />
    </div>
  );
}

function SimpleFilter({ dataset, value, subject: first, onDone }: Props) {
  const { t } = useTranslation();
  const columns = (dataset?.columns ?? []).filter(({ filterable }) => filterable !== false);
  const metrics = dataset?.metrics ?? [];
  const columnOf = (name: string) => dataset?.columns.find(({ column_name }) => column_name === name);
  const [subject, setSubject] = useState(
    (value?.expressionType === 'SIMPLE' ? value.subject : undefined) ?? first ?? columns[0]?.column_name ?? '',
  );
  const column = columnOf(subject);
  const isMetric = !column && metrics.some(({ metric_name }) => metric_name === subject);
  const [chosen, setOperator] = useState(value?.operator ?? usualOperator(columnOf(subject)));
  const [values, setValues] = useState<readonly string[]>(value ? filterValues(value) : []);
  const offered = operatorsFor(column);
  const operator = offered.find((one) => one === chosen) ?? offered[0] ?? '==';
  const done = (next: readonly string[]) =>
    onDone(buildFilter(subject, operator, next, { numeric: isMetric || typeMark(column) === '123', metric: isMetric }));

  return (
    <form
      className="filter-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (!needsValue(operator) || values.some((text) => text.trim() !== '')) done(values);
      }}
    >
      <span className="select">
        <select
          className="input"
          data-autofocus
          value={subject}
          aria-label={t('explore.column')}
          onChange={(event) => {
            setSubject(event.currentTarget.value);
            setOperator(usualOperator(columnOf(event.currentTarget.value)));
            setValues([]);
          }}
        >
          {column || isMetric ? null : <option value={subject}>{subject}</option>}
          <optgroup label={t('explore.columns')}>
            {columns.map(({ column_name, verbose_name }) => (
              <option key={column_name} value={column_name}>
                {verbose_name || column_name}
              </option>
            ))}
          </optgroup>
          {metrics.length > 0 ? (
            <optgroup label={t('explore.metrics')}>
              {metrics.map(({ metric_name, verbose_name }) => (
                <option key={metric_name} value={metric_name}>
                  {verbose_name || metric_name}
                </option>
              ))}
            </optgroup>
          ) : null}
        </select>
      </span>
      <span className="select">
        <select
          className="input"
          value={operator}
          aria-label={t('explore.operator')}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if ((next === 'TEMPORAL_RANGE') !== (operator === 'TEMPORAL_RANGE')) setValues([]);
            setOperator(next);
          }}
        >
          {offered.map((name) => (
            <option key={name} value={name}>
              {t(`operator.${name}`)}
            </option>
          ))}
        </select>
      </span>
      {operator === 'TEMPORAL_RANGE' ? (
        <RangePicker value={values[0]} onApply={(range) => done([range])} />
      ) : (
        <>
          {needsValue(operator) ? (
            <ValueField
              key={`${subject} ${takesMany(operator)}`}
              dataset={dataset}
              column={isMetric ? undefined : column}
              many={takesMany(operator)}
              values={values}
              onChange={setValues}
            />
          ) : null}
          <button
            type="submit"
            className="btn primary small"
            disabled={needsValue(operator) && !values.some((text) => text.trim() !== '')}
          >
            {t('action.apply')}
          </button>
        </>
      )}
    </form>
  );
}
