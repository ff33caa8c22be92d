import type { Theme } from 'karavel-viz';
import { themeOf } from '../chart/tokens';
import css from '../style/tokens.css?raw';

export type Tokens = Readonly<Record<string, string>>;

const properties = (block: string): Record<string, string> =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));

const light = properties(/:root\s*\{([^}]*)\}/.exec(css)?.[1] ?? '');
const dark = { ...light, ...properties(/\[data-theme='dark'\]\s*\{([^}]*)\}/.exec(css)?.[1] ?? '') };

let worn: Tokens = {};

/** Draws all that follows with the colours of a dashboard's theme over its own. */
export const wear = (tones: Tokens | undefined): void => {
  worn = tones ?? {};
};

/** The page's design tokens, of its own style sheet, and what is worn over them. */
export const tokensOf = (mode: Theme['mode']): Tokens => ({ ...(mode === 'dark' ? dark : light), ...worn });

export const lookOf = (mode: Theme['mode']): Theme => themeOf(mode, (name) => tokensOf(mode)[name] ?? '');
