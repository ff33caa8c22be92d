import { Popover } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../ui/Icon';
import { RangePicker } from '../time/RangePicker';
import { useRangeWords } from '../time/useRangeWords';

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
      width={384}
      hideDetached={false}
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
          <span className="clipped">{words(value)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <RangePicker
          value={value}
          onApply={(range) => {
            onChange(range);
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
