import { useTranslation } from 'react-i18next';
import { asValues, viewLimits, viewParts } from './shapes';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: Readonly<Record<string, number>> | null) => void;
}

/** Where a map begins; nothing: where its data are. */
export function ViewportField({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const view = asValues(value);
  const set = (part: string, number: number | undefined) => {
    const next: Record<string, number> = {};
    for (const one of viewParts) {
      const kept = one === part ? number : view[one];
      if (typeof kept === 'number' && Number.isFinite(kept)) next[one] = kept;
    }
    onChange(Object.keys(next).length > 0 ? next : null);
  };
  return (
    <div className="viewport">
      {viewParts.map((part, index) => {
        const [least, most] = viewLimits[part];
        const number = view[part];
        return (
          <input
            key={part}
            id={index === 0 ? id : undefined}
            className="input"
            type="number"
            step="any"
            min={least}
            max={most}
            aria-label={t(`explore.map.${part}`)}
            placeholder={t(`explore.map.${part}`)}
            value={typeof number === 'number' ? Math.round(number * 1e5) / 1e5 : ''}
            onChange={(event) =>
              set(part, event.currentTarget.value === '' ? undefined : event.currentTarget.valueAsNumber)
            }
          />
        );
      })}
    </div>
  );
}
