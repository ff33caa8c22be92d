import { expect, test } from 'vitest';
import { tokensOf } from '../render/look';
import { colorsOf, faultOf, modes, readTones, tokens, withTone } from './tones';

test('a colour that is emptied leaves the theme, all others stay', () => {
  const theme = '{"light":{"accent":"#003344","ink":"#000000"}}';
  expect(JSON.parse(withTone(theme, 'light', 'ink', ' '))).toEqual({ light: { accent: '#003344' }, dark: {} });
  expect(readTones(withTone(theme, 'dark', 'c1', '#aabbcc'))).toEqual({
    light: { accent: '#003344', ink: '#000000' },
    dark: { c1: '#aabbcc' },
  });
});

test.each([
  ['{"light":', 'json', ''],
  ['[]', 'json', ''],
  ['{"token":{}}', 'part', 'token'],
  ['{"dark":3}', 'part', 'dark'],
  ['{"light":{"acent":"#003344"}}', 'token', 'light.acent'],
  ['{"dark":{"ink":"red"}}', 'color', 'dark.ink'],
  ['{"dark":{"ink":7}}', 'color', 'dark.ink'],
])('of %s it is told what is wrong and where', (json, kind, place) => {
  expect(faultOf(json)).toEqual({ kind, place });
});

test('a theme of known colours is right, and one that says nothing as well', () => {
  for (const json of ['', '{}', '{"light":{"ink-2":"#ABCDEF"},"dark":{}}']) expect(faultOf(json)).toBeUndefined();
});

test('what a theme may set is in the style sheet', () => {
  for (const mode of modes) for (const token of tokens) expect(tokensOf(mode)[token]).toMatch(/^#/);
});

test('what is no colour is not drawn', () => {
  expect(colorsOf({ ink: 'url(x)', page: '#101010', odd: '#101010' })).toEqual({ page: '#101010' });
});
