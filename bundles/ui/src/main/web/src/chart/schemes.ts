import type { FormData, Theme } from 'karavel-viz';
import list from '../../../../../../spi/src/main/resources/karavel/color-schemes.json';
import { mix } from './colors';
import { contrast } from './contrast';

export interface Scheme {
  /** As form data names it; Superset's names where Superset has the scheme. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'categorical' | 'sequential' | 'diverging';
  readonly colors: readonly string[];
  /** In place of `colors` on a dark surface. */
  readonly dark?: readonly string[];
  /** Its colours are told apart with the common kinds of colour blindness: measured, see schemes.test.ts. */
  readonly safe: boolean;
}

export const schemes = list as readonly Scheme[];

const byId = new Map(schemes.map((one) => [one.id, one]));

export const schemeOf = (id: unknown): Scheme | undefined => (typeof id === 'string' ? byId.get(id) : undefined);

export const colorsOf = ({ colors, dark }: Scheme, mode: Theme['mode']): readonly string[] =>
  (mode === 'dark' && dark) || colors;

/** Names of schemes, as a chart or a dashboard chose them. */
export interface SchemeChoice {
  readonly categorical?: string | undefined;
  readonly linear?: string | undefined;
}

const name = (value: unknown) => (typeof value === 'string' && byId.has(value) ? value : undefined);

/** The dashboard's choice goes before the chart's; what nobody knows counts as not chosen. */
export const choiceOf = (form: FormData, dashboard: SchemeChoice = {}): SchemeChoice => ({
  categorical: name(dashboard.categorical) ?? name(form['color_scheme']),
  linear: name(dashboard.linear) ?? name(form['linear_color_scheme']),
});

/** A colour that would drown in the surface moves towards the ink until it is seen. */
function seen(color: string, { surface, ink }: Theme): string {
  let shown = color;
  for (let share = 0.2; share < 0.9 && contrast(shown, surface) < 1.35; share += 0.2) shown = mix(color, ink, share);
  return shown;
}

/** From the colour of the least over the surface's own to the colour of the most, in nine steps. */
export function twoSided(middle: string, low: string, high: string): readonly string[] {
  const steps = [1, 0.75, 0.5, 0.25];
  return [
    ...steps.map((share) => mix(middle, low, share)),
    middle,
    ...[...steps].reverse().map((share) => mix(middle, high, share)),
  ];
}

/** The theme with the colours of the chosen schemes; our own ones are the theme's already. */
export function withSchemes(theme: Theme, { categorical, linear }: SchemeChoice): Theme {
  const palette = categorical === 'karavel' ? undefined : schemeOf(categorical);
  const scale = linear === 'karavel_sequential' ? undefined : schemeOf(linear);
  if (!palette && !scale) return theme;
  const colors = scale?.id === 'karavel_diverging' ? theme.diverging : scale && colorsOf(scale, theme.mode);
  return {
    ...theme,
    ...(palette ? { categorical: colorsOf(palette, theme.mode).map((color) => seen(color, theme)) } : {}),
    ...(colors ? { sequential: colors } : {}),
    ...(colors && scale?.kind === 'diverging' ? { diverging: colors } : {}),
  };
}
