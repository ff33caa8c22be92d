import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../i18n';
import { Icon } from '../ui/Icon';
import type { Dates } from './timeRange';

interface Props {
  readonly dates: Dates;
  readonly onChange: (dates: Dates) => void;
  /** Where the data begins: the month shown first when no day is chosen. */
  readonly start: number | undefined;
}

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const monthStart = (time: number, shift = 0) =>
  Date.UTC(new Date(time).getUTCFullYear(), new Date(time).getUTCMonth() + shift);

/** Two months side by side; the first click begins a span, the second ends it. */
export function RangeCalendar({ dates, onChange, start }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(() =>
    monthStart(dates.from ? Date.parse(`${dates.from}T00:00:00Z`) : (start ?? Date.now())),
  );
  const pick = (day: string) => {
    if (!dates.from || dates.to || day < dates.from) onChange({ from: day, to: '' });
    else onChange({ from: dates.from, to: day });
  };
  return (
    <div className="calendars">
      <button
        type="button"
        className="btn small icon-only ghost back"
        aria-label={t('time.earlier')}
        onClick={() => setShown(monthStart(shown, -1))}
      >
        <Icon name="left" />
      </button>
      <Month time={shown} dates={dates} onPick={pick} />
      <Month time={monthStart(shown, 1)} dates={dates} onPick={pick} />
      <button
        type="button"
        className="btn small icon-only ghost on"
        aria-label={t('time.later')}
        onClick={() => setShown(monthStart(shown, 1))}
      >
        <Icon name="right" />
      </button>
    </div>
  );
}

function Month({ time, dates, onPick }: { time: number; dates: Dates; onPick: (day: string) => void }) {
  const locale = currentLocale();
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const weekday = format({ weekday: 'short' });
  const spoken = format({ dateStyle: 'long' });
  const before = (new Date(time).getUTCDay() + 6) % 7;
  const days = Math.round((monthStart(time, 1) - time) / DAY);
  const { from, to } = dates;
  const classOf = (day: string) => {
    if (day === from || day === to) return 'day end';
    return from && to && day > from && day < to ? 'day within' : 'day';
  };
  return (
    <div className="month">
      <div className="month-name">{format({ month: 'long', year: 'numeric' }).format(time)}</div>
      <div className="days">
        {Array.from({ length: 7 }, (_, index) => (
          <span key={`w${index}`} className="weekday" aria-hidden="true">
            {weekday.format(Date.UTC(2024, 0, 1 + index)).slice(0, 2)}
          </span>
        ))}
        {Array.from({ length: before }, (_, index) => (
          <span key={`b${index}`} />
        ))}
        {Array.from({ length: days }, (_, index) => {
          const day = iso(time + index * DAY);
          return (
            <button
              key={day}
              type="button"
              className={classOf(day)}
              aria-label={spoken.format(time + index * DAY)}
              aria-pressed={day === from || day === to}
              onClick={() => onPick(day)}
            >
              {index + 1}
            </button>
          );
        })}
      </div>
    </div>
  );
}
