import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../i18n';
import { RangeCalendar } from './RangeCalendar';
import { describeDates, fromRange, isComplete, monthsWithin, presets, spanOf, toRange, type Dates } from './timeRange';
import './timeRange.css';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (range: string | undefined) => void;
  readonly extent: readonly [number, number] | undefined;
}

export function TimeRangePanel({ value, onChange, extent }: Props) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const [dates, setDates] = useState<Dates>(() => fromRange(value ?? '') ?? { from: '', to: '' });
  const months = extent ? monthsWithin(extent) : [];
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const chosen = (range: string) => (value === range ? 'chip on' : 'chip');
  const complete = isComplete(dates);
  const backwards = dates.from !== '' && dates.to !== '' && dates.from > dates.to;

  return (
    <div className="range-panel" data-testid="time-panel">
      <div className="range-quick">
        <button type="button" className={value ? 'chip' : 'chip on'} onClick={() => onChange(undefined)}>
          {t('time.noFilter')}
        </button>
        {presets.map((preset) => (
          <button key={preset} type="button" className={chosen(preset)} onClick={() => onChange(preset)}>
            {t(`time.preset.${preset}`)}
          </button>
        ))}
      </div>
      {extent ? (
        <>
          <div className="range-head">{t('time.ofTheData')}</div>
          <div className="range-quick">
            <button
              type="button"
              className={chosen(toRange(spanOf(extent)))}
              onClick={() => onChange(toRange(spanOf(extent)))}
            >
              {describeDates(spanOf(extent), locale)}
            </button>
            {months.map((month) => (
              <button
                key={month.from}
                type="button"
                className={chosen(toRange(month))}
                onClick={() => onChange(toRange(month))}
              >
                {monthName.format(new Date(`${month.from}T00:00:00Z`))}
              </button>
            ))}
          </div>
        </>
      ) : null}
      <div className="range-head">{t('time.custom')}</div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) onChange(toRange(dates));
        }}
      >
        <div className="range-inputs">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="field">
              <span className="label">{t(`time.${end}`)}</span>
              <input
                className="input"
                type="date"
                data-testid={`time-${end}`}
                value={dates[end]}
                aria-invalid={backwards || undefined}
                onChange={(event) => {
                  const day = event.currentTarget.value;
                  setDates((old) => ({ ...old, [end]: day }));
                }}
              />
            </label>
          ))}
        </div>
        <RangeCalendar dates={dates} onChange={setDates} start={extent?.[0]} />
        <div className="range-foot">
          <span className="problem">{backwards ? t('time.backwards') : ''}</span>
          <button type="submit" className="btn primary" disabled={!complete} data-testid="time-apply">
            {t('action.apply')}
          </button>
        </div>
      </form>
    </div>
  );
}
