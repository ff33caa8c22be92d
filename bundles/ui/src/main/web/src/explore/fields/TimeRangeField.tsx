import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useRangeWords } from '../../dashboard/TimeFilter';
import { TimeRangePanel } from '../../dashboard/TimeRangePanel';
import { NO_FILTER } from '../../dashboard/timeRange';
import { Icon } from '../../ui/Icon';

interface Props {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (range: string) => void;
}

export function TimeRangeField({ id, value, onChange }: Props) {
  const words = useRangeWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      transitionProps={{ duration: 100 }}
      zIndex={150}
    >
      <Popover.Target>
        <button
          id={id}
          type="button"
          className="input as-button"
          aria-expanded={open}
          onClick={() => setOpen((now) => !now)}
        >
          <Icon name="calendar" size={14} />
          {words(value)}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <TimeRangePanel
          value={value === NO_FILTER ? undefined : value}
          extent={undefined}
          onChange={(range) => {
            onChange(range ?? NO_FILTER);
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
