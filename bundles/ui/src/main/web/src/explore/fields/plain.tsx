import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Control, Schema } from '../../chart/visualization';

export interface Choice {
  readonly value: string | number | boolean | null;
  readonly title: string;
}

interface Spelled {
  readonly const?: Choice['value'];
  readonly value?: Choice['value'];
  readonly title?: string;
  readonly label?: string;
}

const spelled = (one: unknown): Choice => {
  if (Array.isArray(one)) return { value: one[0] as Choice['value'], title: String(one[1] ?? one[0]) };
  if (typeof one === 'object' && one !== null) {
    const { const: constant, value = constant ?? null, title, label } = one as Spelled;
    return { value, title: title ?? label ?? String(value) };
  }
  return { value: one as Choice['value'], title: one === null ? '–' : String(one) };
};

/** The values to choose from, wherever the descriptor lists them. */
export function choicesOf({ schema = {}, ui = {} }: Control): readonly Choice[] {
  const options = ui['options'];
  const listed = Array.isArray(options)
    ? options
    : (schema.oneOf ?? schema.enum ?? schema.items?.oneOf ?? schema.items?.enum ?? []);
  return listed.map(spelled);
}

interface Field<T> {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: T) => void;
}

/** With `free`, a value of one's own may be typed beside those offered. */
export function SelectField({
  id,
  value,
  choices,
  free,
  onChange,
}: Field<unknown> & { choices: readonly Choice[]; free: boolean }) {
  const { t } = useTranslation();
  const at = choices.findIndex((choice) => choice.value === (value ?? null));
  const unset = value === undefined || value === null || value === '';
  const [own, setOwn] = useState(free && at < 0 && !unset);
  return (
    <>
      <span className="select">
        <select
          id={id}
          className="input"
          value={own ? 'own' : at}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setOwn(chosen === 'own');
            if (chosen !== 'own') onChange(choices[Number(chosen)]?.value);
          }}
        >
          {at < 0 && !own ? <option value={-1}>{unset ? '–' : String(value)}</option> : null}
          {choices.map((choice, index) => (
            <option key={index} value={index}>
              {choice.title}
            </option>
          ))}
          {free ? <option value="own">{t('explore.otherValue')}</option> : null}
        </select>
      </span>
      {own ? <TextField id={`${id}-own`} label={t('explore.otherValue')} value={value} onChange={onChange} /> : null}
    </>
  );
}

export const NumberField = ({ id, value, schema, onChange }: Field<number | null> & { schema: Schema }) => (
  <input
    id={id}
    className="input"
    type="number"
    value={typeof value === 'number' || typeof value === 'string' ? value : ''}
    min={schema.minimum}
    max={schema.maximum}
    step={schema.multipleOf ?? (schema.type === 'integer' ? 1 : 'any')}
    onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber)}
  />
);

export const TextField = ({ id, value, label, onChange }: Field<string> & { label?: string }) => (
  <input
    id={id}
    aria-label={label}
    className="input"
    value={
      value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
    }
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

interface SwitchProps {
  readonly id: string;
  readonly title: string;
  readonly hint: string | undefined;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export const SwitchField = ({ id, title, hint, value, onChange }: SwitchProps) => (
  <div className="field control">
    <label className="switch" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <i aria-hidden="true" />
      {title}
    </label>
    {hint ? <span className="hint">{hint}</span> : null}
  </div>
);
