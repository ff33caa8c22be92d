/** How many letters have to change to make one word of the other; transposed neighbours count once. */
export function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, at) => [at, ...Array<number>(other.length).fill(0)]);
  for (let at = 0; at <= other.length; at++) rows[0]![at] = at;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = least;
    }
  }
  return rows[one.length]![other.length]!;
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const likeness = (wanted: string, name: string): number => {
  const [one, other] = [plain(wanted), plain(name)];
  if (one === other) return 0;
  const apart = distance(one, other) / Math.max(one.length, other.length, 1);
  return one.length > 2 && (other.includes(one) || one.includes(other)) ? apart / 2 : apart;
};

/** The names most like one that is gone, best first. */
export const nearest = (wanted: string, names: readonly string[], most = 4): readonly string[] =>
  names
    .map((name) => ({ name, apart: likeness(wanted, name) }))
    .sort((one, other) => one.apart - other.apart)
    .slice(0, most)
    .map(({ name }) => name);
