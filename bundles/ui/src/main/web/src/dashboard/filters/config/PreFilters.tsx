import { useId } from 'react';
import type { Dataset } from '../../../api/types';
import { FiltersField } from '../../../explore/fields/FiltersField';
import '../../../explore/controls.css';
import '../../../explore/words';
import type { Raw } from '../model';

interface Props {
  readonly value: readonly Raw[];
  readonly dataset: Dataset | undefined;
  readonly onChange: (filters: readonly Raw[]) => void;
}

/** Conditions on the rows that values are taken from, edited as in explore. */
export default function PreFilters({ value, dataset, onChange }: Props) {
  const id = useId();
  return (
    <FiltersField
      id={id}
      name=""
      value={value}
      dataset={dataset}
      onChange={(filters) => onChange(filters.map((one) => ({ ...one }) as Raw))}
    />
  );
}
