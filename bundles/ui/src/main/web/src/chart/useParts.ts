import type { FormData, Needs } from 'karavel-viz';
import { useEffect, useMemo, useState } from 'react';

export type Parts = Readonly<Record<string, unknown>>;

const none: Parts = {};

async function load(module: string, wanted: readonly string[]): Promise<Parts> {
  const base = new URL(module, window.location.href);
  const found = wanted.map(async (address) => {
    if (!/^\.\.?\//.test(address)) throw new TypeError(`needs() asks for “${address}”; it has to begin with ./ or ../`);
    const part = (await import(/* @vite-ignore */ new URL(address, base).href)) as { default?: unknown };
    return [address, part.default] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** The modules a chart needs for these settings; undefined until they are there. */
export function useParts(
  module: string,
  needs: Needs | undefined,
  formData: FormData,
  onFail: (error: unknown) => void,
): Parts | undefined {
  const key = useMemo(() => JSON.stringify(needs?.(formData) ?? []), [needs, formData]);
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly parts: Parts }>();
  useEffect(() => {
    const wanted = JSON.parse(key) as readonly string[];
    if (wanted.length === 0) return undefined;
    let left = false;
    load(module, wanted).then(
      (parts) => !left && setLoaded({ key, parts }),
      (error: unknown) => !left && onFail(error),
    );
    return () => {
      left = true;
    };
  }, [module, key, onFail]);
  if (key === '[]') return none;
  return loaded?.key === key ? loaded.parts : undefined;
}
