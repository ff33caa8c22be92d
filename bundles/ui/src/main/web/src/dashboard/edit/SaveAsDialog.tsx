import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import { copy } from './saving';
import type { Draft } from './useEditor';
import '../../app/dialogs.css';

interface Props {
  readonly id: number;
  readonly draft: Draft;
  readonly onClose: () => void;
  readonly onCopied: (url: string) => void;
}

export default function SaveAsDialog({ id, draft, onClose, onCopied }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [title, setTitle] = useState(t('board.copyOf', { title: draft.title }));
  const [withCharts, setWithCharts] = useState(false);
  const save = useMutation({
    mutationFn: () => copy(id, draft, title.trim(), withCharts),
    onSuccess: async ({ url }) => {
      await client.invalidateQueries({ queryKey: ['dashboard'] });
      say(t('board.copied', { title: title.trim() }));
      onCopied(url);
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('board.saveAs')}
      size={440}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="save-form"
        data-testid="save-as"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim()) save.mutate();
        }}
      >
        <div className="field">
          <label htmlFor="copy-title">{t('board.title')}</label>
          <input
            id="copy-title"
            className="input"
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={withCharts}
            onChange={(event) => setWithCharts(event.currentTarget.checked)}
            data-testid="copy-charts"
          />
          {t('board.withCharts')}
        </label>
        <p className="hint muted">{t('board.withChartsHint')}</p>
        {save.error ? (
          <p className="problem" role="alert">
            {words(save.error).title} {words(save.error).text}
          </p>
        ) : null}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button
            type="submit"
            className="btn primary"
            disabled={!title.trim() || save.isPending}
            data-testid="save-as-confirm"
          >
            {t('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
