// @ts-check
/** @import { Theme } from 'karavel-viz' */
import { alpha, mix } from '../shared/color.js';

const RULES = `
.kv-table { display: flex; flex-direction: column; width: 100%; height: 100%; color: var(--kv-ink); font: 12px/1.4 var(--kv-font); font-variant-numeric: tabular-nums; }
.kv-table .bar { display: flex; align-items: center; gap: 8px; flex: none; min-height: 34px; padding: 0 4px 6px; color: var(--kv-muted); }
.kv-table .bar.pages { padding: 6px 4px; min-height: 32px; justify-content: flex-end; border-top: 1px solid var(--kv-hair); }
.kv-table .bar .grow { flex: 1; }
.kv-table input, .kv-table select { font: inherit; min-width: 0; height: 28px; padding: 0 8px; border: 1px solid var(--kv-hair); border-radius: 5px; background: var(--kv-surface); color: var(--kv-ink); }
.kv-table input[type=search] { flex: 0 1 240px; }
.kv-table input::placeholder { color: var(--kv-muted); opacity: 1; }
.kv-table button { font: inherit; color: var(--kv-ink); }
.kv-table .bar button { min-width: 26px; height: 26px; padding: 0 7px; border: 1px solid transparent; border-radius: 5px; background: none; cursor: pointer; }
.kv-table .bar button:hover:not([disabled]) { background: var(--kv-sunken); }
.kv-table .bar button[disabled] { opacity: .35; cursor: default; }
.kv-table .bar button[aria-current] { opacity: 1; background: var(--kv-chosen); color: var(--kv-accent); font-weight: 600; }
.kv-grid { flex: 1; min-height: 0; position: relative; overflow: auto; overscroll-behavior: contain; outline: none; scrollbar-width: thin; scrollbar-color: var(--kv-hair) transparent; user-select: none; }
.kv-grid .heads { position: sticky; top: 0; z-index: 4; background: var(--kv-surface); }
.kv-grid .feet { position: sticky; bottom: 0; z-index: 3; background: var(--kv-surface); box-shadow: 0 -1px var(--kv-hair); }
.kv-grid .feet .row { position: relative; transform: none !important; }
.kv-grid .body { position: relative; }
.kv-grid .row { display: flex; position: absolute; top: 0; left: 0; width: 100%; contain: layout style; }
.kv-grid .row[hidden] { display: none; }
.kv-grid .hrow { display: flex; position: relative; }
.kv-grid .cell { box-sizing: border-box; position: absolute; top: 0; height: 100%; padding: 0 8px; line-height: 29px; border-bottom: 1px solid var(--kv-hair); white-space: nowrap; }
.kv-grid .cell.clip { overflow: hidden; text-overflow: ellipsis; }
.kv-grid .body .cell.wrap { padding-top: 6px; line-height: 17px; overflow: hidden; white-space: pre-line; overflow-wrap: anywhere; }
.kv-grid .head { overflow: hidden; }
.kv-grid .body .cell { background-position: center; background-size: calc(100% - 6px) calc(100% - 8px); background-repeat: no-repeat; }
.kv-grid .cell.pinned { position: sticky; flex: none; z-index: 1; background-color: var(--kv-surface); }
.kv-grid .cell.pinned.loose { position: absolute; }
.kv-grid .right { text-align: right; }
.kv-grid .center { text-align: center; }
.kv-grid .body .row:hover .cell { background-color: var(--kv-hover); }
.kv-grid .cell.filter { cursor: pointer; }
.kv-grid .cell.chosen { background-color: var(--kv-chosen) !important; font-weight: 560; }
.kv-time .body .cell { display: flex; align-items: center; line-height: 1.3; }
.kv-time .body .cell.right { justify-content: flex-end; }
.kv-grid .cell .html svg { display: block; }
.kv-time .cell.strong { font-weight: 560; }
.kv-grid .cell.empty { color: var(--kv-muted); }
.kv-grid .cell.group { font-weight: 560; }
.kv-grid .cell.sub { background-color: var(--kv-sub); }
.kv-grid .row.faded .cell { opacity: .5; }
.kv-grid .cell.strong, .kv-grid .row.total .cell { font-weight: 600; }
.kv-grid .row.total .cell { border-bottom: 0; background-color: var(--kv-surface); }
.kv-grid .row.total .cell.sub { background-color: var(--kv-sub); }
.kv-grid .cell.edge { border-right: 1px solid var(--kv-hair); }
.kv-grid .cell.picked { background-color: var(--kv-picked) !important; }
.kv-grid:focus-visible .cell.active, .kv-grid:focus .cell.active.picked { box-shadow: inset 0 0 0 2px var(--kv-accent); }
.kv-grid:focus-visible:not([aria-activedescendant]) { box-shadow: inset 0 0 0 2px var(--kv-accent); }
.kv-grid .head { display: flex; align-items: center; gap: 4px; color: var(--kv-muted); font-weight: 560; background: var(--kv-surface); }
.kv-grid .head[aria-sort] { cursor: pointer; }
.kv-grid .head.sorted, .kv-grid .head[aria-sort]:hover { color: var(--kv-ink); }
.kv-grid .head .label { overflow: hidden; text-overflow: ellipsis; }
.kv-grid .head .sign { flex: none; font-size: 9px; }
.kv-grid .head.right { flex-direction: row-reverse; }
.kv-grid .head.center { justify-content: center; }
.kv-grid .head.drop { box-shadow: inset 2px 0 var(--kv-accent); }
.kv-grid .head.group { overflow: clip; border-left: 1px solid var(--kv-hair); color: var(--kv-ink2); }
.kv-grid .head.corner { justify-content: flex-end; }
.kv-grid .head.group.pinned, .kv-grid .head.group.plain { border-left: 0; }
.kv-grid .head.group .label { position: sticky; max-width: 100%; }
.kv-grid .head.group[aria-expanded] { cursor: pointer; }
.kv-grid .head .menu { all: unset; flex: none; width: 18px; height: 20px; line-height: 20px; text-align: center; border-radius: 4px; color: var(--kv-muted); cursor: pointer; opacity: 0; }
.kv-grid .head .menu.on { color: var(--kv-accent); font-size: 10px; }
.kv-grid .head:hover .menu, .kv-grid .head.active .menu, .kv-grid .head .menu.on { opacity: 1; }
.kv-grid .head.left .label { flex: 1; }
@media (hover: none) { .kv-grid .head .menu, .kv-grid .head .grip::after { opacity: 1; } }
.kv-grid .head .grip { position: absolute; top: 0; right: 0; width: 7px; height: 100%; cursor: col-resize; touch-action: none; }
.kv-grid .head .grip::after { content: ''; position: absolute; top: 8px; bottom: 8px; right: 0; width: 1px; background: var(--kv-hair); opacity: 0; }
.kv-grid .heads:hover .grip::after { opacity: 1; }
.kv-grid .head .grip:hover::after { width: 2px; background: var(--kv-accent); top: 4px; bottom: 4px; }
.kv-grid .toggle { display: inline-block; width: 14px; color: var(--kv-muted); cursor: pointer; }
.kv-grid .mark { margin-right: 4px; }
.kv-grid a { color: var(--kv-accent); text-decoration: none; }
.kv-grid a:hover { text-decoration: underline; }
.kv-grid .nothing[hidden], .kv-grid .body[hidden], .kv-grid .feet[hidden] { display: none; }
.kv-grid .nothing { position: sticky; left: 0; padding: 24px 8px; text-align: center; color: var(--kv-muted); }
.kv-menu { position: fixed; z-index: 50; min-width: 190px; max-width: 280px; padding: 6px; border: 1px solid var(--kv-hair); border-radius: 8px; background: var(--kv-surface); color: var(--kv-ink); font: 12px/1.4 var(--kv-font); box-shadow: 0 6px 24px rgb(0 0 0 / 18%); }
.kv-menu [role=menuitem] { all: unset; box-sizing: border-box; display: block; width: 100%; padding: 5px 8px; border-radius: 5px; cursor: pointer; }
.kv-menu [role=menuitem]:hover, .kv-menu [role=menuitem]:focus-visible { background: var(--kv-sunken); }
.kv-menu [role=menuitem][aria-disabled=true] { opacity: .4; cursor: default; }
.kv-menu hr { border: 0; border-top: 1px solid var(--kv-hair); margin: 5px 0; }
.kv-menu form { display: flex; flex-direction: column; gap: 5px; padding: 4px 8px 6px; margin: 0; }
.kv-menu label { color: var(--kv-muted); }
.kv-menu select, .kv-menu input { font: inherit; box-sizing: border-box; width: 100%; height: 28px; padding: 0 8px; border: 1px solid var(--kv-hair); border-radius: 5px; background: var(--kv-surface); color: var(--kv-ink); }
.kv-menu :focus-visible, .kv-table .bar :focus-visible { outline: 2px solid var(--kv-accent); outline-offset: -1px; }
@media (forced-colors: active) { .kv-grid .cell.active { outline: 2px solid Highlight; outline-offset: -2px; } .kv-grid .cell.picked { forced-color-adjust: none; } }
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

/** @param {HTMLElement} element @param {Theme} theme */
export function dress(element, theme) {
  const values = {
    ink: theme.ink, ink2: theme.inkSecondary, muted: theme.inkMuted, hair: theme.hairline, surface: theme.surface, sunken: theme.sunken, accent: theme.accent, font: theme.fontFamily,
    hover: mix(theme.surface, theme.inkMuted, 0.07), sub: mix(theme.surface, theme.inkMuted, 0.07), picked: mix(theme.surface, theme.accent, 0.18), chosen: alpha(theme.accent, 0.16),
  };
  for (const [name, value] of Object.entries(values)) element.style.setProperty(`--kv-${name}`, value);
}
