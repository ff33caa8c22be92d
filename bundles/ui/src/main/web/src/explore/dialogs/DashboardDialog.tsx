import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Chart } from '../../api/types';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import { addToDashboard, type Target } from './dashboards';
import { DashboardPicker } from './DashboardPicker';
import '../../app/dialogs.css';

interface Props {
  readonly chart: Chart | undefined;
  readonly dirty: boolean;
  readonly onClose: () => void;
  readonly onSave: () => void;
}

/** Puts the saved chart on a dashboard; what is not saved yet is saved first. */
export function DashboardDialog({ chart, dirty, onClose, onSave }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [target, setTarget] = useState<Target>();
  const add = useMutation({
    mutationFn: (to: Target) => addToDashboard({ id: chart?.id ?? 0, name: chart?.slice_name ?? '' }, to),
    onSuccess: async (id, { title }) => {
      await client.invalidateQueries({ queryKey: ['dashboard'] });
      onClose();
      say(t('save.added', { title }), 'good', {
        label: t('save.openDashboard'),
        lasting: 8000,
        run: () => void navigate(`/dashboard/${id}/`),
      });
    },
  });
  const homes = chart?.dashboards ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('explore.addToDashboard')}
      size={440}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="save-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (target) add.mutate(target);
        }}
      >
        {!chart || dirty ? (
          <p className="muted">{t(chart ? 'save.unsavedFirst' : 'save.newFirst')}</p>
        ) : (
          <>
            {homes.length > 0 ? (
              <p className="muted">
                {t('save.isOn', { list: homes.map(({ dashboard_title }) => dashboard_title).join(', ') })}
              </p>
            ) : null}
            <DashboardPicker value={target} onChange={setTarget} />
          </>
        )}
        {add.error ? (
          <p className="problem" role="alert">
            {words(add.error).title} {words(add.error).text}
          </p>
        ) : null}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          {!chart || dirty ? (
            <button type="button" className="btn primary" onClick={onSave}>
              {t('save.saveFirst')}
            </button>
          ) : (
            <button
              type="submit"
              className="btn primary"
              disabled={!target || add.isPending}
              data-testid="dashboard-confirm"
            >
              {t('save.add')}
            </button>
          )}
        </div>
      </form>
    </Modal>
  );
}
