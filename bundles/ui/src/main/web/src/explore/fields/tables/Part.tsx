import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../plain';
import { NumberField, SelectField, SwitchField, TextField } from '../plain';

interface Props<T> {
  readonly title: string;
  readonly value: unknown;
  readonly onChange: (value: T) => void;
}

/** A line of a small form: what it is called, and its field. */
export function Part({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <div className="part">
      <label htmlFor={id}>{title}</label>
      {children}
    </div>
  );
}

export function TextPart({ title, value, onChange }: Props<string | undefined>) {
  const id = useId();
  return (
    <Part title={title} id={id}>
      <TextField id={id} value={value} onChange={(text) => onChange(text === '' ? undefined : text)} />
    </Part>
  );
}

export function NumberPart({ title, value, onChange, least }: Props<number | undefined> & { least?: number }) {
  const id = useId();
  const schema = least === undefined ? {} : { minimum: least };
  return (
    <Part title={title} id={id}>
      <NumberField id={id} value={value} schema={schema} onChange={(number) => onChange(number ?? undefined)} />
    </Part>
  );
}

interface SelectProps extends Props<unknown> {
  readonly choices: readonly Choice[];
  readonly free?: boolean;
}

export function SelectPart({ title, value, choices, free = false, onChange }: SelectProps) {
  const id = useId();
  return (
    <Part title={title} id={id}>
      <SelectField id={id} value={value} choices={choices} free={free} onChange={onChange} />
    </Part>
  );
}

/** On, off, or as the chart has it: a column need not say. */
export function ThreeWayPart({ title, value, onChange }: Props<boolean | undefined>) {
  const { t } = useTranslation();
  const choices = [
    { value: null, title: t('tables.asChart') },
    { value: true, title: t('tables.yes') },
    { value: false, title: t('tables.no') },
  ];
  return (
    <SelectPart
      title={title}
      value={value ?? null}
      choices={choices}
      onChange={(chosen) => onChange(typeof chosen === 'boolean' ? chosen : undefined)}
    />
  );
}

export function SwitchPart({ title, value, onChange }: Props<boolean>) {
  const id = useId();
  return <SwitchField id={id} title={title} hint={undefined} value={value === true} onChange={onChange} />;
}
