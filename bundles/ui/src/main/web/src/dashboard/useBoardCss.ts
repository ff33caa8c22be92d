import { useEffect } from 'react';
import { boardCss } from './boardCss';

/** Puts a dashboard's own CSS to work while it is shown. */
export function useBoardCss(css: string | null | undefined) {
  useEffect(() => {
    const { text } = boardCss(css ?? '');
    if (!text) return undefined;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [css]);
}
