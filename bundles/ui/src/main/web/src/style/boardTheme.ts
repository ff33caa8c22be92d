import { useLayoutEffect, useSyncExternalStore } from 'react';
import { rule } from './brand';

type Tones = Readonly<Record<string, string>>;

const TOKEN = /^[a-z][a-z0-9-]*$/;
const COLOR = /^#[0-9a-f]{6}$/i;

/** Colours as they may stand in a style sheet: the server checks them too, when they are saved. */
function tones(value: unknown): Tones {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => TOKEN.test(entry[0]) && COLOR.test(String(entry[1])),
    ),
  );
}

/** A theme's colours as rules for the page; empty where it says nothing. */
export function themeCss(json: string | null | undefined): string {
  try {
    const { light, dark } = JSON.parse(json || '{}') as { readonly light?: unknown; readonly dark?: unknown };
    return rule(":root:not([data-theme='dark'])", tones(light)) + rule(":root[data-theme='dark']", tones(dark));
  } catch {
    return '';
  }
}

let worn = '';
const listeners = new Set<() => void>();
const wear = (css: string) => {
  worn = css;
  listeners.forEach((listener) => listener());
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the page wears over its own colours; changes whenever colours read from the page are no longer the ones shown. */
export const useWorn = (): string => useSyncExternalStore(subscribe, () => worn);

/** Draws the page with a dashboard's theme while it is shown. Before anything is painted, so that nobody sees the change. */
export function useBoardTheme(json: string | null | undefined) {
  useLayoutEffect(() => {
    const css = themeCss(json);
    if (!css) return undefined;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    // before a dashboard's own CSS, which has the last word
    document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
    wear(css);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      wear('');
    };
  }, [json]);
}
