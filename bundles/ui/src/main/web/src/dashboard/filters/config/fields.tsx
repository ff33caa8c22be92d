import { useId, useState } from 'react';

interface FieldProps {
  readonly label: string;
  readonly testId: string;
  readonly invalid?: boolean;
}

export function TextField({
  label,
  value,
  invalid,
  testId,
  onChange,
}: FieldProps & { value: string; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        value={value}
        aria-invalid={invalid || undefined}
        data-testid={testId}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly none?: string;
  readonly onChange: (value: string) => void;
}

export function SelectField({ label, value, options, none, invalid, testId, onChange }: SelectProps) {
  const id = useId();
  const gone = value !== '' && !options.some((one) => one.value === value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="select">
        <select
          id={id}
          className="input"
          value={value}
          aria-invalid={invalid || undefined}
          data-testid={testId}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {none === undefined ? null : <option value="">{none}</option>}
          {gone ? <option value={value}>{value}</option> : null}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

export function CheckField({
  label,
  checked,
  testId,
  onChange,
}: FieldProps & { checked: boolean; onChange: (on: boolean) => void }) {
  const [id] = useState(() => `check-${testId}`);
  return (
    <label className="check" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        data-testid={testId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
