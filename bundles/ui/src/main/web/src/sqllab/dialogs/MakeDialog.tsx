import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabTab } from '../tabs/model';
import type { LabDatabase } from '../types';
import type { Making } from '../useRunning';
import '../../app/dialogs.css';

interface Props {
  readonly tab: LabTab;
  readonly method: 'TABLE' | 'VIEW';
  readonly database: LabDatabase | undefined;
  readonly onMake: (making: Making) => void;
  readonly onClose: () => void;
}

/** A table or view made of what the statement under the cursor selects. */
export function MakeDialog({ tab, method, database, onMake, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const schema = database?.force_ctas_schema || tab.schema || '';
  const wrong = name !== '' && !/^[\p{L}_][\p{L}\p{N}_$]*$/u.test(name.trim());
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`lab.make.${method}`)}
      size={440}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="lab-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() && !wrong) onMake({ select_as_cta: true, ctas_method: method, tmp_table_name: name.trim() });
        }}
      >
        <p className="dialog-text">{t('lab.make.text', { schema, database: database?.database_name ?? '' })}</p>
        <div className="field">
          <label htmlFor="make-name">{t('lab.make.name')}</label>
          <input
            id="make-name"
            className="input code"
            data-autofocus
            value={name}
            aria-invalid={wrong}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {wrong ? (
            <span className="problem" role="alert">
              {t('lab.make.wrong')}
            </span>
          ) : null}
        </div>
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!name.trim() || wrong} data-testid="make">
            {t('lab.make.make')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
