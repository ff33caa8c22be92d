// @ts-check
/** @import { Theme } from 'karavel-viz' */

const RULES = `
.kv-table { display: flex; flex-direction: column; width: 100%; height: 100%; color: var(--kv-ink); font: 12px/1.4 var(--kv-font); font-variant-numeric: tabular-nums; }
.kv-table .bar { display: flex; align-items: center; gap: 8px; flex: none; padding: 0 4px 6px; color: var(--kv-muted); }
.kv-table .bar.foot { padding: 6px 4px 0; justify-content: flex-end; border-top: 1px solid var(--kv-hair); }
.kv-table input { font: inherit; color: inherit; flex: 0 1 240px; min-width: 0; height: 28px; padding: 0 10px; border: 1px solid var(--kv-hair); border-radius: 5px; background: transparent; color: var(--kv-ink); }
.kv-table input::placeholder { color: var(--kv-muted); opacity: 1; }
.kv-table .scroll { flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; outline-offset: -2px; scrollbar-width: thin; scrollbar-color: var(--kv-hair) transparent; }
.kv-table table { border-collapse: separate; border-spacing: 0; table-layout: fixed; width: 100%; font: inherit; }
.kv-table th, .kv-table td { box-sizing: border-box; height: 30px; padding: 0 8px; border: 0 solid var(--kv-hair); border-bottom-width: 1px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 400; }
.kv-table thead th { position: sticky; top: 0; z-index: 2; padding: 0; background: var(--kv-surface); color: var(--kv-muted); }
.kv-table tfoot td { position: sticky; bottom: 0; z-index: 2; background: var(--kv-surface); border-width: 1px 0 0; font-weight: 600; }
.kv-table thead button { all: unset; box-sizing: border-box; display: flex; align-items: center; gap: 5px; width: 100%; height: 29px; padding: 0 8px; font-weight: 560; cursor: pointer; }
.kv-table thead button span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.kv-table thead button:hover, .kv-table th[aria-sort] button { color: var(--kv-ink); }
.kv-table thead button::after { content: ''; flex: none; width: 7px; font-size: 9px; }
.kv-table th[aria-sort=ascending] button::after { content: '▲'; }
.kv-table th[aria-sort=descending] button::after { content: '▼'; }
.kv-table th.right button { flex-direction: row-reverse; }
.kv-table th.center button { justify-content: center; }
.kv-table .right { text-align: right; }
.kv-table .center { text-align: center; }
.kv-table tbody tr:hover td { background-color: var(--kv-hover); }
.kv-table tbody tr.gap td { height: 0; padding: 0; border: 0; background: none; }
.kv-table tbody td.chosen { background-color: var(--kv-chosen); font-weight: 560; }
.kv-table .faded td { opacity: .5; }
.kv-table tbody td.filter { cursor: pointer; }
.kv-table tbody td.nothing { color: var(--kv-muted); }
.kv-table :focus-visible { outline: 2px solid var(--kv-accent); outline-offset: -2px; }
.kv-table .pages button { all: unset; box-sizing: border-box; padding: 2px 8px; border-radius: 4px; cursor: pointer; color: var(--kv-ink); }
.kv-table .pages button[disabled] { opacity: .35; cursor: default; }
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** The page's policy allows no style elements of plugins; a constructed sheet is one of its own. @param {HTMLElement} element */
export function adopt(element) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
  }
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const home = 'adoptedStyleSheets' in root ? root : document;
  if (!home.adoptedStyleSheets.includes(sheet)) home.adoptedStyleSheets.push(sheet);
}

/** @param {HTMLElement} element @param {Theme} theme @param {(color: string, alpha: number) => string} alpha */
export function dress(element, theme, alpha) {
  const values = {
    ink: theme.ink, muted: theme.inkMuted, hair: theme.hairline, surface: theme.surface, accent: theme.accent,
    hover: alpha(theme.inkMuted, 0.06), chosen: alpha(theme.accent, 0.14), font: theme.fontFamily,
  };
  for (const [name, value] of Object.entries(values)) element.style.setProperty(`--kv-${name}`, value);
}
