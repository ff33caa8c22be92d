import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import type { Run } from '../run/model';
import type { LabTab } from '../tabs/model';
import '../../app/dialogs.css';

interface Props {
  readonly tab: LabTab;
  readonly run: Run;
  /** A chart is what is wanted; the dataset is on the way. */
  readonly chart: boolean;
  readonly onClose: () => void;
}

const nameFrom = (label: string) =>
  label
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');

/** Makes a dataset of the statement behind a result; for a chart, goes on to it. */
export function DatasetDialog({ tab, run, chart, onClose }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(
    () => `${nameFrom(tab.label)}${chart || !tab.named ? `_${run.id.slice(0, 4)}` : ''}`,
  );
  const make = useMutation({
    mutationFn: () => {
      const body = {
        database: run.query?.dbId ?? tab.dbId,
        schema: run.query?.schema ?? tab.schema,
        sql: run.sql,
        table_name: name.trim(),
        ...(tab.templateParams.trim() ? { template_params: tab.templateParams } : {}),
      };
      return api<{ id: number }>('/api/v1/dataset/', { method: 'POST', body });
    },
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ['dataset'] });
      onClose();
      if (chart) await navigate(`/explore/?datasource_type=table&datasource_id=${id}`);
      else
        say(t('lab.dataset.made', { name: name.trim() }), 'good', {
          label: t('lab.dataset.open'),
          lasting: 8000,
          run: () => void navigate(`/dataset/${id}`),
        });
    },
  });
  const failure = make.error ? words(make.error) : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={chart ? t('lab.result.chart') : t('lab.result.dataset')}
      size={440}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="lab-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) make.mutate();
        }}
      >
        <p className="dialog-text">{chart ? t('lab.dataset.chartText') : t('lab.dataset.text')}</p>
        <div className="field">
          <label htmlFor="dataset-name">{t('lab.dataset.name')}</label>
          <input
            id="dataset-name"
            className="input"
            data-autofocus
            value={name}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setName(event.currentTarget.value)}
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
            disabled={!name.trim() || make.isPending}
            data-testid="make-dataset"
          >
            {chart ? t('lab.dataset.go') : t('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
