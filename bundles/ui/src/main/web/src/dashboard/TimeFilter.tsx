import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../i18n';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/overlays';
import { TimeRangePanel } from './TimeRangePanel';
import { describeDates, fromRange, NO_FILTER, presets } from './timeRange';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (range: string | undefined) => void;
  readonly extent: readonly [number, number] | undefined;
}

export function useRangeWords() {
  const { t } = useTranslation();
  return (range: string | undefined): string => {
    if (!range || range === NO_FILTER) return t('time.noFilter');
    const dates = fromRange(range);
    if (dates) return describeDates(dates, currentLocale());
    return (presets as readonly string[]).includes(range) ? t(`time.preset.${range}`) : range;
  };
}

/** The dashboard's time range: quick choices, the span of its own data, or any two days. */
export function TimeFilter({ value, onChange, extent }: Props) {
  const { t } = useTranslation();
  const words = useRangeWords();
  const [open, setOpen] = useState(false);
  const set = (range: string | undefined) => {
    onChange(range);
    setOpen(false);
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      shadow="none"
      trapFocus
      returnFocus
      transitionProps={{ duration: 100 }}
      zIndex={200}
    >
      <Popover.Target>
        <button
          type="button"
          className={value ? 'chip on' : 'chip'}
          aria-expanded={open}
          aria-haspopup="dialog"
          data-testid="time-filter"
          onClick={() => setOpen((now) => !now)}
        >
          <Icon name="calendar" size={14} />
          {t('time.label')} <b>{words(value)}</b>
          <Icon name="down" size={12} />
        </button>
      </Popover.Target>
      {value ? (
        <button type="button" className="btn ghost small" onClick={() => set(undefined)} data-testid="time-clear">
          {t('action.clear')}
        </button>
      ) : null}
      <Popover.Dropdown>
        <TimeRangePanel value={value} onChange={set} extent={extent} />
      </Popover.Dropdown>
    </Popover>
  );
}
