import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../api/types';
import { goneInFilter } from '../checks';
import { inserted, moved, useDrag, type Drag } from '../drag';
import { describeFilter } from '../filters';
import { asFilters, type AdhocFilter } from '../form';
import { useRangeWords } from '../time/useRangeWords';
import { FilterEditor } from './FilterEditor';
import { useBroken } from './useBroken';
import { Well } from './Well';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly value: unknown;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: readonly AdhocFilter[]) => void;
}

export function FiltersField({ id, name, value, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const broken = useBroken(dataset);
  const rangeWords = useRangeWords();
  const { drop, end } = useDrag();
  const [subject, setSubject] = useState<string>();
  const filters = asFilters(value);
  const put = (index: number | undefined, filter: AdhocFilter) =>
    onChange(
      index === undefined ? [...filters, filter] : filters.map((old, other) => (other === index ? filter : old)),
    );

  const onDropped = ({ what }: Drag, at: number) => {
    if (what.kind === 'filter') {
      drop(name, inserted(filters, what.filter, at));
      return undefined;
    }
    const named =
      what.kind === 'column' && typeof what.column === 'string'
        ? what.column
        : what.kind === 'metric' && typeof what.metric === 'string'
          ? what.metric
          : undefined;
    setSubject(named);
    end();
    return named === undefined ? undefined : 'new';
  };
  return (
    <Well
      id={id}
      name={name}
      wide
      placeholder={t('explore.addFilter')}
      pills={filters.map((filter, index) => {
        const text = describeFilter(filter, dataset, rangeWords);
        return {
          key: `${index} ${text}`,
          mark: filter.expressionType === 'SQL' ? filter.clause : undefined,
          text,
          carries: { kind: 'filter', filter },
          broken: broken(goneInFilter(filter, dataset)),
        };
      })}
      accepts={(what) =>
        what.kind === 'filter' ||
        (what.kind === 'column' && typeof what.column === 'string') ||
        (what.kind === 'metric' && typeof what.metric === 'string')
      }
      onDropped={onDropped}
      onMove={(from, to) => onChange(moved(filters, from, to))}
      onReplace={(index, key) => {
        const old = filters[index];
        if (old) put(index, { ...old, subject: key });
      }}
      onRemove={(index) => onChange(filters.filter((_, other) => other !== index))}
      editor={(index, close) => (
        <FilterEditor
          dataset={dataset}
          subject={index === undefined ? subject : undefined}
          value={index === undefined ? undefined : filters[index]}
          onDone={(filter) => {
            put(index, filter);
            setSubject(undefined);
            close();
          }}
        />
      )}
    />
  );
}
