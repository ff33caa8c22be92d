import { useTranslation } from 'react-i18next';

interface Props {
  readonly name: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Whether it runs by itself. */
export function ActiveSwitch({ name, on, disabled = false, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={on}
      aria-label={t('alerts.activeOf', { name })}
      title={t(on ? 'alerts.active' : 'alerts.inactive')}
      disabled={disabled}
      onClick={() => onChange(!on)}
      data-testid="active"
    >
      <span />
    </button>
  );
}
