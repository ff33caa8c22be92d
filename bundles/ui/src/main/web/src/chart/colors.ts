import type { ColorOf } from 'karavel-viz';
import type { SchemeChoice } from './schemes';

export interface ColorBook {
  /** The dashboard's colour schemes, which go before those of its charts. */
  readonly schemes: SchemeChoice;
  /**
   * The same label gets the same colour for as long as this book lives, whatever the theme.
   * Charts by the same dimension (scope) share one row of colours; another dimension begins anew.
   */
  in(palette: readonly string[], scope?: string): ColorOf;
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

/** The places in the row of colours that labels got, by scope. */
export type ColorPlaces = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface ColorMemory {
  readonly known: ColorPlaces;
  readonly learn: (scope: string, label: string, place: number) => void;
}

/**
 * Colours by order of first use; labels past the palette take its colours again, lighter each round.
 *
 * @param memory of an earlier book: charts arrive in another order each time, and colours would change with it
 */
export function createColorBook(
  fixed: Readonly<Record<string, string>> = {},
  schemes: SchemeChoice = {},
  memory?: ColorMemory,
): ColorBook {
  const remembered = Object.entries(memory?.known ?? {});
  const places = new Map<string, number>(remembered.flatMap(([, labels]) => Object.entries(labels)));
  const taken = new Map(remembered.map(([scope, labels]) => [scope, new Set(Object.values(labels))]));

  const placeOf = (label: string, scope: string): number => {
    const used = taken.get(scope) ?? new Set<number>();
    taken.set(scope, used);
    let place = places.get(label);
    if (place === undefined) {
      place = 0;
      while (used.has(place)) place++;
      places.set(label, place);
    }
    if (!used.has(place)) memory?.learn(scope, label, place);
    used.add(place);
    return place;
  };

  return {
    schemes,
    in:
      (palette, scope = '') =>
      (label) => {
        const given = fixed[label];
        if (given) return given;
        const place = placeOf(label, scope);
        const base = palette[place % palette.length] ?? '#888888';
        const round = Math.floor(place / palette.length);
        return round === 0 ? base : mix(base, '#ffffff', Math.min(0.28 * round, 0.7));
      },
  };
}

const dimensions = ['groupby', 'columns', 'series', 'entity', 'source', 'target'] as const;

/** What a chart's labels are values of: its dimensions, or its metrics where it has none. */
export const colorScope = (form: Readonly<Record<string, unknown>>): string => {
  const used = dimensions
    .map((name) => form[name])
    .filter((value) => value && (!Array.isArray(value) || value.length > 0));
  return used.length > 0 ? JSON.stringify(used) : 'metrics';
};
