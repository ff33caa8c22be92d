import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Chart } from '../../api/types';
import { useFailureText } from '../../ui/failure';
import { PeoplePicker } from '../../ui/PeoplePicker';
import { saveTags, TagsField } from '../../ui/TagsField';
import { say } from '../../ui/toast';
import '../../app/dialogs.css';

/** What a chart is beside its settings: words about it, whose it is, how long answers are kept, who stands for it. */
export function PropertiesDialog({ chart, onClose }: { chart: Chart; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [name, setName] = useState(chart.slice_name);
  const [description, setDescription] = useState(chart.description ?? '');
  const [owners, setOwners] = useState(chart.owners ?? []);
  const [cache, setCache] = useState(chart.cache_timeout === null ? '' : String(chart.cache_timeout ?? ''));
  const [certifiedBy, setCertifiedBy] = useState(chart.certified_by ?? '');
  const [details, setDetails] = useState(chart.certification_details ?? '');
  const before = (chart.tags ?? []).map(({ name: tag }) => tag);
  const [tags, setTags] = useState<readonly string[]>(before);
  const save = useMutation({
    mutationFn: async () => {
      await api(`/api/v1/chart/${chart.id}`, {
        method: 'PUT',
        body: {
          version: chart.version,
          slice_name: name.trim(),
          description,
          owners: owners.map(({ id }) => id),
          cache_timeout: cache === '' ? null : Number(cache),
          certified_by: certifiedBy.trim(),
          certification_details: details.trim(),
        },
      });
      await saveTags('chart', chart.id, before, tags);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['chart'] });
      say(t('save.done', { name: name.trim() }));
      onClose();
    },
  });
  const text = (id: string, label: string, value: string, onChange: (value: string) => void, hint?: string) => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      {hint ? <span className="hint">{hint}</span> : null}
    </div>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('explore.properties')}
      size={560}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="save-form"
        data-testid="properties"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate();
        }}
      >
        {text('chart-name-field', t('explore.name'), name, setName)}
        <div className="field">
          <label htmlFor="chart-description">{t('save.description')}</label>
          <textarea
            id="chart-description"
            className="input"
            rows={3}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="chart-owners">{t('list.columns.owners')}</label>
          <PeoplePicker
            kind="chart"
            id="chart-owners"
            label={t('list.columns.owners')}
            value={owners}
            onChange={setOwners}
          />
          <span className="hint">{t('explore.ownersHint')}</span>
        </div>
        <TagsField id="chart-tags" hint={t('explore.tagsHint')} value={tags} onChange={setTags} />
        <div className="field">
          <label htmlFor="chart-cache">{t('databases.cacheTimeout')}</label>
          <input
            id="chart-cache"
            className="input"
            type="number"
            min={-1}
            value={cache}
            onChange={(event) => setCache(event.currentTarget.value)}
          />
          <span className="hint">{t('explore.cacheHint')}</span>
        </div>
        <div className="pair">
          {text('chart-certified', t('explore.certifiedByLabel'), certifiedBy, setCertifiedBy)}
          {text('chart-certification', t('explore.certificationDetails'), details, setDetails)}
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
          <button
            type="submit"
            className="btn primary"
            disabled={!name.trim() || save.isPending}
            data-testid="properties-save"
          >
            {t('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
