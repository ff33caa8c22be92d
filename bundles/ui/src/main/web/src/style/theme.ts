import { createTheme, type CSSVariablesResolver } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { bootstrap } from '../api/bootstrap';

export type ThemeChoice = 'light' | 'dark' | 'system';
export type Mode = 'light' | 'dark';

const KEY = 'karavel.theme';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function readChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

let choice = readChoice();

const modeOf = (wanted: ThemeChoice): Mode => (wanted === 'system' ? (darkSystem.matches ? 'dark' : 'light') : wanted);

/** What the page wears: not what the system says at this moment, for the style sheet follows a moment later. */
let mode = modeOf(choice);

function apply() {
  mode = modeOf(choice);
  document.documentElement.dataset['theme'] = mode;
  document.documentElement.dataset['mantineColorScheme'] = mode;
  listeners.forEach((listener) => listener());
}

darkSystem.addEventListener('change', apply);

// what was chosen on another machine counts where nothing is kept here
const kept = bootstrap.preferences?.['theme'];
if (choice === 'system' && (kept === 'light' || kept === 'dark')) {
  choice = kept;
  apply();
}

export function chooseTheme(next: ThemeChoice) {
  choice = next;
  try {
    if (next === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // a closed storage only means the choice ends with the page
  }
  apply();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, () => choice);
export const useMode = (): Mode => useSyncExternalStore(subscribe, () => mode);

const token = (name: string) => `var(--${name})`;

export const mantineTheme = createTheme({
  fontFamily: token('font'),
  fontFamilyMonospace: token('mono'),
  defaultRadius: 5,
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Watching for the moment of becoming visible keeps every list that was ever closed in memory.
  components: { Popover: { defaultProps: { preventPositionChangeWhenVisible: false } } },
});

const variables = {
  '--mantine-color-body': token('page'),
  '--mantine-color-text': token('ink'),
  '--mantine-color-default': token('surface'),
  '--mantine-color-default-hover': token('sunken'),
  '--mantine-color-default-border': token('hair'),
  '--mantine-color-dimmed': token('ink-3'),
  '--mantine-color-error': token('bad'),
  '--mantine-primary-color-filled': token('accent'),
};

export const mantineVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });
