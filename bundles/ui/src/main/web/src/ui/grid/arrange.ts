import { parseFilter } from './filter';
import { plainText } from './show';
import type { GridData, GridKind, GridOrder } from './types';

/** Numbers of the rows that pass every filter and show the searched text, in the order asked for; nothing always stands last. */
export function arrangeRows(
  data: GridData,
  order: GridOrder | undefined,
  filters: Readonly<Record<number, string>>,
  search: string,
): Uint32Array {
  const tests = Object.entries(filters).flatMap(([place, text]) => {
    const values = data.values[Number(place)];
    const test = parseFilter(text, data.columns[Number(place)]?.kind ?? 'text');
    return values && test ? [{ values, test }] : [];
  });
  const wanted = search.trim().toLowerCase();
  const rows = new Uint32Array(data.length);
  let count = 0;
  for (let row = 0; row < data.length; row++) {
    if (!tests.every(({ values, test }) => test(values[row]))) continue;
    if (wanted !== '' && !data.values.some((values) => plainText(values[row]).toLowerCase().includes(wanted))) continue;
    rows[count++] = row;
  }
  const found = rows.subarray(0, count);
  return order ? ordered(found, data, order) : found;
}

function ordered(rows: Uint32Array, data: GridData, { column, way }: GridOrder): Uint32Array {
  const values = data.values[column];
  if (!values) return rows;
  const ranks = ranksOf(values, data.columns[column]?.kind ?? 'text');
  const sign = way === 'asc' ? 1 : -1;
  return rows.slice().sort((one, other) => {
    const a = ranks[one] ?? Number.NaN;
    const b = ranks[other] ?? Number.NaN;
    if (Number.isNaN(a) || Number.isNaN(b))
      return Number.isNaN(a) === Number.isNaN(b) ? one - other : Number.isNaN(a) ? 1 : -1;
    return sign * (a - b) || one - other;
  });
}

/** A number for each value by which it sorts: texts are compared once per different text, not once per pair of rows. */
function ranksOf(values: readonly unknown[], kind: GridKind): Float64Array {
  const ranks = new Float64Array(values.length);
  if (kind === 'number' && values.every((value) => typeof value === 'number' || value === null)) {
    values.forEach((value, row) => (ranks[row] = typeof value === 'number' ? value : Number.NaN));
    return ranks;
  }
  const collator = new Intl.Collator(undefined, { numeric: kind !== 'time' });
  const texts = [...new Set(values.map(plainText))].sort(collator.compare);
  const places = new Map(texts.map((text, place) => [text, place]));
  values.forEach((value, row) => {
    ranks[row] = value === null || value === undefined ? Number.NaN : (places.get(plainText(value)) ?? 0);
  });
  return ranks;
}
