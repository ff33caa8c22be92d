import { Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';

export interface Pill {
  readonly key: string;
  readonly mark?: string | undefined;
  readonly text: string;
}

interface Props {
  readonly id: string;
  readonly pills: readonly Pill[];
  readonly placeholder: string;
  /** With room for one, choosing another takes its place. */
  readonly single?: boolean;
  readonly onRemove: (index: number) => void;
  /** What opens below to add (no index) or to change the pill at an index. */
  readonly editor: (index: number | undefined, close: () => void) => ReactNode;
}

/** A field that holds things as pills: a click on one changes it, the plus adds one. */
export function Well({ id, pills, placeholder, single = false, onRemove, editor }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | 'new' | undefined>();
  const close = () => setOpen(undefined);
  const canAdd = !single || pills.length === 0;
  return (
    <Popover
      opened={open !== undefined}
      onChange={(next) => !next && close()}
      withRoles={false}
      position="bottom-start"
      width={288}
      trapFocus
      returnFocus
      transitionProps={{ duration: 100 }}
      zIndex={150}
    >
      <Popover.Target>
        <div className="well">
          {pills.map((pill, index) => (
            <span key={pill.key} className="pill">
              <button type="button" className="pill-text" onClick={() => setOpen(index)} title={pill.text}>
                {pill.mark ? <i>{pill.mark}</i> : null}
                <span>{pill.text}</span>
              </button>
              <button
                type="button"
                className="pill-out"
                aria-label={t('explore.remove', { name: pill.text })}
                onClick={() => onRemove(index)}
              >
                <Icon name="close" size={11} />
              </button>
            </span>
          ))}
          {canAdd ? (
            <button
              id={id}
              type="button"
              className={pills.length === 0 ? 'well-add wide' : 'well-add'}
              onClick={() => setOpen('new')}
              aria-label={pills.length > 0 ? placeholder : undefined}
            >
              <Icon name="plus" size={13} />
              {pills.length === 0 ? placeholder : null}
            </button>
          ) : null}
        </div>
      </Popover.Target>
      <Popover.Dropdown>
        {open === undefined ? null : editor(open === 'new' ? undefined : open, close)}
      </Popover.Dropdown>
    </Popover>
  );
}

export interface Option {
  readonly key: string;
  readonly mark?: string | undefined;
  readonly text: string;
}

interface PickListProps {
  readonly options: readonly Option[];
  readonly label: string;
  readonly onPick: (key: string) => void;
}

/** A short list with a search line; arrow keys move, Enter takes. */
export function PickList({ options, label, onPick }: PickListProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const found = options.filter(({ text }) => text.toLowerCase().includes(search.toLowerCase()));
  const chosen = Math.min(at, found.length - 1);
  return (
    <div
      className="pick"
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, found.length - 1));
        else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
        else if (event.key === 'Enter' && found[chosen]) onPick(found[chosen].key);
        else return;
        event.preventDefault();
      }}
    >
      <input
        className="input"
        data-autofocus
        value={search}
        placeholder={label}
        aria-label={label}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
      />
      <ul role="listbox" aria-label={label} className="scroll">
        {found.map((option, index) => (
          <li
            key={option.key}
            role="option"
            aria-selected={index === chosen}
            ref={(element) => void (index === chosen && element?.scrollIntoView({ block: 'nearest' }))}
            onMouseMove={() => setAt(index)}
            onClick={() => onPick(option.key)}
          >
            {option.mark ? <i>{option.mark}</i> : null}
            <span>{option.text}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="muted none">{t('list.noMatch', { search })}</p> : null}
    </div>
  );
}
