import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Value } from '../../api/types';
import { useFailureText } from '../../ui/failure';
import { isEmpty } from './extra';
import { list, takesFirst, takesMany, type NativeFilter } from './model';
import { RangeControl } from './RangeControl';
import { TimeControl } from './TimeControl';
import { useFilterBounds, useFilterValues, useTimeChoices, type Asking } from './useValues';
import { ValueSelect } from './ValueSelect';

export interface ControlProps {
  readonly filter: NativeFilter;
  /** What is chosen; undefined where that is not settled yet. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** The first value there is, for filters that take it by themselves. */
  readonly onFirst?: ((value: unknown) => void) | undefined;
  readonly asking: Asking;
  readonly invalid?: boolean;
}

/** The field of one filter, by its type; what it offers is asked at the warehouse. */
export function FilterControl(props: ControlProps) {
  const { filter, value, onChange, asking, invalid = false } = props;
  switch (filter.type) {
    case 'filter_select':
      return <SelectControl {...props} />;
    case 'filter_range':
      return <BoundsControl {...props} />;
    case 'filter_time':
      return <TimeControl label={filter.name} value={value} onChange={onChange} invalid={invalid} />;
    case 'filter_timecolumn':
    case 'filter_timegrain':
      return <ChoiceControl filter={filter} value={value} onChange={onChange} asking={asking} invalid={invalid} />;
  }
}

function SelectControl({ filter, value, onChange, onFirst, asking, invalid = false }: ControlProps) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const all = useFilterValues(filter, '', asking);
  const atWarehouse = filter.controls['searchAllOptions'] === true || all.data?.whole === false;
  const found = useFilterValues(filter, search, { ...asking, enabled: atWarehouse && search !== '' });
  const searching = atWarehouse && search !== '';
  const shown = searching ? found : all;
  const many = takesMany(filter);
  const chosen = useMemo(
    () => (isEmpty(value) ? [] : list(Array.isArray(value) ? value : [value])) as readonly Value[],
    [value],
  );
  const values = shown.data?.values;
  const options = useMemo(() => {
    const offered = values ?? [];
    const kept = searching ? [] : chosen.filter((one) => !offered.includes(one));
    return [...kept, ...offered].map((one) => ({
      value: one,
      label: one === null ? t('filters.null') : one === '' ? t('filters.blank') : String(one),
    }));
  }, [values, chosen, searching, t]);

  const first = all.isPlaceholderData ? undefined : all.data?.values.find((one) => one !== null);
  const settled = all.isSuccess && !all.isPlaceholderData;
  const failed = all.isError;
  const byItself = takesFirst(filter) && value === undefined && (settled || failed);
  useEffect(() => {
    if (byItself) onFirst?.(first === undefined ? null : [first]);
  }, [byItself, first, onFirst]);
  useDroppedByParents({ filter, chosen, settled, all: all.data, asking, onChange, onFirst, first });

  const placeholder = all.data
    ? t('filters.options', { count: all.data.values.length, more: all.data.whole ? '' : '+' })
    : filter.datasetId === undefined || !filter.column
      ? t('filters.noTarget')
      : t('filters.choose');
  return (
    <ValueSelect
      label={filter.name}
      options={options}
      chosen={chosen}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
      many={many}
      placeholder={placeholder}
      search={text}
      onSearch={setText}
      busy={shown.isFetching || text.trim() !== search}
      problem={shown.error ? failureText(shown.error).title : undefined}
      more={shown.data?.whole === false}
      creatable={filter.controls['creatable'] === true}
      invalid={invalid}
      testId={`filter-select-${filter.name}`}
    />
  );
}

interface Dropping {
  readonly filter: NativeFilter;
  readonly chosen: readonly Value[];
  readonly settled: boolean;
  readonly all: { readonly values: readonly Value[]; readonly whole: boolean } | undefined;
  readonly asking: Asking;
  readonly onChange: (value: unknown) => void;
  readonly onFirst: ((value: unknown) => void) | undefined;
  readonly first: Value | undefined;
}

/** When the parents of a filter change, values they no longer leave are taken out. */
function useDroppedByParents({ filter, chosen, settled, all, asking, onChange, onFirst, first }: Dropping) {
  const under = JSON.stringify(asking.parents);
  const seen = useRef(under);
  useEffect(() => {
    if (!settled || seen.current === under) return;
    seen.current = under;
    if (!all?.whole || filter.controls['creatable'] === true) return;
    const left = chosen.filter((one) => all.values.includes(one));
    if (left.length === chosen.length) return;
    if (left.length === 0 && takesFirst(filter) && first !== undefined) onFirst?.([first]);
    else onChange(left.length > 0 ? left : null);
  }, [under, settled, all, chosen, filter, first, onChange, onFirst]);
}

function BoundsControl({ filter, value, onChange, asking }: ControlProps) {
  const bounds = useFilterBounds(filter, asking);
  const failureText = useFailureText();
  return (
    <>
      <RangeControl filter={filter} value={value} bounds={bounds.data} onChange={onChange} />
      {bounds.error ? <span className="problem">{failureText(bounds.error).title}</span> : null}
    </>
  );
}

function ChoiceControl({ filter, value, onChange, asking, invalid = false }: ControlProps) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const [text, setText] = useState('');
  const choices = useTimeChoices(filter, asking.enabled ?? true);
  const label = (one: { readonly value: string; readonly label: string }) =>
    filter.type === 'filter_timegrain' ? t(`filters.grains.${one.value}`, { defaultValue: one.label }) : one.label;
  const chosen = isEmpty(value) ? [] : (list(Array.isArray(value) ? value : [value]) as readonly Value[]);
  return (
    <ValueSelect
      label={filter.name}
      options={(choices.data ?? []).map((one) => ({ value: one.value, label: label(one) }))}
      chosen={chosen}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
      many={false}
      placeholder={t(filter.type === 'filter_timegrain' ? 'filters.chartsGrain' : 'filters.chartsTime')}
      search={text}
      onSearch={setText}
      busy={choices.isFetching}
      problem={choices.error ? failureText(choices.error).title : undefined}
      invalid={invalid}
      testId={`filter-select-${filter.name}`}
    />
  );
}
