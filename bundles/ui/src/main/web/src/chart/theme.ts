import type { Theme } from 'karavel-viz';
import { useMemo } from 'react';
import { useMode, type Mode } from '../style/theme';
import { mix } from './colors';
import { twoSided } from './schemes';

function read(mode: Mode): Theme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
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

/** Design tokens for plugins, read from the page's own style sheet. */
export function useChartTheme(): Theme {
  const mode = useMode();
  return useMemo(() => read(mode), [mode]);
}
