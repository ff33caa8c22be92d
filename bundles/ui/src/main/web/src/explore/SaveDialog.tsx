import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import type { Chart, Dataset, FormValues } from '../api/types';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';
import '../app/dialogs.css';

interface Props {
  readonly chart: Chart | undefined;
  readonly dataset: Dataset | undefined;
  readonly form: FormValues;
  readonly name: string;
  readonly draftId: string;
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}

const bodyOf = (form: FormValues, name: string, datasource: number | undefined) => {
  const { slice_id: _id, ...params } = form;
  return {
    slice_name: name,
    viz_type: form['viz_type'],
    params: JSON.stringify(params),
    datasource_id: datasource,
    datasource_type: 'table',
  };
};

export function SaveDialog({ chart, dataset, form, name: known, draftId, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(known);
  const [asNew, setAsNew] = useState(!chart);
  const save = useMutation({
    mutationFn: async () => {
      const body = bodyOf(form, name.trim(), chart?.datasource_id ?? dataset?.id);
      if (chart && !asNew) return api<{ id: number }>(`/api/v1/chart/${chart.id}`, { method: 'PUT', body });
      return api<{ id: number }>('/api/v1/chart/', { method: 'POST', body });
    },
    onSuccess: async ({ id }) => {
      if (chart && !asNew) onSaved(name.trim());
      else sessionStorage.removeItem(`karavel.draft.${draftId}`);
      await client.invalidateQueries({ queryKey: ['chart'] });
      say(t('save.done', { name: name.trim() }));
      onClose();
      if (!chart || asNew) await navigate(`/explore/?slice_id=${id}`);
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('save.title')}
      size={420}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="save-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate();
        }}
      >
        <div className="field">
          <label htmlFor="save-name">{t('explore.name')}</label>
          <input
            id="save-name"
            className="input"
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
        {chart ? (
          <div className="save-ways" role="radiogroup" aria-label={t('save.title')}>
            {([false, true] as const).map((fresh) => (
              <label key={String(fresh)}>
                <input type="radio" name="save-way" checked={asNew === fresh} onChange={() => setAsNew(fresh)} />
                {t(fresh ? 'save.asNew' : 'save.overwrite', { name: chart.slice_name })}
              </label>
            ))}
          </div>
        ) : null}
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
            disabled={!name.trim() || save.isPending}
            data-testid="save-confirm"
          >
            {t('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
