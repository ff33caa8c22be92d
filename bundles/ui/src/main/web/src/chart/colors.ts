import type { ColorOf } from 'karavel-viz';

export interface ColorBook {
  /** The same label gets the same colour for as long as this book lives, whatever the theme. */
  in(palette: readonly string[]): ColorOf;
}

const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);

/** Mixes two #rrggbb colours; `share` of the second. */
export function mix(from: string, to: string, share: number): string {
  const part = (at: number) =>
    Math.round(channel(from, at) * (1 - share) + channel(to, at) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** Colours by order of first use; labels past the palette take its colours again, lighter each round. */
export function createColorBook(fixed: Readonly<Record<string, string>> = {}): ColorBook {
  const order = new Map<string, number>();
  return {
    in: (palette) => (label) => {
      const given = fixed[label];
      if (given) return given;
      const index = order.get(label) ?? order.size;
      order.set(label, index);
      const base = palette[index % palette.length] ?? '#888888';
      const round = Math.floor(index / palette.length);
      return round === 0 ? base : mix(base, '#ffffff', Math.min(0.28 * round, 0.7));
    },
  };
}
