import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Page } from '../api/types';
import { Icon } from './Icon';

interface Props {
  readonly id: string;
  readonly hint: string;
  readonly value: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

/** Tags by their names: known ones are offered, others are made when they are first used. */
export function TagsField({ id, hint, value, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const known = useQuery({
    queryKey: ['tag', 'list', 'names'],
    queryFn: async ({ signal }) => {
      const q = encodeURIComponent(JSON.stringify({ page_size: 100 }));
      return (await api<Page<{ name: string }>>(`/api/v1/tag/?q=${q}`, { signal })).result.map(({ name }) => name);
    },
  });
  const add = () => {
    const name = text.trim();
    if (name && !value.includes(name)) onChange([...value, name]);
    setText('');
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('nav.tags')}</label>
      <div className="people-picker">
        {value.map((name) => (
          <span key={name} className="pill">
            <span className="pill-text">{name}</span>
            <button
              type="button"
              className="pill-out"
              aria-label={t('people.remove', { name })}
              onClick={() => onChange(value.filter((other) => other !== name))}
            >
              <Icon name="close" size={11} />
            </button>
          </span>
        ))}
        <input
          id={id}
          list={`${id}-known`}
          value={text}
          placeholder={value.length === 0 ? hint : ''}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ',') add();
            else if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <datalist id={`${id}-known`}>
        {(known.data ?? []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

/** Puts new tags on a thing and takes old ones off. */
export async function saveTags(
  kind: 'dashboard' | 'chart',
  id: number,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const added = after.filter((name) => !before.includes(name));
  if (added.length > 0) await api(`/api/v1/tag/${kind}/${id}/`, { body: { properties: { tags: added } } });
  for (const name of before.filter((one) => !after.includes(one))) {
    await api(`/api/v1/tag/${kind}/${id}/${encodeURIComponent(name)}/`, { method: 'DELETE' });
  }
}
