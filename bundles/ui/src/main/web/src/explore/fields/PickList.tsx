import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Option {
  readonly key: string;
  readonly mark?: string | undefined;
  readonly text: string;
}

interface Props {
  readonly options: readonly Option[];
  readonly label: string;
  readonly onPick: (key: string) => void;
  readonly chosen?: string | undefined;
}

const SHOWN = 200;

/** A short list with a search line; arrow keys move, Enter takes. */
export function PickList({ options, label, onPick, chosen }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [search, setSearch] = useState('');
  const found = options.filter(({ key, text }) => `${text}\n${key}`.toLowerCase().includes(search.toLowerCase()));
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex(({ key }) => key === chosen),
    ),
  );
  const place = Math.min(at, found.length - 1);
  const shown = found.slice(0, SHOWN);
  return (
    <div
      className="pick"
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') setAt(Math.min(place + 1, shown.length - 1));
        else if (event.key === 'ArrowUp') setAt(Math.max(place - 1, 0));
        else if (event.key === 'Enter' && found[place]) onPick(found[place].key);
        else return;
        event.preventDefault();
      }}
    >
      <input
        className="input"
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[place] ? `${id}-${place}` : undefined}
        value={search}
        placeholder={label}
        aria-label={label}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} className="scroll" tabIndex={-1}>
        {shown.map((option, index) => (
          <li
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            className={option.key === chosen ? 'chosen' : undefined}
            aria-selected={index === place}
            ref={(element) => void (index === place && element?.scrollIntoView({ block: 'nearest' }))}
            onMouseMove={() => setAt(index)}
            onClick={() => onPick(option.key)}
          >
            {option.mark ? <i>{option.mark}</i> : null}
            <span>{option.text}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="muted none">{t('list.noMatch', { search })}</p> : null}
      {found.length > SHOWN ? (
        <p className="muted none">{t('explore.moreFound', { count: found.length - SHOWN })}</p>
      ) : null}
    </div>
  );
}
