import { useLayoutEffect, useSyncExternalStore } from 'react';
import { colorsOf, readTones } from '../looks/tones';
import { rule } from './brand';

/** A theme's colours as rules for the page; empty where it says nothing. What is no colour is left out, though the server checks too. */
export function themeCss(json: string | null | undefined): string {
  const { light, dark } = readTones(json ?? '');
  return rule(":root:not([data-theme='dark'])", colorsOf(light)) + rule(":root[data-theme='dark']", colorsOf(dark));
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
