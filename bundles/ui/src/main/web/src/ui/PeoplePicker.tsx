import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Named } from '../api/types';
import { Icon } from './Icon';
import './peoplePicker.css';

interface Props {
  readonly kind: 'chart' | 'dataset' | 'dashboard';
  readonly id: string;
  readonly label: string;
  readonly value: readonly Named[];
  readonly onChange: (people: readonly Named[]) => void;
}

interface Related {
  readonly result: readonly { readonly text: string; readonly value: number }[];
}

const nameOf = ({ first_name, last_name }: Named) => `${first_name} ${last_name}`.trim();

/** Owners as pills, searched among the people of the server. */
export function PeoplePicker({ kind, id, label, value, onChange }: Props) {
  const { t } = useTranslation();
  const list = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [search] = useDebouncedValue(text, 200);
  const found = useQuery({
    queryKey: ['people', kind, search],
    enabled: open,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const q = encodeURIComponent(JSON.stringify({ filter: search, page: 0, page_size: 20 }));
      return (await api<Related>(`/api/v1/${kind}/related/owners?q=${q}`, { signal })).result;
    },
  });
  const offers = (found.data ?? []).filter(({ value: person }) => !value.some((one) => one.id === person));
  const take = (offer: { readonly text: string; readonly value: number }) => {
    onChange([...value, { id: offer.value, first_name: offer.text, last_name: '' }]);
    setText('');
    setAt(0);
  };
  return (
    <div className="people-picker">
      {value.map((person) => (
        <span key={person.id} className="pill">
          <span className="pill-text">{nameOf(person)}</span>
          <button
            type="button"
            className="pill-out"
            aria-label={t('people.remove', { name: nameOf(person) })}
            onClick={() => onChange(value.filter((one) => one.id !== person.id))}
          >
            <Icon name="close" size={11} />
          </button>
        </span>
      ))}
      <input
        id={id}
        role="combobox"
        aria-label={label}
        aria-expanded={open && offers.length > 0}
        aria-controls={list}
        value={text}
        placeholder={value.length === 0 ? t('people.search') : ''}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, offers.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter' && offers[at]) take(offers[at]);
          else if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
          else return;
          event.preventDefault();
        }}
      />
      {open && offers.length > 0 ? (
        <ul id={list} role="listbox" aria-label={label} className="people-offers scroll">
          {offers.map((offer, index) => (
            <li
              key={offer.value}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => take(offer)}
            >
              {offer.text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
