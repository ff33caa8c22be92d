import type { Theme } from 'karavel-viz';
import { useMemo } from 'react';
import { useMode, type Mode } from '../style/theme';
import { themeOf } from './tokens';

function read(mode: Mode): Theme {
  const style = getComputedStyle(document.documentElement);
  return themeOf(mode, (name) => style.getPropertyValue(`--${name}`).trim());
}

const known = new Map<Mode, Theme>();

/** Design tokens for plugins, read from the page's own style sheet once for all charts. */
export function useChartTheme(): Theme {
  const mode = useMode();
  return useMemo(() => {
    const theme = known.get(mode) ?? read(mode);
    known.set(mode, theme);
    return theme;
  }, [mode]);
}
