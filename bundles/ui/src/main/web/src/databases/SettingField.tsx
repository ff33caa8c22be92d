import { useTranslation } from 'react-i18next';
import type { Field } from './api';

interface Props {
  readonly field: Field;
  /** The server's name for it in its failures. */
  readonly id: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}

export function SettingField({ field, id, value, problem, onChange }: Props) {
  const { t } = useTranslation();
  const about = [field.help ? `${id}-help` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || undefined;
  const shared = {
    id,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': about,
  };
  if (field.kind === 'switch') {
    return (
      <label className="check" htmlFor={id}>
        <input
          {...shared}
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => onChange(String(event.currentTarget.checked))}
        />
        <span>
          {field.title}
          {field.help ? (
            <span className="hint" id={`${id}-help`}>
              {field.help}
            </span>
          ) : null}
        </span>
      </label>
    );
  }
  const isKey = field.name === 'private_key';
  return (
    <div className={field.kind === 'number' ? 'field narrow' : 'field'}>
      <label htmlFor={id}>
        {field.title}
        {field.required ? null : <span className="optional"> {t('databases.optional')}</span>}
      </label>
      {isKey ? (
        <textarea
          {...shared}
          className="input mono"
          rows={4}
          spellCheck={false}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          className="input"
          type={field.kind === 'secret' ? 'password' : 'text'}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onFocus={(event) => (field.kind === 'secret' ? event.currentTarget.select() : undefined)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {field.help ? (
        <span className="hint" id={`${id}-help`}>
          {field.help}
        </span>
      ) : null}
      {problem ? (
        <span className="problem" id={`${id}-problem`} role="alert" data-testid="field-problem">
          {problem}
        </span>
      ) : null}
    </div>
  );
}
