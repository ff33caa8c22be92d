import { Popover } from '@mantine/core';
import { useState } from 'react';
import { PickList, type Option } from '../../explore/fields/PickList';
import { Icon, type IconName } from '../../ui/Icon';
import { useLab } from '../context';

interface Props {
  readonly icon: IconName;
  readonly label: string;
  readonly search: string;
  readonly value: string | undefined;
  readonly shown: string;
  readonly options: readonly Option[];
  readonly onPick: (key: string) => void;
  readonly testId: string;
}

/** A button that tells what is chosen and opens a list with a search line; after a choice the editor is typed in again. */
export function Picker({ icon, label, search, value, shown, options, onPick, testId }: Props) {
  const { focus } = useLab();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={264}
      trapFocus
      transitionProps={{ duration: 100 }}
      zIndex={350}
    >
      <Popover.Target>
        <button
          type="button"
          className="btn lab-picker"
          aria-label={`${label}: ${shown}`}
          aria-haspopup="listbox"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          data-testid={testId}
        >
          <Icon name={icon} />
          <span>{shown}</span>
          <Icon name="down" size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <PickList
          label={search}
          options={options}
          chosen={value}
          onPick={(key) => {
            setOpen(false);
            onPick(key);
            focus();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
