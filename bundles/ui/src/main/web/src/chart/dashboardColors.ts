import type { SchemeChoice } from './schemes';

export interface DashboardColors {
  /** Colours of labels that the dashboard fixed. */
  readonly labels: Readonly<Record<string, string>>;
  readonly schemes: SchemeChoice;
}

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const onlyColors = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(object(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What a dashboard's json_metadata says about colours; nothing where it cannot be read. */
export function dashboardColors(metadata: string | null | undefined): DashboardColors {
  let read: Readonly<Record<string, unknown>>;
  try {
    read = object(JSON.parse(metadata ?? '{}'));
  } catch {
    read = {};
  }
  return {
    labels: { ...onlyColors(read['shared_label_colors']), ...onlyColors(read['label_colors']) },
    schemes: { categorical: text(read['color_scheme']), linear: text(read['linear_color_scheme']) },
  };
}
