import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../../i18n';
import { useFailureText } from '../../ui/failure';
import { parseTime } from '../../ui/time';
import { EndField } from './EndField';
import { firstOf, moreUnits, rangeKinds, readRange, units, writeRange, type Range } from './rangeWords';
import { useBounds, type Bounds } from './useBounds';
import './range.css';

interface Props {
  readonly value: string | undefined;
  readonly onApply: (words: string) => void;
}

/** Any range of time that Superset has words for, with what it means now below. */
export function RangePicker({ value, onApply }: Props) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const [range, setRange] = useState<Range>(() => (value ? readRange(value) : { kind: 'last', count: 7, unit: 'day' }));
  const words = writeRange(range);
  const [asked] = useDebouncedValue(words, 200);
  const bounds = useBounds(asked, range.kind !== 'none');
  const failure = bounds.error ? failureText(bounds.error) : undefined;
  return (
    <div className="range-picker" data-testid="range-picker">
      <div className="range-kinds" role="radiogroup" aria-label={t('explore.range.kind')}>
        {rangeKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            role="radio"
            aria-checked={range.kind === kind}
            className={range.kind === kind ? 'chip on' : 'chip'}
            data-testid={`range-${kind}`}
            onClick={() => setRange(firstOf(kind, range))}
          >
            {t(`explore.range.kinds.${kind}`)}
          </button>
        ))}
      </div>
      <RangeFields range={range} onChange={setRange} />
      <div className="range-means">
        <span role="status" className={failure ? 'problem' : 'muted'} data-testid="range-bounds">
          {failure ? failure.text : range.kind === 'none' ? t('explore.range.all') : <Meaning bounds={bounds.data} />}
        </span>
        <button
          type="button"
          className="btn primary small"
          disabled={failure !== undefined}
          onClick={() => onApply(words)}
          data-testid="range-apply"
        >
          {t('action.apply')}
        </button>
      </div>
    </div>
  );
}

function Meaning({ bounds }: { bounds: Bounds | undefined }) {
  const { t } = useTranslation();
  if (!bounds) return <>…</>;
  const format = new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const text = (moment: string | null) => (moment ? format.format(parseTime(moment)) : t('explore.range.open'));
  return (
    <>
      {text(bounds.since)} ≤ t &lt; {text(bounds.until)} UTC
    </>
  );
}

function RangeFields({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const { t } = useTranslation();
  switch (range.kind) {
    case 'last':
      return (
        <div className="range-last">
          <span>{t('explore.range.kinds.last')}</span>
          <input
            className="input"
            type="number"
            min={1}
            max={999_999}
            aria-label={t('explore.range.count')}
            value={range.count}
            onChange={(event) =>
              onChange({ ...range, count: Math.max(1, Math.round(event.currentTarget.valueAsNumber || 1)) })
            }
          />
          <span className="select">
            <select
              className="input"
              aria-label={t('explore.range.unit')}
              value={range.unit}
              onChange={(event) =>
                onChange({ ...range, unit: moreUnits.find((unit) => unit === event.currentTarget.value) ?? 'day' })
              }
            >
              {moreUnits.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`explore.range.units.${unit}`, { count: range.count })}
                </option>
              ))}
            </select>
          </span>
        </div>
      );
    case 'previous':
    case 'current':
      return (
        <div className="range-whole" role="radiogroup" aria-label={t('explore.range.unit')}>
          {units.map((unit) => (
            <button
              key={unit}
              type="button"
              role="radio"
              aria-checked={range.unit === unit}
              className={range.unit === unit ? 'chip on' : 'chip'}
              onClick={() => onChange({ ...range, unit })}
            >
              {t(`explore.range.${range.kind}.${unit}`)}
            </button>
          ))}
        </div>
      );
    case 'custom':
      return (
        <div className="range-custom">
          <EndField
            title={t('explore.range.from')}
            end={range.from}
            onChange={(from) => onChange({ ...range, from })}
          />
          <EndField title={t('explore.range.to')} end={range.to} onChange={(to) => onChange({ ...range, to })} />
        </div>
      );
    case 'advanced':
      return (
        <div className="field">
          <input
            className="input code"
            value={range.text}
            aria-label={t('explore.range.kinds.advanced')}
            placeholder={'DATETRUNC(DATETIME("today"), month) : now'}
            spellCheck={false}
            onChange={(event) => onChange({ kind: 'advanced', text: event.currentTarget.value })}
          />
          <span className="hint">{t('explore.range.advancedHint')}</span>
        </div>
      );
    case 'none':
      return null;
  }
}
