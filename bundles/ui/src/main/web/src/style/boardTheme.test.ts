import { expect, test } from 'vitest';
import { themeCss } from './boardTheme';

test('a theme becomes rules for day and night', () => {
  expect(themeCss('{"light":{"accent":"#003344"},"dark":{"ink-2":"#ffffff","c1":"#aabbcc"}}')).toBe(
    ":root:not([data-theme='dark']){--accent:#003344}:root[data-theme='dark']{--ink-2:#ffffff;--c1:#aabbcc}",
  );
});

test('what is no colour, and what is no theme, reaches no style sheet', () => {
  expect(themeCss('{"light":{"accent":"red;} body{display:none","x}":"#003344"},"dark":3}')).toBe('');
  for (const odd of ['{', 'null', '[]', '', undefined]) expect(themeCss(odd)).toBe('');
});
