import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/overlays';
import { useRangeWords } from '../TimeFilter';
import { NO_FILTER } from '../timeRange';

const TimePicker = lazy(() => import('./TimePicker'));

interface Props {
  readonly label: string;
  readonly value: unknown;
  readonly invalid?: boolean;
  readonly onChange: (range: string | null) => void;
}

export function TimeControl({ label, value, invalid, onChange }: Props) {
  const { t } = useTranslation();
  const words = useRangeWords();
  const [open, setOpen] = useState(false);
  const range = typeof value === 'string' ? value : undefined;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={384}
      hideDetached={false}
      trapFocus
      returnFocus
      transitionProps={{ duration: 100 }}
      zIndex={360}
    >
      <Popover.Target>
        <button
          type="button"
          className="input as-button value-select"
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-invalid={invalid || undefined}
          aria-label={`${label}: ${words(range)}`}
          data-testid="time-control"
          onClick={() => setOpen((now) => !now)}
        >
          <Icon name="calendar" size={14} />
          <span className={range ? 'clipped' : 'clipped muted'}>{words(range)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<div className="skeleton" style={{ height: 150 }} aria-label={t('chart.loading')} />}>
          <TimePicker
            value={range}
            onApply={(next) => {
              onChange(next === NO_FILTER ? null : next);
              setOpen(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
