import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, DatasetColumn } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { useColumnValues } from '../useColumnValues';

interface Props {
  readonly dataset: Dataset | undefined;
  /** Whose values are offered; none for a metric. */
  readonly column: DatasetColumn | undefined;
  readonly many: boolean;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** One value or several, typed or taken from those the column has. Pasted lists are split at commas and lines. */
export function ValueField({ dataset, column, many, values, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(many ? '' : (values[0] ?? ''));
  const [at, setAt] = useState(-1);
  const [search] = useDebouncedValue(text, 250);
  const found = useColumnValues(dataset, column, search);
  const offers = (found.data ?? []).filter(
    (value) => !(many && values.includes(value)) && value.toLowerCase().includes(text.toLowerCase()),
  );
  const add = (more: readonly string[]) => {
    onChange([...new Set([...values, ...more.map((one) => one.trim()).filter(Boolean)])]);
    setText('');
    setAt(-1);
  };
  const take = (value: string) => {
    if (many) add([value]);
    else {
      onChange([value]);
      setText(value);
      setAt(-1);
    }
  };
  return (
    <div className="value-field">
      {many && values.length > 0 ? (
        <div className="value-tags">
          {values.map((value) => (
            <span key={value} className="pill">
              <span className="pill-text">{value}</span>
              <button
                type="button"
                className="pill-out"
                aria-label={t('explore.remove', { name: value })}
                onClick={() => onChange(values.filter((one) => one !== value))}
              >
                <Icon name="close" size={11} />
              </button>
            </span>
          ))}
        </div>
      ) : null}
      <input
        className="input"
        role="combobox"
        aria-expanded={offers.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        value={text}
        placeholder={t(many ? 'explore.values' : 'explore.value')}
        aria-label={t(many ? 'explore.values' : 'explore.value')}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(-1);
          if (!many) onChange([event.currentTarget.value]);
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (!many || !/[\n,;]/.test(pasted)) return;
          event.preventDefault();
          add(pasted.split(/[\n,;]/));
        }}
        onBlur={() => many && text.trim() && add([text])}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, offers.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, -1));
          else if (event.key === 'Enter' && at >= 0 && offers[at] !== undefined) take(offers[at]);
          else if (event.key === 'Enter' && many && text.trim()) add(text.split(','));
          else if (event.key === ',' && many && text.trim()) add([text]);
          else if (event.key === 'Backspace' && many && text === '') onChange(values.slice(0, -1));
          else return;
          event.preventDefault();
        }}
      />
      {column ? (
        <ul id={`${id}-list`} role="listbox" aria-label={t('explore.valuesOffered')} className="value-offers scroll">
          {offers.slice(0, 50).map((value, index) => (
            <li
              key={value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => take(value)}
            >
              {value}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
