import type { FormValues } from '../api/types';
import type { Control, Section, Visualization } from './visualization';

export const controlsOf = ({ controls }: Visualization): readonly Control[] =>
  (controls ?? []).flatMap((section: Section) => section.controls);

/** What a setting is called on the page, if the field that the server complained about is one of this type. */
export const titleOfControl = (visualization: Visualization | undefined, field: string): string | undefined =>
  visualization && controlsOf(visualization).find(({ name }) => name === field)?.title;

const matches = (wanted: unknown, value: unknown): boolean =>
  Array.isArray(wanted) ? wanted.some((one) => matches(one, value)) : wanted === value;

/** `visibleWhen` names other controls and the values (one, or any of a list) they must have. */
export const isVisible = ({ visibleWhen }: Control, values: FormValues): boolean =>
  Object.entries(visibleWhen ?? {}).every(([name, wanted]) => matches(wanted, values[name]));

/** Fills what is absent; a control that does not show for these values has no say. */
export function withDefaults(form: FormValues, visualization: Visualization | undefined): FormValues {
  const filled: Record<string, unknown> = { ...form };
  for (const control of visualization ? controlsOf(visualization) : []) {
    const { name, schema } = control;
    if (filled[name] === undefined && schema?.default !== undefined && isVisible(control, filled))
      filled[name] = schema.default;
  }
  return filled;
}
