import type { Theme } from 'karavel-viz';
import { useMemo } from 'react';
import { useWorn } from '../style/boardTheme';
import { useMode, type Mode } from '../style/theme';
import { themeOf } from './tokens';

function read(mode: Mode): Theme {
  const style = getComputedStyle(document.documentElement);
  return themeOf(mode, (name) => style.getPropertyValue(`--${name}`).trim());
}

const known = new Map<string, Theme>();

/** Design tokens for plugins, read from the page's own style sheet once for all charts. */
export function useChartTheme(): Theme {
  const mode = useMode();
  const worn = useWorn();
  return useMemo(() => {
    const key = mode + worn;
    const theme = known.get(key) ?? read(mode);
    known.set(key, theme);
    return theme;
  }, [mode, worn]);
}
