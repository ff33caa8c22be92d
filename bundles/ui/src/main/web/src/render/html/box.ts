import { fill, nothing, rect, round, type Fragment } from './fragment';
import { paintOf } from './color';
import { lengthOf, words, type Frame } from './length';
import type { Style } from './style';

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const edges = (name: string, suffix: string, { own }: Style, frame: Frame): Edges => {
  const side = (which: string) => lengthOf(own[`${name}-${which}${suffix}`], frame) ?? 0;
  return { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
};

export const marginsOf = (style: Style, frame: Frame): Edges => edges('margin', '', style, frame);
export const sum = (one: Edges, other: Edges): Edges => ({
  top: one.top + other.top,
  right: one.right + other.right,
  bottom: one.bottom + other.bottom,
  left: one.left + other.left,
});
/** Borders and paddings together. */
export const insetsOf = (style: Style, frame: Frame): Edges =>
  sum(edges('border', '-width', style, frame), edges('padding', '', style, frame));

function gradient(text: string, x: number, y: number, width: number, height: number, radius: number): string {
  const [, inside = '', rest = ''] = /^linear-gradient\(((?:[^()]|\([^()]*\))*)\)\s*(.*)$/i.exec(text) ?? [];
  const parts = inside.split(/,(?![^(]*\))/).map((part) => part.trim());
  const direction = /^(?:to\s|[-\d.]+deg)/.test(parts[0] ?? '') ? (parts.shift() ?? '') : 'to bottom';
  const vertical = /bottom|top|^0deg|^180deg/.test(direction);
  const backwards = /to left|to top|^0deg|^270deg|^-90deg/.test(direction);
  const [, wide, tall] =
    /\/\s*((?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+)(?:\s+((?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+))?/.exec(rest) ?? [];
  const frame = (whole: number): Frame => ({ fontSize: 12, whole, width, height });
  const [w, h] = [lengthOf(wide, frame(width)) ?? width, lengthOf(tall, frame(height)) ?? height];
  const [left, top] = [
    x + (/center/.test(rest) ? (width - w) / 2 : 0),
    y + (/center/.test(rest) ? (height - h) / 2 : 0),
  ];
  const along = vertical ? h : w;
  const stops = parts.flatMap((part) => {
    const [color = '', ...at] = words(part);
    const places = at.map((one) => (lengthOf(one, frame(along)) ?? 0) / (along || 1));
    return (places.length > 0 ? places : [undefined]).map((place) => ({ color, place }));
  });
  stops.forEach((stop, index) => (stop.place ??= index / Math.max(1, stops.length - 1)));
  // Hard stops, as bars in cells have them, are rectangles: sharper than a gradient, and smaller.
  const pieces = stops.slice(1).map((stop, index) => ({ from: stops[index], to: stop }));
  return pieces
    .filter(({ from, to }) => from && (paintOf(from.color) ?? paintOf(to.color)) && (to.place ?? 0) > (from.place ?? 0))
    .map(({ from, to }) => {
      const [start, end] = [from?.place ?? 0, to.place ?? 1].map((place) => (backwards ? 1 - place : place));
      const [low, high] = [Math.min(start ?? 0, end ?? 1), Math.max(start ?? 0, end ?? 1)];
      const [px, py, pw, ph] = vertical
        ? [left, top + low * h, w, (high - low) * h]
        : [left + low * w, top, (high - low) * w, h];
      if (from?.color === to.color) return rect(px, py, pw, ph, to.color, Math.min(radius, pw));
      const id = `g${round(px)}-${round(py)}-${round(pw)}`.replaceAll('.', '_');
      const [first, last] = backwards ? [to.color, from?.color] : [from?.color, to.color];
      const stop = (color: string | undefined, offset: number) =>
        `<stop offset="${offset}" ${fill(color, 'stop-color').replace('stop-color-opacity', 'stop-opacity').replace('stop-color="none"', 'stop-color="#000" stop-opacity="0"')}/>`;
      return `<linearGradient id="${id}" x1="0" y1="0" x2="${vertical ? 0 : 1}" y2="${vertical ? 1 : 0}">${stop(first, 0)}${stop(last, 1)}</linearGradient><rect x="${round(px)}" y="${round(py)}" width="${round(pw)}" height="${round(ph)}" fill="url(#${id})"/>`;
    })
    .join('');
}

function background({ own }: Style, x: number, y: number, width: number, height: number, radius: number): string {
  const text = own['background'] ?? '';
  const color =
    own['background-color'] ?? (/gradient/.test(text) ? '' : (words(text).find((word) => paintOf(word)) ?? ''));
  const image = own['background-image'] ?? (/linear-gradient/.test(text) ? text : '');
  return (
    rect(x, y, width, height, color, radius) +
    (image.startsWith('linear-gradient') ? gradient(image, x, y, width, height, radius) : '')
  );
}

function borders(
  style: Style,
  frame: Frame,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): string {
  const size = edges('border', '-width', style, frame);
  const color = (side: string) => {
    const own = style.own[`border-${side}-color`];
    return !own || own === 'currentcolor' ? style.color : own;
  };
  const same = size.top > 0 && size.top === size.left && size.top === size.right && size.top === size.bottom;
  if (same && color('top') === color('left'))
    return `<rect x="${round(x + size.top / 2)}" y="${round(y + size.top / 2)}" width="${round(Math.max(0, width - size.top))}" height="${round(Math.max(0, height - size.top))}"${radius ? ` rx="${round(radius)}"` : ''} fill="none" ${fill(color('top'), 'stroke')} stroke-width="${round(size.top)}"/>`;
  return (
    rect(x, y, width, size.top, color('top')) +
    rect(x, y + height - size.bottom, width, size.bottom, color('bottom')) +
    rect(x, y, size.left, height, color('left')) +
    rect(x + width - size.right, y, size.right, height, color('right'))
  );
}

let clips = 0;
export const clipped = (drawn: string, x: number, y: number, width: number, height: number): string => {
  if (drawn === '') return '';
  const id = `clip${clips++}`;
  return `<clipPath id="${id}"><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/></clipPath><g clip-path="url(#${id})">${drawn}</g>`;
};
export const forgetClips = (): void => void (clips = 0);

interface Dressed {
  readonly width: number;
  readonly height: number;
  readonly insets: Edges;
  readonly baseline: number;
  /** Draws what is inside, its corner within the insets. */
  readonly inside: (x: number, y: number) => string;
  /** How wide and high that is; what is larger than the box is cut where the style says so. */
  readonly content: Pick<Fragment, 'width' | 'height'>;
}

/** A box with its background, borders and what is in it. */
export function dressed(style: Style, frame: Frame, box: Dressed): Fragment {
  const { width, height, insets } = box;
  const radius = lengthOf(style.own['border-radius'], { ...frame, whole: Math.min(width, height) }) ?? 0;
  const opacity = Number(style.own['opacity'] ?? 1);
  if (style.own['visibility'] === 'hidden') return { ...nothing, width, height, baseline: box.baseline };
  const cuts =
    /hidden|auto|scroll|clip/.test(style.own['overflow'] ?? '') &&
    (box.content.width > width - insets.left - insets.right + 1 ||
      box.content.height > height - insets.top - insets.bottom + 1);
  return {
    width,
    height,
    baseline: box.baseline,
    draw: (x, y) => {
      const inner = box.inside(x + insets.left, y + insets.top);
      const drawn =
        background(style, x, y, width, height, radius) +
        borders(style, frame, x, y, width, height, radius) +
        (cuts ? clipped(inner, x, y, width, height) : inner);
      return opacity < 1 && drawn ? `<g opacity="${round(opacity)}">${drawn}</g>` : drawn;
    },
  };
}
