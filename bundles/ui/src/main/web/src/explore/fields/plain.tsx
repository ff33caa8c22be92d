import type { Control, Schema } from '../../chart/visualization';

export interface Choice {
  readonly value: string | number | boolean | null;
  readonly title: string;
}

const isChoice = (one: unknown): one is { value: Choice['value']; label?: string; title?: string } =>
  typeof one === 'object' && one !== null && 'value' in one;

export function choicesOf({ schema = {}, ui = {} }: Control): readonly Choice[] {
  const labels = (ui['labels'] ?? {}) as Readonly<Record<string, string>>;
  const options = ui['options'];
  if (Array.isArray(options)) {
    return options.map((one: unknown) =>
      isChoice(one)
        ? { value: one.value, title: one.label ?? one.title ?? String(one.value) }
        : Array.isArray(one)
          ? { value: one[0] as Choice['value'], title: String(one[1] ?? one[0]) }
          : { value: one as Choice['value'], title: labels[String(one)] ?? String(one) },
    );
  }
  if (schema.oneOf) return schema.oneOf.map((one) => ({ value: one.const, title: one.title ?? String(one.const) }));
  return (schema.enum ?? []).map((value, index) => {
    const byPlace = ui['enumNames'];
    const title = Array.isArray(byPlace)
      ? String(byPlace[index])
      : (labels[String(value)] ?? (value === null ? '–' : String(value)));
    return { value, title };
  });
}

interface Field<T> {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: T) => void;
}

export function SelectField({ id, value, choices, onChange }: Field<unknown> & { choices: readonly Choice[] }) {
  const at = choices.findIndex((choice) => choice.value === (value ?? null));
  const foreign = at < 0 && value !== undefined && value !== null;
  return (
    <span className="select">
      <select
        id={id}
        className="input"
        value={at}
        onChange={(event) => onChange(choices[Number(event.currentTarget.value)]?.value)}
      >
        {at < 0 ? <option value={-1}>{foreign ? String(value) : '–'}</option> : null}
        {choices.map((choice, index) => (
          <option key={index} value={index}>
            {choice.title}
          </option>
        ))}
      </select>
    </span>
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

export const TextField = ({ id, value, onChange }: Field<string>) => (
  <input
    id={id}
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
