import { useTranslation } from 'react-i18next';
import { useGrains } from '../useGrains';
import { SelectField, type Choice } from './plain';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly datasetId: number | undefined;
  /** What the descriptor lists, while or where the database tells nothing. */
  readonly choices: readonly Choice[];
  readonly onChange: (value: unknown) => void;
}

export function GrainField({ id, value, datasetId, choices, onChange }: Props) {
  const { t } = useTranslation();
  const grains = useGrains(datasetId);
  const offered = grains
    ? [{ value: null, title: t('explore.noGrain') }, ...grains.map((grain) => named(grain, choices))]
    : choices;
  return <SelectField id={id} value={value} choices={offered} free={false} onChange={onChange} />;
}

const named = (grain: Choice, choices: readonly Choice[]): Choice =>
  choices.find(({ value }) => value === grain.value) ?? grain;
