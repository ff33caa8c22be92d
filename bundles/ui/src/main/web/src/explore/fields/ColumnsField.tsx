import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { Tabs } from '../../ui/Tabs';
import { goneInColumn } from '../checks';
import { inserted, moved, useDrag, type Drag } from '../drag';
import { columnLabel, sqlColumn, type AdhocColumn, type ColumnValue } from '../form';
import { typeMark } from '../columnType';
import { GrainField } from './GrainField';
import { SqlForm } from './SqlForm';
import { useBroken } from './useBroken';
import { PickList, Well } from './Well';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly single: boolean;
  readonly value: readonly ColumnValue[];
  readonly dataset: Dataset | undefined;
  /** Only columns that tell time. */
  readonly temporal?: boolean;
  /** What stands there without a choice, and need not be a column. */
  readonly preset?: unknown;
  readonly onChange: (value: ColumnValue | readonly ColumnValue[] | null) => void;
}

export function ColumnsField({ id, name, title, single, value, dataset, temporal = false, preset, onChange }: Props) {
  const { t } = useTranslation();
  const broken = useBroken(dataset);
  const { drop } = useDrag();
  const shaped = (columns: readonly ColumnValue[]) => (single ? (columns[0] ?? null) : columns);
  const set = (columns: readonly ColumnValue[]) => onChange(shaped(columns));
  const put = (index: number | undefined, column: ColumnValue) =>
    set(index === undefined ? [...value, column] : value.map((old, other) => (other === index ? column : old)));
  const markOf = (column: string) => typeMark(dataset?.columns.find(({ column_name }) => column_name === column));

  const onDropped = ({ what }: Drag, at: number) => {
    if (what.kind !== 'column') return undefined;
    const known = typeof what.column === 'string' && value.includes(what.column);
    drop(name, single ? what.column : known ? value : inserted(value, what.column, at));
    return undefined;
  };
  return (
    <Well
      id={id}
      name={name}
      single={single}
      wide
      placeholder={t('explore.addColumn')}
      pills={value.map((column, index) => ({
        key: typeof column === 'string' ? column : `sql ${index}`,
        mark: typeof column === 'string' ? markOf(column) : 'SQL',
        text: columnLabel(column, dataset),
        hint: typeof column === 'string' ? column : (column.sqlExpression ?? undefined),
        carries: { kind: 'column', column },
        broken: column === preset ? undefined : broken(goneInColumn(column, dataset)),
      }))}
      accepts={(what) => what.kind === 'column'}
      onDropped={onDropped}
      onMove={(from, to) => set(moved(value, from, to))}
      onReplace={put}
      onRemove={(index) => set(value.filter((_, other) => other !== index))}
      editor={(index, close) => (
        <ColumnEditor
          title={title}
          dataset={dataset}
          temporal={temporal}
          taken={index === undefined ? value : []}
          value={index === undefined ? undefined : value[index]}
          onDone={(column) => {
            put(index, column);
            close();
          }}
        />
      )}
    />
  );
}

interface EditorProps {
  readonly title: string;
  readonly dataset: Dataset | undefined;
  readonly temporal: boolean;
  readonly taken: readonly ColumnValue[];
  readonly value: ColumnValue | undefined;
  readonly onDone: (column: ColumnValue) => void;
}

function ColumnEditor({ title, dataset, temporal, taken, value, onDone }: EditorProps) {
  const { t } = useTranslation();
  const adhoc: AdhocColumn | undefined = typeof value === 'object' ? value : undefined;
  const [way, setWay] = useState<'column' | 'sql'>(adhoc ? 'sql' : 'column');
  const [grain, setGrain] = useState(adhoc?.timeGrain ?? null);
  const grainId = useId();
  const panel = {
    column: (
      <PickList
        label={`${title}: ${t('explore.searchColumns')}`}
        chosen={typeof value === 'string' ? value : undefined}
        options={(dataset?.columns ?? [])
          .filter((column) => !taken.includes(column.column_name) && (!temporal || typeMark(column) === 'time'))
          .map((column) => ({
            key: column.column_name,
            mark: typeMark(column),
            text: column.verbose_name || column.column_name,
          }))}
        onPick={onDone}
      />
    ),
    sql: (
      <SqlForm
        dataset={dataset}
        kind="column"
        sql={adhoc?.sqlExpression ?? ''}
        label={adhoc && adhoc.label !== adhoc.sqlExpression ? (adhoc.label ?? '') : ''}
        placeholder="UPPER(origin)"
        onDone={(sql, label) => onDone(sqlColumn(sql, label, grain))}
      >
        <div className="sql-form-grain">
          <label className="muted" htmlFor={grainId}>
            {t('explore.columnGrain')}
          </label>
          <GrainField
            id={grainId}
            value={grain}
            datasetId={dataset?.id}
            choices={[{ value: null, title: t('explore.noGrain') }]}
            onChange={(chosen) => setGrain(typeof chosen === 'string' ? chosen : null)}
          />
        </div>
      </SqlForm>
    ),
  };
  return (
    <div className="metric-editor">
      <Tabs
        label={title}
        items={(['column', 'sql'] as const).map((key) => ({ key, title: t(`explore.columnWay.${key}`) }))}
        value={way}
        onChange={setWay}
        panel={panel[way]}
      />
    </div>
  );
}
