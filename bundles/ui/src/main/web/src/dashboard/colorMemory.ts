import type { ColorMemory } from '../chart/colors';

const KEPT = 300;

type Places = Record<string, Record<string, number>>;

const read = (key: string): Places => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return value !== null && typeof value === 'object' ? (value as Places) : {};
  } catch {
    return {};
  }
};

/** Which colours this reader saw on a dashboard last time. A browser without storage forgets them, no more. */
export function colorMemory(dashboard: number): ColorMemory {
  const key = `karavel.colors.${dashboard}`;
  const known = read(key);
  let count = Object.values(known).reduce((sum, labels) => sum + Object.keys(labels).length, 0);
  return {
    known: structuredClone(known),
    learn: (scope, label, place) => {
      if (count >= KEPT) return;
      count++;
      known[scope] = { ...known[scope], [label]: place };
      try {
        localStorage.setItem(key, JSON.stringify(known));
      } catch {
        count = KEPT;
      }
    },
  };
}
