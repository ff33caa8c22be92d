import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { bootstrap, isAdmin } from '../../api/bootstrap';
import { api, ApiError } from '../../api/client';
import type { Chart, FormValues } from '../../api/types';
import { Age } from '../../ui/Age';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import { datasetOf } from '../form';
import { forgetDraft } from '../useDraft';
import type { Exploration } from '../useExploration';
import { addToDashboard, type Target } from './dashboards';
import { DashboardPicker } from './DashboardPicker';
import '../../app/dialogs.css';

interface Props {
  readonly exploration: Exploration;
  readonly chart: Chart | undefined;
  readonly draftId: string;
  readonly onClose: () => void;
  /** What is saved needs no guard on the way to its own page. */
  readonly onLeaving: () => void;
}

const bodyOf = (form: FormValues, name: string, description: string) => {
  const { slice_id: _id, ...params } = form;
  return {
    slice_name: name,
    description,
    viz_type: form['viz_type'],
    params: JSON.stringify(params),
    datasource_id: datasetOf(form),
    datasource_type: 'table',
  };
};

/** The server decides; this only begins with what it will take. */
const mayOverwrite = ({ owners }: Chart): boolean =>
  isAdmin(bootstrap.user) || !owners || owners.some(({ id }) => id === bootstrap.user?.id);

interface Saved {
  readonly id: number;
  readonly result?: { readonly uuid?: string };
}

export function SaveDialog({ exploration, chart, draftId, onClose, onLeaving }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { draft } = exploration;
  const [name, setName] = useState(draft.name);
  const [description, setDescription] = useState(chart?.description ?? '');
  const [target, setTarget] = useState<Target>();
  const [asNew, setAsNew] = useState(!chart || !mayOverwrite(chart));
  const [other, setOther] = useState<Chart>();

  const save = useMutation({
    mutationFn: async ({ force }: { force: boolean }) => {
      const body = bodyOf(draft.form, name.trim(), description);
      const saved =
        chart && !asNew
          ? await api<Saved>(`/api/v1/chart/${chart.id}`, {
              method: 'PUT',
              body:
                force || exploration.baseVersion === undefined ? body : { ...body, version: exploration.baseVersion },
            })
          : await api<Saved>('/api/v1/chart/', { method: 'POST', body });
      if (target) await addToDashboard({ id: saved.id, name: name.trim(), uuid: saved.result?.uuid }, target);
      return saved;
    },
    onSuccess: async ({ id }) => {
      if (chart && !asNew) draft.rename(name.trim());
      else {
        forgetDraft(draftId);
        onLeaving();
      }
      await client.invalidateQueries({ queryKey: ['chart'] });
      if (target) void client.invalidateQueries({ queryKey: ['dashboard'] });
      say(t('save.done', { name: name.trim() }));
      onClose();
      if (!chart || asNew) {
        onLeaving();
        await navigate(`/explore/?slice_id=${id}`);
      }
    },
    onError: async (error) => {
      if (!(error instanceof ApiError) || error.status !== 409 || !chart) return;
      setOther((await api<{ result: Chart }>(`/api/v1/chart/${chart.id}`)).result);
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('save.title')}
      size={440}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="save-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate({ force: other !== undefined && !asNew });
        }}
      >
        {chart ? (
          <div className="save-ways" role="radiogroup" aria-label={t('save.title')}>
            {([false, true] as const).map((fresh) => (
              <label key={String(fresh)}>
                <input
                  type="radio"
                  name="save-way"
                  checked={asNew === fresh}
                  data-testid={fresh ? 'save-as-new' : 'save-over'}
                  onChange={() => setAsNew(fresh)}
                />
                {t(fresh ? 'save.asNew' : 'save.overwrite', { name: chart.slice_name })}
              </label>
            ))}
          </div>
        ) : null}
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
        <div className="field">
          <label htmlFor="save-description">{t('save.description')}</label>
          <textarea
            id="save-description"
            className="input"
            rows={2}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        </div>
        <DashboardPicker value={target} onChange={setTarget} />
        {other && !asNew ? (
          <p className="conflict" role="alert" data-testid="save-conflict">
            {t('save.conflict', { name: other.changed_by_name || t('save.somebody') })}{' '}
            <Age iso={other.changed_on_utc} />. {t('save.conflictWays')}
          </p>
        ) : save.error ? (
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
            className={other && !asNew ? 'btn danger' : 'btn primary'}
            disabled={!name.trim() || save.isPending}
            data-testid="save-confirm"
          >
            {t(other && !asNew ? 'save.anyway' : 'action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
