import type { Mode } from '../style/theme';

export type { Mode };
export const modes: readonly Mode[] = ['light', 'dark'];

/** Colours of the style sheet that a theme may set, as the server knows them. */
export const tokens: readonly string[] = [
  ...['page', 'surface', 'raised', 'sunken', 'ink', 'ink-2', 'ink-3', 'hair'],
  ...['accent', 'accent-soft', 'accent-strong', 'on-accent', 'good', 'warn', 'bad'],
  ...['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'],
];

export type Tones = Readonly<Record<Mode, Readonly<Record<string, string>>>>;

/** What is wrong with a theme's JSON, and where in it. */
export interface Fault {
  readonly kind: 'json' | 'part' | 'token' | 'color';
  readonly place: string;
}

const COLOR = /^#[0-9a-f]{6}$/i;
export const isColor = (text: unknown): text is string => typeof text === 'string' && COLOR.test(text);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read(json: string): unknown {
  try {
    return JSON.parse(json.trim() || '{}');
  } catch {
    return undefined;
  }
}

/** The first thing that the server would refuse. */
export function faultOf(json: string): Fault | undefined {
  const theme = read(json);
  if (!isObject(theme)) return { kind: 'json', place: '' };
  for (const [mode, tones] of Object.entries(theme)) {
    if (!modes.some((one) => one === mode) || !isObject(tones)) return { kind: 'part', place: mode };
    for (const [token, color] of Object.entries(tones)) {
      if (!tokens.includes(token)) return { kind: 'token', place: `${mode}.${token}` };
      if (!isColor(color)) return { kind: 'color', place: `${mode}.${token}` };
    }
  }
  return undefined;
}

const texts = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).filter((tone): tone is [string, string] => typeof tone[1] === 'string'))
    : {};

/** As far as it can be read. */
export function readTones(json: string): Tones {
  const theme = read(json);
  return { light: texts(isObject(theme) && theme['light']), dark: texts(isObject(theme) && theme['dark']) };
}

/** The theme with another colour for one token; an empty one takes it out. */
export function withTone(json: string, mode: Mode, token: string, color: string): string {
  const tones = readTones(json);
  const { [token]: _, ...others } = tones[mode];
  return toneText({ ...tones, [mode]: color.trim() ? { ...tones[mode], [token]: color.trim() } : others });
}

export const toneText = (tones: Tones): string => JSON.stringify(tones, undefined, 2);

export const colorsOf = (tones: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tones).filter(([token, color]) => tokens.includes(token) && isColor(color)));
