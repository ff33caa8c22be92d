import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useFailureText } from '../../ui/failure';
import { Icon } from '../../ui/Icon';
import { Sql } from '../../ui/Sql';
import { say } from '../../ui/toast';
import type { SavedQuery } from '../types';
import { TagsField } from './TagsField';

interface Props {
  readonly query: SavedQuery;
  readonly rows: readonly SavedQuery[];
  readonly onTurn: (query: SavedQuery) => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** A saved query without leaving the list; its name and description can be put right here. */
export function SavedPreview({ query, rows, onTurn, onOpen, onClose }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [label, setLabel] = useState(query.label);
  const [description, setDescription] = useState(query.description ?? '');
  useEffect(() => {
    setLabel(query.label);
    setDescription(query.description ?? '');
  }, [query]);
  const place = rows.findIndex(({ id }) => id === query.id);
  const changed = label.trim() !== query.label || description !== (query.description ?? '');
  const save = useMutation({
    mutationFn: () =>
      api(`/api/v1/saved_query/${query.id}`, { method: 'PUT', body: { label: label.trim(), description } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['saved_query'] });
      say(t('save.done', { name: label.trim() }));
      onClose();
    },
    onError: (error) => say(`${words(error).title} ${words(error).text}`, 'bad'),
  });
  const turn = (step: number) => {
    const next = rows[place + step];
    if (next) onTurn(next);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('lab.saved.preview')}
      size={680}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="lab-form" data-testid="saved-preview-dialog">
        <div className="field">
          <label htmlFor="saved-name">{t('lab.save.name')}</label>
          <input
            id="saved-name"
            className="input"
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="saved-description">{t('save.description')}</label>
          <textarea
            id="saved-description"
            className="input"
            rows={2}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        </div>
        <TagsField query={query} />
        <div className="lab-preview-sql scroll">
          <Sql text={query.sql} />
        </div>
      </div>
      <div className="dialog-actions">
        <button
          type="button"
          className="btn icon-only"
          aria-label={t('list.previous')}
          disabled={place <= 0}
          onClick={() => turn(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className="btn icon-only"
          aria-label={t('list.next')}
          disabled={place >= rows.length - 1}
          onClick={() => turn(1)}
        >
          <Icon name="down" />
        </button>
        <span className="grow" />
        {changed ? (
          <button
            type="button"
            className="btn"
            disabled={!label.trim() || save.isPending}
            onClick={() => save.mutate()}
            data-testid="saved-rename"
          >
            {t('action.save')}
          </button>
        ) : null}
        <button type="button" className="btn primary" onClick={onOpen} data-autofocus>
          <Icon name="lab" />
          {t('lab.saved.open')}
        </button>
      </div>
    </Modal>
  );
}
