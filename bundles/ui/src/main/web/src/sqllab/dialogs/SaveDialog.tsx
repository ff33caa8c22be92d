import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import { useLab } from '../context';
import type { LabTab } from '../tabs/model';
import '../../app/dialogs.css';

/** Keeps the text of a tab under a name. */
export function SaveDialog({ tab, onClose }: { tab: LabTab; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const { tabs } = useLab();
  const [label, setLabel] = useState(
    tab.savedQuery ? t('lab.tab.copy', { label: tab.savedQuery.label }) : tab.named ? tab.label : '',
  );
  const [description, setDescription] = useState('');
  const save = useMutation({
    mutationFn: () => {
      const { sql, dbId, schema, catalog, templateParams } = tab;
      const body = {
        label: label.trim(),
        description,
        sql,
        db_id: dbId,
        schema,
        catalog,
        template_parameters: templateParams,
      };
      return api<{ id: number }>('/api/v1/saved_query/', { method: 'POST', body });
    },
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['saved_query'] });
      tabs.change(tab.key, { savedQuery: { id, label: label.trim() }, label: label.trim(), named: true });
      say(t('save.done', { name: label.trim() }));
      onClose();
    },
  });
  const failure = save.error ? words(save.error) : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('lab.save.title')}
      size={440}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="lab-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (label.trim()) save.mutate();
        }}
      >
        <div className="field">
          <label htmlFor="query-name">{t('lab.save.name')}</label>
          <input
            id="query-name"
            className="input"
            data-autofocus
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="query-description">{t('save.description')}</label>
          <textarea
            id="query-description"
            className="input"
            rows={3}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        </div>
        {failure ? (
          <p className="problem" role="alert">
            {failure.title} {failure.text}
          </p>
        ) : null}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button
            type="submit"
            className="btn primary"
            disabled={!label.trim() || save.isPending}
            data-testid="save-query"
          >
            {t('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
