/** Superset's forms of places, views, sizes and contours on maps, read with care: exports hold what their version wrote. */
type Values = Readonly<Record<string, unknown>>;

export const asValues = (value: unknown): Values =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Values) : {};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

export type Place =
  | { readonly type: 'latlong'; readonly lonCol: string; readonly latCol: string }
  | {
      readonly type: 'delimited';
      readonly lonlatCol: string;
      readonly delimiter: string;
      readonly reverseCheckbox: boolean;
    }
  | { readonly type: 'geohash'; readonly geohashCol: string };
export const placeTypes = ['latlong', 'delimited', 'geohash'] as const;

export function readPlace(value: unknown): Place {
  const given = asValues(value);
  switch (given['type']) {
    case 'delimited':
      return {
        type: 'delimited',
        lonlatCol: text(given['lonlatCol']),
        delimiter: text(given['delimiter']) || ',',
        reverseCheckbox: given['reverseCheckbox'] === true,
      };
    case 'geohash':
      return { type: 'geohash', geohashCol: text(given['geohashCol']) };
    default:
      return { type: 'latlong', lonCol: text(given['lonCol']), latCol: text(given['latCol']) };
  }
}

/** A place that is not complete yet is none: the chart asks for it. */
export function writePlace(place: Place): Place | null {
  const columns =
    place.type === 'latlong'
      ? [place.lonCol, place.latCol]
      : [place.type === 'delimited' ? place.lonlatCol : place.geohashCol];
  return columns.every(Boolean) ? place : null;
}

/** The columns whose names say that they hold a place. */
export function guessPlace(names: readonly string[]): Place | undefined {
  const lonCol = names.find((name) => /(^|_)(lon|lng|longitude)($|_)/i.test(name));
  const latCol = names.find((name) => /(^|_)(lat|latitude)($|_)/i.test(name));
  return lonCol && latCol ? { type: 'latlong', lonCol, latCol } : undefined;
}

export const viewParts = ['longitude', 'latitude', 'zoom', 'bearing', 'pitch'] as const;
export const viewLimits: Readonly<Record<(typeof viewParts)[number], readonly [number, number]>> = {
  longitude: [-180, 180],
  latitude: [-90, 90],
  zoom: [0, 22],
  bearing: [-180, 180],
  pitch: [0, 85],
};

export interface Contour {
  readonly lowerThreshold: number;
  readonly upperThreshold?: number;
  readonly strokeWidth?: number;
  readonly color: unknown;
}

export const readContours = (value: unknown): readonly Contour[] =>
  (Array.isArray(value) ? value : []).map((one): Contour => {
    const { lowerThreshold, upperThreshold, strokeWidth, color } = asValues(one);
    return {
      lowerThreshold: numberOr(lowerThreshold, 0),
      color: color ?? { r: 128, g: 0, b: 255, a: 1 },
      ...(typeof upperThreshold === 'number' ? { upperThreshold } : { strokeWidth: numberOr(strokeWidth, 1) }),
    };
  });

/** "1, 5, x" as a list: numbers as numbers. */
export const readList = (words: string): readonly (string | number)[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => (Number.isNaN(Number(word)) ? word : Number(word)));
