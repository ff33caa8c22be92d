import type { FormValues } from '../api/types';
import { controlsOf } from '../chart/controls';
import type { Section, Visualization } from '../chart/visualization';

/** What decides which data comes; all else decides how it looks. */
export const isData = ({ section }: Pick<Section, 'section'>): boolean =>
  /quer|data|time|analytic|filter|annotation/i.test(section);

/** Controls that only change how the same rows look: they show at once, without a question. */
export function looksOf(visualization: Visualization | undefined): ReadonlySet<string> {
  if (!visualization?.controls) return new Set();
  const asked = JSON.stringify(visualization.query ?? {});
  const names = visualization.controls.filter((section) => !isData(section)).flatMap(({ controls }) => controls);
  return new Set(
    names.map(({ name }) => name).filter((name) => !asked.includes(`"${name}"`) && !asked.includes(`"$${name}"`)),
  );
}

/** The form to draw with: as asked, but with today's looks. */
export function withLooks(asked: FormValues, draft: FormValues, visualization: Visualization | undefined): FormValues {
  if (asked['viz_type'] !== draft['viz_type']) return asked;
  const looks = looksOf(visualization);
  const drawn: Record<string, unknown> = { ...asked };
  for (const name of looks) {
    if (name in draft) drawn[name] = draft[name];
    else delete drawn[name];
  }
  return drawn;
}

/** Whether something else than looks changed since the question was asked. */
export function asksAnew(asked: FormValues, draft: FormValues, visualization: Visualization | undefined): boolean {
  const known = new Set(visualization ? controlsOf(visualization).map(({ name }) => name) : []);
  const looks = looksOf(visualization);
  return [...new Set([...Object.keys(asked), ...Object.keys(draft)])].some(
    (name) =>
      !looks.has(name) &&
      (known.has(name) || name === 'viz_type' || name === 'datasource' || visualization === undefined) &&
      JSON.stringify(asked[name] ?? null) !== JSON.stringify(draft[name] ?? null),
  );
}
