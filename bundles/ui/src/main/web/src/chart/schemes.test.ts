import type { Theme } from 'karavel-viz';
import { expect, test } from 'vitest';
import { mix } from './colors';
import { contrast, light } from './contrast';
import css from '../style/tokens.css?raw';
import { choiceOf, schemeOf, schemes, twoSided, withSchemes, type Scheme } from './schemes';

const theme = (mode: Theme['mode']): Theme =>
  ({
    mode,
    categorical: ['#010203'],
    sequential: ['#111111', '#222222'],
    diverging: ['#aa0000', '#eeeeee', '#0000aa'],
    ink: mode === 'dark' ? '#e6eaf1' : '#1b2330',
    surface: mode === 'dark' ? '#181e27' : '#ffffff',
  }) as unknown as Theme;

const tokens = (mode: Theme['mode']) => {
  const [first = '', second = ''] = css.split("[data-theme='dark'] {");
  const part = mode === 'dark' ? second : first;
  return (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(part)?.[1] ?? '';
};

// Machado, Oliveira, Fernandes 2009, severity 1: protanopia, deuteranopia, tritanopia.
const kinds = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
];
const root = (part: number) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116);
function lab(hex: string, kind: readonly number[]) {
  const given = light(hex);
  const row = (at: number) =>
    Math.min(
      1,
      Math.max(
        0,
        given.reduce((sum, one, index) => sum + one * (kind[at + index] ?? 0), 0),
      ),
    );
  const [r, g, b] = [row(0), row(3), row(6)];
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)] as const;
}
type Lab = ReturnType<typeof lab>;
const apart = (a: Lab, b: Lab) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** The least difference that has to be seen, and how large it has to be. */
function toldApart({ kind, colors, dark = colors }: Scheme): boolean {
  const distances = [colors, dark].flatMap((row) =>
    kinds.flatMap((eye) => {
      const seen = row.map((hex) => lab(hex, eye));
      if (kind === 'sequential') {
        const way = (seen.at(-1)?.[0] ?? 0) > (seen[0]?.[0] ?? 0) ? 1 : -1;
        return seen.slice(1).map((one, index) => way * (one[0] - (seen[index]?.[0] ?? 0)));
      }
      const half = Math.floor(seen.length / 2);
      if (kind === 'diverging')
        return seen.slice(0, half < 2 ? 1 : half - 1).map((one, index) => apart(one, seen.at(-1 - index) ?? one));
      const first = seen.slice(0, 8);
      return first.flatMap((one, index) => first.slice(0, index).map((other) => apart(one, other)));
    }),
  );
  return Math.min(...distances) >= { categorical: 12, sequential: 2, diverging: 24.5 }[kind];
}

test('every scheme is told apart with colour blindness where it says so, and nowhere else', () => {
  expect(schemes.filter(toldApart).map(({ id }) => id)).toEqual(schemes.filter(({ safe }) => safe).map(({ id }) => id));
});

test('colours are written alike, and every name is there once', () => {
  expect(new Set(schemes.map(({ id }) => id)).size).toBe(schemes.length);
  for (const { colors, dark = colors } of schemes)
    expect([...colors, ...dark].filter((color) => !/^#[0-9a-f]{6}$/.test(color))).toEqual([]);
});

test.each(['light', 'dark'] as const)('our own schemes are those of the style sheet, %s', (mode) => {
  const token = tokens(mode);
  const colors = (id: string) => {
    const one = schemeOf(id);
    return mode === 'dark' ? one?.dark : one?.colors;
  };
  const [sunken, first, second] = [token('sunken'), token('c1'), token('c2')];
  expect(colors('karavel')).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((place) => token(`c${place}`)));
  expect(colors('karavel_sequential')).toEqual(
    [0.08, 0.28, 0.46, 0.64, 0.82, 1].map((share) => mix(sunken, first, share)),
  );
  expect(colors('karavel_diverging')).toEqual(
    twoSided(sunken, mode === 'dark' ? second : mix(second, token('ink'), 0.3), first),
  );
});

test('the dashboard chooses before the chart, and unknown names choose nothing', () => {
  const form = { color_scheme: 'lyftColors', linear_color_scheme: 'no_such' };

  expect(choiceOf(form)).toEqual({ categorical: 'lyftColors', linear: undefined });
  expect(choiceOf(form, { categorical: 'bnbColors' }).categorical).toBe('bnbColors');
  expect(choiceOf(form, { categorical: 'gone' }).categorical).toBe('lyftColors');
});

test('our own and unknown schemes leave the theme as it is', () => {
  const own = theme('light');

  expect(withSchemes(own, { categorical: 'karavel', linear: 'karavel_sequential' })).toBe(own);
  expect(withSchemes(own, { categorical: 'gone', linear: 'gone' })).toBe(own);
});

test('a chosen scheme takes the place of the colours of its kind', () => {
  const painted = withSchemes(theme('light'), { categorical: 'd3Category10', linear: 'schemeBlues' });

  expect(painted.categorical[1]).toBe('#ff7f0e');
  expect(painted.sequential).toEqual(schemeOf('schemeBlues')?.colors);
  expect(painted.diverging).toEqual(theme('light').diverging);
});

test('a scheme with two sides is the scale for magnitudes too', () => {
  const painted = withSchemes(theme('light'), { linear: 'schemePuOr' });

  expect(painted.sequential).toBe(painted.diverging);
  expect(withSchemes(theme('dark'), { linear: 'karavel_diverging' }).sequential).toEqual(theme('dark').diverging);
});

test.each(['light', 'dark'] as const)('no colour drowns in the surface, %s', (mode) => {
  for (const { id, kind } of schemes)
    if (kind === 'categorical')
      for (const color of withSchemes(theme(mode), { categorical: id }).categorical)
        if (id !== 'karavel') expect(contrast(color, theme(mode).surface)).toBeGreaterThanOrEqual(1.35);
});
