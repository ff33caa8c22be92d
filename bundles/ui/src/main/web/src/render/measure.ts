/** Widths of glyphs at a size of one, by weight; `first` is the code point of the first. Made by the server of the very fonts it draws with. */
export interface FontTable {
  readonly ranges: readonly { readonly first: number; readonly widths: readonly number[] }[];
}
export type FontTables = Readonly<Record<string, FontTable>>;

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
let tables: FontTables = {};
const weights = [400, 500, 600, 700] as const;

export const useFonts = (given: FontTables): void => {
  tables = given;
};

/** The weight of ours that stands for one of a style sheet. */
export function weightOf(weight: string | number | undefined): (typeof weights)[number] {
  const value = weight === 'bold' ? 700 : weight === 'bolder' ? 700 : Number(weight) || 400;
  return value < 450 ? 400 : value < 540 ? 500 : value < 670 ? 600 : 700;
}

function glyph(table: FontTable | undefined, code: number): number {
  for (const { first, widths } of table?.ranges ?? []) {
    const width = code >= first ? widths[code - first] : undefined;
    if (width !== undefined && width > 0) return width;
  }
  return WIDE.test(String.fromCodePoint(code)) || code > 0xffff ? 1 : 0.6;
}

/** In pixels. */
export function textWidth(text: string, size: number, weight: string | number = 400, mono = false): number {
  const table = mono ? tables['mono'] : tables[String(weightOf(weight))];
  let sum = 0;
  for (const letter of text) sum += glyph(table, letter.codePointAt(0) ?? 0);
  return sum * size;
}

/** As a canvas does it, for a CSS font like `600 13px Inter`. */
export function measureText(text: string, font = '12px sans-serif'): { width: number } {
  const size = /([\d.]+)px/.exec(font)?.[1];
  const weight = /(?:^|\s)(bold|bolder|[1-9]00)\s/.exec(font)?.[1];
  return { width: textWidth(text, size ? Number(size) : 12, weight, /mono/i.test(font)) };
}
