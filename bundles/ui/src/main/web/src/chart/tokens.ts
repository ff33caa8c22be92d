import type { Theme } from 'karavel-viz';
import { mix } from './colors';
import { twoSided } from './schemes';

/** Design tokens for plugins. @param token the value of a custom property of the style sheet, by its name without dashes */
export function themeOf(mode: Theme['mode'], token: (name: string) => string): Theme {
  const categorical = Array.from({ length: 8 }, (_, index) => token(`c${index + 1}`));
  const [sunken, ink, strong, second] = [token('sunken'), token('ink'), token('c1'), token('c2')];
  return {
    mode,
    categorical,
    sequential: [0.08, 0.28, 0.46, 0.64, 0.82, 1].map((share) => mix(sunken, strong, share)),
    // On white the second colour is far lighter than the first: both ends shall weigh the same.
    diverging: twoSided(sunken, mode === 'dark' ? second : mix(second, ink, 0.3), strong),
    ink,
    inkSecondary: token('ink-2'),
    inkMuted: token('ink-3'),
    hairline: token('hair'),
    surface: token('surface'),
    sunken,
    accent: token('accent'),
    good: token('good'),
    bad: token('bad'),
    fontFamily: token('font'),
    monoFamily: token('mono'),
  };
}
