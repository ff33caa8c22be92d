import { useCallback, useState } from 'react';

/** A small choice of the reader that this browser remembers. */
export function useStored<T extends object>(key: string, first: T): readonly [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      return { ...first, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<T>) };
    } catch {
      return first;
    }
  });
  const store = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // storage closed: it holds until the page is left
      }
    },
    [key],
  );
  return [value, store];
}
