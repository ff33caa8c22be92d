const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[àáâãäå]/g, 'a')
    .replace(/[èéêë]/g, 'e')
    .replace(/[ìíîï]/g, 'i')
    .replace(/[òóôõöø]/g, 'o')
    .replace(/[ùúûü]/g, 'u')
    .replace(/ñ/g, 'n')
    .replace(/ç/g, 'c')
    .replace(/ß/g, 'ss');

const pieces = (text: string): readonly string[] => text.match(/\d+|\D+/g) ?? [];
const sign = (one: number | string, other: number | string): number => (one < other ? -1 : one > other ? 1 : 0);

function numericOrder(one: string, other: string): number {
  const [left, right] = [pieces(one), pieces(other)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [a = '', b = ''] = [left[at], right[at]];
    const order = /^\d/.test(a) && /^\d/.test(b) ? sign(Number(a), Number(b)) : sign(a, b);
    if (order !== 0) return order;
  }
  return sign(left.length, right.length);
}

/** As people sort: letters before their case and accents; digits as numbers where asked. */
export function compare(one: string, other: string, numeric = false): number {
  const [a, b] = [folded(one), folded(other)];
  return (
    (numeric ? numericOrder(a, b) : sign(a, b)) || sign(one.toLowerCase(), other.toLowerCase()) || sign(other, one)
  );
}
