import { lengthOf } from './html/length';

const frame = { fontSize: 12, whole: undefined, width: 0, height: 0 };

/** `font-size:11px;font-family:…;font-weight:600` as attributes; the document's own font is not said again. */
function textAttributes(style: string): string {
  const own = Object.fromEntries(
    style.split(';').map((part) => [part.slice(0, part.indexOf(':')).trim(), part.slice(part.indexOf(':') + 1).trim()]),
  );
  const [, slanted = '', heavy = '', large = '', face = ''] = /^(\S+) (\S+) (\S+) (.*)$/.exec(own['font'] ?? '') ?? [];
  const size = own['font-size'] ?? large;
  const weight = own['font-weight'] ?? heavy;
  const slant = own['font-style'] ?? slanted;
  const family = own['font-family'] ?? face;
  return [
    size ? ` font-size="${lengthOf(size, frame) ?? 12}"` : '',
    weight && weight !== 'normal' ? ` font-weight="${weight}"` : '',
    slant && slant !== 'normal' ? ` font-style="${slant}"` : '',
    /mono/i.test(family) ? ' font-family="monospace"' : '',
  ].join('');
}

/** What ECharts writes, as painters of SVG read it best: no style sheet, no lines of no width, fonts as attributes. */
export const tidied = (svg: string): string =>
  svg
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
    .replace(/<[a-z]+ [^>]*stroke-width="0"[^>]*>/g, (tag) => tag.replace(/ stroke="[^"]*"/, ''))
    .replace(
      /<(text|tspan)( [^>]*?)? style="([^"]*)"/g,
      (_, tag: string, before = '', style: string) => `<${tag}${before}${textAttributes(style)}`,
    );
