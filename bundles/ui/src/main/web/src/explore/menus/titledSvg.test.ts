import { expect, test } from 'vitest';
import { escapeXml, titledSvg } from './titledSvg';

test('a drawing is placed below its title and keeps its own view', () => {
  const text = titledSvg('<svg width="100" height="50" viewBox="0 0 100 50"><path d="M0 0"/></svg>', {
    title: escapeXml('Delay <by> "origin" & day'),
    width: 100,
    height: 50,
    ink: '#111',
    surface: '#fff',
    font: 'Inter',
  });

  expect(text).toContain('viewBox="0 0 132 110"');
  expect(text).toContain('<svg viewBox="0 0 100 50" x="16" y="44" width="100" height="50">');
  expect(text).toContain('Delay &lt;by&gt; &quot;origin&quot; &amp; day');
});
