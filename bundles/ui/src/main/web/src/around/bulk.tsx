import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bootstrap, fullName } from '../api/bootstrap';
import { api } from '../api/client';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { ExportButton } from '../exchange/ExchangeButtons';
import { say } from '../ui/toast';
import '../app/dialogs.css';

type Kind = 'dashboard' | 'chart' | 'dataset';

interface Props {
  readonly kind: Kind;
  readonly ids: readonly number[];
  readonly remove: (ids: readonly number[], name: string) => void;
  readonly done: () => void;
}

/** What can be done with several things at once. What the server refuses is said, the rest is done. */
export function BulkActions({ kind, ids, remove, done }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const words = useFailureText();
  const [tagging, setTagging] = useState(false);
  const change = useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) =>
      Promise.all(ids.map((id) => api(`/api/v1/${kind}/${id}`, { method: 'PUT', body }))),
    onSuccess: () => {
      say(t('around.bulk.done', { count: ids.length }));
      done();
    },
    onError: (error) => say(`${words(error).title} ${words(error).text}`, 'bad'),
    onSettled: () => client.invalidateQueries({ queryKey: [kind] }),
  });
  return (
    <>
      {kind === 'dashboard' ? (
        <>
          <button type="button" className="btn small" onClick={() => change.mutate({ published: true })}>
            <Icon name="eye" size={14} />
            {t('around.bulk.publish')}
          </button>
          <button type="button" className="btn small" onClick={() => change.mutate({ published: false })}>
            {t('around.bulk.unpublish')}
          </button>
        </>
      ) : null}
      {kind !== 'dataset' && bootstrap.user ? (
        <button
          type="button"
          className="btn small"
          onClick={() => change.mutate({ certified_by: bootstrap.user ? fullName(bootstrap.user) : '' })}
        >
          <Icon name="check" size={14} />
          {t('around.bulk.certify')}
        </button>
      ) : null}
      <button type="button" className="btn small" onClick={() => setTagging(true)} data-testid="bulk-tag">
        <Icon name="tag" size={14} />
        {t('around.bulk.tag')}
      </button>
      <ExportButton kind={kind} ids={ids} />
      <button
        type="button"
        className="btn small danger"
        data-testid="bulk-delete"
        onClick={() => {
          remove(ids, t('around.bulk.things', { count: ids.length }));
          done();
        }}
      >
        <Icon name="trash" size={14} />
        {t('around.bulk.delete')}
      </button>
      {tagging ? <TagDialog kind={kind} ids={ids} onClose={() => setTagging(false)} onDone={done} /> : null}
    </>
  );
}

interface TagDialogProps {
  readonly kind: Kind;
  readonly ids: readonly number[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function TagDialog({ kind, ids, onClose, onDone }: TagDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const words = useFailureText();
  const [text, setText] = useState('');
  const names = [
    ...new Set(
      text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
  const save = useMutation({
    mutationFn: () =>
      api('/api/v1/tag/bulk_create', {
        body: { tags: names.map((name) => ({ name, objects_to_tag: ids.map((id) => [kind, id]) })) },
      }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: [kind] }),
        client.invalidateQueries({ queryKey: ['tag'] }),
      ]);
      say(t('around.bulk.done', { count: ids.length }));
      onClose();
      onDone();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('around.bulk.tag')}
      size={420}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (names.length > 0) save.mutate();
        }}
      >
        <div className="field">
          <label htmlFor="bulk-tags">{t('around.tags.names')}</label>
          <input
            id="bulk-tags"
            className="input"
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <span className="hint">{t('around.tags.hint')}</span>
        </div>
        {save.error ? (
          <p className="problem" role="alert">
            {words(save.error).title} {words(save.error).text}
          </p>
        ) : null}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={names.length === 0 || save.isPending}>
            {t('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

export const TagPills = ({
  tags,
}: {
  tags?: readonly { readonly id: number; readonly name: string }[] | undefined;
}) => (
  <>
    {(tags ?? []).slice(0, 3).map(({ id, name }) => (
      <span key={id} className="tag" title={name}>
        {name}
      </span>
    ))}
    {(tags ?? []).length > 3 ? <span className="muted">+{(tags ?? []).length - 3}</span> : null}
  </>
);
