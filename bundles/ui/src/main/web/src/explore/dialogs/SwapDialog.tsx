import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataset } from '../../api/queries';
import { controlsOf, isVisible } from '../../chart/controls';
import { goneInControl } from '../checks';
import { DatasetList } from '../DatasetList';
import type { Exploration } from '../useExploration';
import '../../app/dialogs.css';

/** Another dataset under the same settings, after saying which of them it cannot serve. */
export function SwapDialog({ exploration, onClose }: { exploration: Exploration; onClose: () => void }) {
  const { t } = useTranslation();
  const { draft, form, visualization, dataset: current } = exploration;
  const [chosen, setChosen] = useState<number>();
  const next = useDataset(chosen).data;
  const lost =
    next && visualization
      ? controlsOf(visualization)
          .filter((control) => isVisible(control, form))
          .map((control) => ({ control, gone: goneInControl(control, form, next) }))
          .filter(({ gone }) => gone.length > 0)
      : [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('explore.swap')}
      size={620}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <DatasetList chosen={chosen ?? current?.id} onChoose={({ id }) => setChosen(id)} />
      {next && next.id !== current?.id ? (
        <div className="swap-lost" role="status" data-testid="swap-lost">
          {lost.length === 0 ? (
            <p>{t('explore.swapFits', { name: next.table_name })}</p>
          ) : (
            <>
              <p>{t('explore.swapLost', { name: next.table_name })}</p>
              <ul>
                {lost.map(({ control, gone }) => (
                  <li key={control.name}>
                    <b>{control.title ?? control.name}</b>: {gone.map(({ name }) => name).join(', ')}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ) : null}
      <div className="dialog-actions">
        <button type="button" className="btn" onClick={onClose}>
          {t('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={!next || next.id === current?.id}
          data-testid="swap-confirm"
          onClick={() => {
            if (next) draft.change({ datasource: `${next.id}__table` });
            onClose();
          }}
        >
          {t('explore.swapNow')}
        </button>
      </div>
    </Modal>
  );
}
