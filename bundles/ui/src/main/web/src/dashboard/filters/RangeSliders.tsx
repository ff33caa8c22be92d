import { RangeSlider, Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Bounds } from './extra';

interface Props {
  readonly kind: 0 | 1 | 2 | undefined;
  readonly from: number | null;
  readonly to: number | null;
  readonly bounds: readonly [number, number];
  readonly label: string;
  readonly onChange: (value: Bounds) => void;
}

/** A range over what there is, drawn with one thumb or two. */
export default function RangeSliders({ kind, from, to, bounds, label, onChange }: Props) {
  const { t } = useTranslation();
  const [least, greatest] = bounds;
  const whole = Number.isInteger(least) && Number.isInteger(greatest);
  const step = whole ? Math.max(1, Math.round((greatest - least) / 1000)) : (greatest - least) / 1000;
  const inside = (one: number) => Math.min(greatest, Math.max(least, one));
  const common = {
    min: least,
    max: greatest,
    step,
    size: 4,
    thumbSize: 14,
    label: (one: number) => String(whole ? one : +one.toPrecision(6)),
  };
  if (kind === undefined) {
    const ends: [number, number] = [inside(from ?? least), inside(to ?? greatest)];
    return (
      <RangeSlider
        {...common}
        key={ends.join()}
        defaultValue={ends[0] <= ends[1] ? ends : [ends[1], ends[0]]}
        minRange={0}
        thumbFromLabel={`${label}: ${t('filters.from')}`}
        thumbToLabel={`${label}: ${t('filters.to')}`}
        onChangeEnd={([low, high]) => onChange([low <= least ? null : low, high >= greatest ? null : high])}
      />
    );
  }
  const now = inside(kind === 2 ? (to ?? greatest) : (from ?? least));
  return (
    <Slider
      {...common}
      key={now}
      defaultValue={now}
      thumbLabel={label}
      onChangeEnd={(one) => onChange(kind === 0 ? [one, null] : kind === 1 ? [one, one] : [null, one])}
    />
  );
}
