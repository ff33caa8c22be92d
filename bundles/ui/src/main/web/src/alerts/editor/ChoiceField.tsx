import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import '../../ui/peoplePicker.css';
import { aboutField } from './FormField';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  /** What is chosen, as people read it. */
  readonly chosen: string | undefined;
  /** What is offered for what was typed. */
  readonly useOptions: (
    search: string,
    open: boolean,
  ) => { readonly options: readonly Option[]; readonly busy: boolean };
  readonly onChoose: (option: Option) => void;
  readonly placeholder?: string;
  readonly problem?: string | undefined;
  readonly testId?: string;
}

/** One of many: typing searches, arrows and Enter choose. */
export function ChoiceField(props: Props) {
  const { t } = useTranslation();
  const { id, label, chosen, useOptions, problem } = props;
  const list = useId();
  const [text, setText] = useState<string>();
  const [at, setAt] = useState(0);
  const open = text !== undefined;
  const [search] = useDebouncedValue(text ?? '', 200);
  const { options, busy } = useOptions(search.trim(), open);
  const take = (option: Option) => {
    props.onChoose(option);
    setText(undefined);
  };
  const begin = () => {
    setText('');
    setAt(0);
  };
  return (
    <div className="choice-field">
      <input
        {...aboutField(id, problem)}
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && options[at] ? `${list}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text ?? chosen ?? ''}
        placeholder={open && chosen ? chosen : props.placeholder}
        data-testid={props.testId}
        onClick={() => (open ? undefined : begin())}
        onBlur={() => setText(undefined)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            if (open) setAt(Math.min(at + 1, options.length - 1));
            else begin();
          } else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter' && open && options[at]) take(options[at]);
          else if (event.key === 'Escape' && open) setText(undefined);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Icon name="down" size={13} />
      {open ? (
        <ul id={list} role="listbox" aria-label={label} className="people-offers scroll">
          {options.map((option, index) => (
            <li
              key={option.value}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              ref={(element) => {
                if (index === at) element?.scrollIntoView({ block: 'nearest' });
              }}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => take(option)}
            >
              {option.label}
            </li>
          ))}
          {options.length === 0 ? (
            <li role="option" aria-selected="false" aria-disabled="true" className="muted">
              {t(busy ? 'alerts.searching' : 'alerts.nothingFound')}
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
