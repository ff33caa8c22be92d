import { useTranslation } from 'react-i18next';
import { moreUnits, type End } from './rangeWords';

const kinds = ['day', 'ago', 'ahead', 'now', 'today', 'open'] as const;

const first = (kind: End['kind']): End => {
  switch (kind) {
    case 'day':
      return { kind, at: new Date().toISOString().slice(0, 10) };
    case 'ago':
    case 'ahead':
      return { kind, count: 7, unit: 'day' };
    default:
      return { kind };
  }
};

interface Props {
  readonly title: string;
  readonly end: End;
  readonly onChange: (end: End) => void;
}

/** One end of a range: a moment, or one told from now. */
export function EndField({ title, end, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="range-end" role="group" aria-label={title}>
      <span className="label">{title}</span>
      <span className="select">
        <select
          className="input"
          aria-label={title}
          value={end.kind}
          onChange={(event) => {
            const kind = kinds.find((one) => one === event.currentTarget.value);
            if (kind) onChange(first(kind));
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`explore.range.end.${kind}`)}
            </option>
          ))}
        </select>
      </span>
      {end.kind === 'day' ? (
        <input
          className="input"
          type="datetime-local"
          step={1}
          aria-label={t('explore.range.moment')}
          value={end.at.includes('T') ? end.at : `${end.at}T00:00:00`}
          onChange={(event) => {
            const at = event.currentTarget.value;
            if (at) onChange({ kind: 'day', at: at.replace(/T00:00(:00)?$/, '') });
          }}
        />
      ) : null}
      {end.kind === 'ago' || end.kind === 'ahead' ? (
        <div className="pair">
          <input
            className="input"
            type="number"
            min={1}
            aria-label={t('explore.range.count')}
            value={end.count}
            onChange={(event) =>
              onChange({ ...end, count: Math.max(1, Math.round(event.currentTarget.valueAsNumber || 1)) })
            }
          />
          <span className="select">
            <select
              className="input"
              aria-label={t('explore.range.unit')}
              value={end.unit}
              onChange={(event) =>
                onChange({ ...end, unit: moreUnits.find((unit) => unit === event.currentTarget.value) ?? 'day' })
              }
            >
              {moreUnits.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`explore.range.units.${unit}`, { count: end.count })}
                </option>
              ))}
            </select>
          </span>
        </div>
      ) : null}
    </div>
  );
}
