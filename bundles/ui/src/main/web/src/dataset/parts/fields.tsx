import { useId, type ReactNode } from 'react';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly wrong?: string | undefined;
  readonly type?: 'text' | 'number';
  readonly rows?: number;
  readonly code?: boolean;
  readonly list?: readonly string[];
  readonly placeholder?: string;
}

/** A labelled line or area of text, with what is wrong or good to know below. */
export function Text({
  label,
  value,
  onChange,
  hint,
  wrong,
  type = 'text',
  rows,
  code = false,
  list,
  placeholder,
}: TextProps) {
  const id = useId();
  const common = {
    id,
    className: code ? 'input code' : 'input',
    value,
    placeholder,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong || hint ? `${id}-hint` : undefined,
    spellCheck: code ? false : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...common} rows={rows} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          type={type}
          list={list ? `${id}-list` : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {list ? (
        <datalist id={`${id}-list`}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
      {wrong ? (
        <span id={`${id}-hint`} className="problem" role="alert">
          {wrong}
        </span>
      ) : hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

export function Choice({ label, value, options, onChange, hint }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="select">
        <select id={id} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.some((option) => option.value === value) ? null : <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.title}
            </option>
          ))}
        </select>
      </span>
      {hint ? <span className="hint">{hint}</span> : null}
    </div>
  );
}

interface CheckProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string;
}

export const Check = ({ label, checked, onChange, hint }: CheckProps) => (
  <div className="field">
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <i aria-hidden="true" />
      {label}
    </label>
    {hint ? <span className="hint">{hint}</span> : null}
  </div>
);

/** A bare box for a cell whose head names it. */
export const Box = ({ label, checked, onChange }: CheckProps & { label: string }) => (
  <input
    type="checkbox"
    className="box"
    aria-label={label}
    checked={checked}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
);
