import type { Theme } from 'karavel-viz';
import { escapeXml, fill, rect, round } from './html/fragment';
import { inlineFragment } from './html/inline';
import { rootStyle } from './html/style';
import { tokensOf } from './look';

export const HEADER = 36;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the plot is within a card, as chart.css says. */
export function fieldOf(card: Area, header: boolean, category: string | undefined): Area {
  const top = (header ? HEADER : 4) + 4;
  const [side, bottom] = category === 'Table' ? [8, 0] : [12, 12];
  return {
    x: card.x + side,
    y: card.y + top,
    width: Math.max(1, card.width - 2 * side),
    height: Math.max(1, card.height - top - bottom),
  };
}

/** The title as the card's head has it. */
export function cardTitle(title: string, { x, y, width }: Area, mode: Theme['mode']): string {
  const root = rootStyle(tokensOf(mode));
  const style = {
    ...root,
    fontWeight: 600,
    whiteSpace: 'nowrap',
    own: { overflow: 'hidden', 'text-overflow': 'ellipsis' },
  };
  const line = inlineFragment([{ kind: 'text', text: title, style }], width - 24, style);
  return line.draw(x + 16, y + 8 + (HEADER - 8 - line.height) / 2);
}

/** Surface, edge and shadow of a card. */
export function cardFrame({ x, y, width, height }: Area, mode: Theme['mode']): string {
  const tokens = tokensOf(mode);
  const shadow = mode === 'light' ? rect(x, y + 1, width, height + 1, 'rgb(20 30 50 / 5%)', 8) : '';
  return `${shadow}<rect x="${round(x + 0.5)}" y="${round(y + 0.5)}" width="${round(width - 1)}" height="${round(height - 1)}" rx="7.5" ${fill(tokens['surface'])} ${fill(tokens['hair'], 'stroke')} stroke-width="1"/>`;
}

/** A drawing moved to its field; nothing of it shows outside. */
export const placed = (svg: string, { x, y, width, height }: Area): string =>
  `<svg x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}">${svg}</svg>`;

/** A whole picture. */
export const document = (
  inside: string,
  width: number,
  height: number,
  background: string | undefined,
  title = '',
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, 'Noto Sans', 'DejaVu Sans', sans-serif">${title ? `<title>${escapeXml(title)}</title>` : ''}${rect(0, 0, width, height, background)}${inside}</svg>`;
