import type { Chart } from '../../../api/types';
import { useList } from '../../../api/queries';
import { ChoicesField } from '../ChoicesField';
import { SelectField, type Choice } from '../plain';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly value: unknown;
  /** One chart instead of any number. */
  readonly single: boolean;
  /** Which types may be chosen; all without any. */
  readonly vizTypes: readonly string[];
  readonly onChange: (value: unknown) => void;
}

/** Superset keeps a single chart as JSON of all it knew of it. */
function idOf(value: unknown): unknown {
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return value;
  try {
    return (JSON.parse(value) as { id?: unknown }).id;
  } catch {
    return undefined;
  }
}

/** Saved charts, by name. */
export function ChartsField({ id, title, value, single, vizTypes, onChange }: Props) {
  const { data } = useList<Chart>('chart', { order_column: 'slice_name', order_direction: 'asc', page_size: 500 });
  const fitting = (data?.result ?? []).filter((one) => vizTypes.length === 0 || vizTypes.includes(one.viz_type));
  const choices: readonly Choice[] = fitting.map((one) => ({ value: one.id, title: one.slice_name }));
  if (single) return <SelectField id={id} value={idOf(value)} choices={choices} free={false} onChange={onChange} />;
  return <ChoicesField id={id} title={title} value={value} choices={choices} onChange={onChange} />;
}
