import { Modal } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../ui/failure';
import '../app/dialogs.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly save: UseMutationResult<unknown, Error, void>;
  readonly ready: boolean;
  readonly children: ReactNode;
  readonly size?: number;
}

/** A form in a dialog that saves, and says what was refused. */
export function FormDialog({ title, onClose, save, ready, children, size = 520 }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className="save-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save.mutate();
        }}
      >
        {children}
        {save.error ? (
          <p className="problem" role="alert">
            {words(save.error).title} {words(save.error).text}
          </p>
        ) : null}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!ready || save.isPending} data-testid="dialog-save">
            {t('action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly type?: 'text' | 'password' | 'email';
  readonly autoComplete?: string;
  readonly disabled?: boolean;
}

export const TextField = ({
  id,
  label,
  value,
  onChange,
  hint,
  type = 'text',
  autoComplete = 'off',
  disabled,
}: TextProps) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    <input
      id={id}
      className="input"
      type={type}
      value={value}
      autoComplete={autoComplete}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
    {hint ? <span className="hint">{hint}</span> : null}
  </div>
);

interface ChecksProps {
  readonly legend: string;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly value: readonly number[];
  readonly onChange: (value: readonly number[]) => void;
}

/** Several of a few. */
export const Checks = ({ legend, options, value, onChange }: ChecksProps) => (
  <fieldset className="checks">
    <legend>{legend}</legend>
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="checkbox"
          checked={value.includes(option.value)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked ? [...value, option.value] : value.filter((one) => one !== option.value),
            )
          }
        />
        {option.label}
      </label>
    ))}
  </fieldset>
);
