import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { aboutField } from './FormField';

const units = { minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof units;
const names = Object.keys(units) as readonly Unit[];

const unitOf = (seconds: number): Unit =>
  [...names].reverse().find((unit) => seconds > 0 && seconds % units[unit] === 0) ?? 'minutes';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly seconds: number;
  readonly onChange: (seconds: number) => void;
  readonly problem?: string | undefined;
}

/** A length of time in the unit people think of it. */
export function DurationField({ id, label, seconds, onChange, problem }: Props) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState(() => unitOf(seconds));
  const set = (count: number, next: Unit) => onChange(Math.max(1, Math.round(count)) * units[next]);
  const count = Math.max(1, Math.round(seconds / units[unit]));
  return (
    <div className="duration">
      <input
        {...aboutField(id, problem)}
        className="input"
        type="number"
        min={1}
        value={count}
        onChange={(event) => set(Number(event.currentTarget.value), unit)}
      />
      <select
        className="input"
        aria-label={t('alerts.unitOf', { name: label })}
        value={unit}
        onChange={(event) => {
          const next = event.currentTarget.value as Unit;
          setUnit(next);
          set(count, next);
        }}
      >
        {names.map((one) => (
          <option key={one} value={one}>
            {t(`alerts.units.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
