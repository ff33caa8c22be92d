import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useFailureText } from '../../ui/failure';
import { Icon } from '../../ui/Icon';
import { say } from '../../ui/toast';
import type { SavedQuery } from '../types';

/** Tags of a saved query: Enter puts one on, its cross takes it off; each change is kept at once. */
export function TagsField({ query }: { query: SavedQuery }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [names, setNames] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  useEffect(() => setNames(query.tags?.map(({ name }) => name) ?? []), [query]);
  const change = useMutation({
    mutationFn: ({ name, on }: { name: string; on: boolean }) =>
      on
        ? api(`/api/v1/tag/query/${query.id}/`, { body: { properties: { tags: [name] } } })
        : api(`/api/v1/tag/query/${query.id}/${encodeURIComponent(name)}/`, { method: 'DELETE' }),
    onSuccess: (_, { name, on }) => {
      setNames((old) => (on ? [...new Set([...old, name])] : old.filter((one) => one !== name)));
      void client.invalidateQueries({ queryKey: ['saved_query'] });
    },
    onError: (error) => say(`${words(error).title} ${words(error).text}`, 'bad'),
  });
  return (
    <div className="field">
      <label htmlFor="saved-tags">{t('lab.saved.tags')}</label>
      <div className="lab-tags">
        {names.map((name) => (
          <span key={name} className="badge">
            {name}
            <button
              type="button"
              aria-label={t('people.remove', { name })}
              onClick={() => change.mutate({ name, on: false })}
            >
              <Icon name="close" size={11} />
            </button>
          </span>
        ))}
        <input
          id="saved-tags"
          value={text}
          placeholder={t('lab.saved.addTag')}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || text.trim() === '') return;
            event.preventDefault();
            change.mutate({ name: text.trim(), on: true });
            setText('');
          }}
          data-testid="saved-tags"
        />
      </div>
    </div>
  );
}
