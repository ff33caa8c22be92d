import { textWidth, weightOf } from '../measure';
import { paintOf } from './color';
import type { Style } from './style';

/** Something laid out: how big it is, and how it draws itself with its corner at a place. */
export interface Fragment {
  readonly width: number;
  readonly height: number;
  /** Distance of the first line of text from the top; that of the bottom where there is none. */
  readonly baseline: number;
  readonly draw: (x: number, y: number) => string;
}

export const round = (value: number): number => Math.round(value * 100) / 100;
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

export const fill = (color: string | undefined, name = 'fill'): string => {
  const paint = paintOf(color);
  if (!paint) return `${name}="none"`;
  return `${name}="${paint.color}"${paint.opacity < 1 ? ` ${name}-opacity="${round(paint.opacity)}"` : ''}`;
};

export const nothing: Fragment = { width: 0, height: 0, baseline: 0, draw: () => '' };

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  color: string | undefined,
  radius = 0,
): string =>
  width <= 0 || height <= 0 || !paintOf(color)
    ? ''
    : `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${radius > 0 ? ` rx="${round(Math.min(radius, width / 2, height / 2))}"` : ''} ${fill(color)}/>`;

export const widthOfText = (text: string, style: Style): number =>
  textWidth(text, style.fontSize, style.fontWeight, style.mono) + style.letterSpacing * [...text].length;

/** How far letters reach over and below their line, as shares of their size. */
export const ASCENT = 0.969;
export const DESCENT = 0.242;

/** One run of text, its first letter's baseline at the place. */
export function textRun(text: string, style: Style, x: number, y: number): string {
  if (text.trim() === '') return '';
  const more = [
    weightOf(style.fontWeight) === 400 ? '' : ` font-weight="${weightOf(style.fontWeight)}"`,
    style.mono ? ' font-family="monospace"' : '',
    style.italic ? ' font-style="italic"' : '',
    style.letterSpacing ? ` letter-spacing="${round(style.letterSpacing)}"` : '',
  ].join('');
  const width = widthOfText(text, style);
  const line = (at: number) => rect(x, y + at * style.fontSize, width, Math.max(1, style.fontSize / 14), style.color);
  const under = style.decoration.includes('underline') ? line(0.12) : '';
  const through = style.decoration.includes('line-through') ? line(-0.28) : '';
  return `${under}<text x="${round(x)}" y="${round(y)}" font-size="${round(style.fontSize)}"${more} ${fill(style.color)} xml:space="preserve">${escapeXml(text)}</text>${through}`;
}
