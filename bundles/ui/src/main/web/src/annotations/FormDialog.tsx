import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../ui/failure';
import '../app/dialogs.css';
import './annotations.css';

interface Props {
  readonly title: string;
  readonly complete: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Fields to save, with what the server said against them. */
export function FormDialog({ title, complete, busy, error, onSave, onClose, children }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const failed = error ? words(error) : undefined;
  return (
    <Modal opened onClose={onClose} title={title} size={480} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className="annotation-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (complete && !busy) onSave();
        }}
      >
        {children}
        {failed ? (
          <p className="problem" role="alert">
            {failed.title} {failed.text}
          </p>
        ) : null}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!complete || busy} data-testid="annotation-save">
            {t('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly children: ReactNode;
}

export const Field = ({ id, label, hint, wrong, children }: FieldProps) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    {children}
    {wrong ? (
      <p className="problem" role="alert">
        {wrong}
      </p>
    ) : hint ? (
      <p className="hint">{hint}</p>
    ) : null}
  </div>
);
