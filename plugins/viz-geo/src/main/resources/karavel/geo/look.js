// @ts-check
/** @import { Theme } from 'karavel-viz' */
import { alpha } from '../shared/color.js';

const RULES = `
.kv-map { position: relative; width: 100%; height: 100%; overflow: hidden; border-radius: 4px; font: 11px/1.4 var(--kv-font); color: var(--kv-ink); }
.kv-map .canvas { position: absolute; inset: 0; }
.kv-map .canvas canvas:focus-visible { outline: 2px solid var(--kv-accent); outline-offset: -2px; }
.kv-map .box { position: absolute; z-index: 3; padding: 7px 9px; border: 1px solid var(--kv-hair); border-radius: 5px; background: var(--kv-surface); max-width: 45%; max-height: 60%; overflow: auto; scrollbar-width: thin; }
.kv-map .box.tl { top: 8px; left: 8px } .kv-map .box.tr { top: 8px; right: 8px } .kv-map .box.bl { bottom: 8px; left: 8px } .kv-map .box.br { bottom: 22px; right: 8px }
.kv-map .box b { display: block; font-weight: 600; margin-bottom: 3px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.kv-map .box .item { display: flex; align-items: center; gap: 7px; color: var(--kv-quiet); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.kv-map .box i { flex: none; width: 9px; height: 9px; border-radius: 50%; }
.kv-map .box .bar { height: 7px; border-radius: 2px; min-width: 120px; margin: 2px 0 3px; }
.kv-map .box .ends { display: flex; justify-content: space-between; color: var(--kv-muted); gap: 16px; }
.kv-map .note { position: absolute; z-index: 3; left: 8px; bottom: 6px; max-width: 60%; color: var(--kv-muted); background: var(--kv-veil); padding: 1px 6px; border-radius: 4px; }
.kv-map button.list { all: unset; position: absolute; z-index: 4; top: 8px; left: 8px; box-sizing: border-box; width: 28px; height: 28px; display: grid; place-items: center; border: 1px solid var(--kv-hair); border-radius: 5px; background: var(--kv-surface); color: var(--kv-quiet); cursor: pointer; }
.kv-map button.list:hover { color: var(--kv-ink); }
.kv-map .entries { position: absolute; z-index: 4; top: 42px; left: 8px; width: min(260px, calc(100% - 16px)); max-height: calc(100% - 60px); overflow: auto; margin: 0; padding: 4px; list-style: none; border: 1px solid var(--kv-hair); border-radius: 5px; background: var(--kv-surface); box-sizing: border-box; }
.kv-map .entries[hidden] { display: none; }
.kv-map .entries li { display: flex; justify-content: space-between; gap: 10px; padding: 3px 6px; border-radius: 4px; cursor: pointer; }
.kv-map .entries li span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.kv-map .entries li span + span { color: var(--kv-muted); flex: none; max-width: 50%; }
.kv-map .entries li:hover, .kv-map .entries li:focus { background: var(--kv-hover); outline: none; }
.kv-map :focus-visible { outline: 2px solid var(--kv-accent); outline-offset: 1px; }
.kv-map .entries li:focus-visible { outline-offset: -2px; }
.kv-map .failed { position: absolute; z-index: 5; left: 50%; bottom: 10px; transform: translateX(-50%); max-width: 90%; padding: 5px 10px; border: 1px solid var(--kv-hair); border-radius: 5px; background: var(--kv-surface); color: var(--kv-quiet); text-align: center; }
.kv-map .failed button { all: unset; cursor: pointer; color: var(--kv-accent); margin-left: 8px; font-weight: 600; }
.kv-map .still svg { width: 100%; height: 100%; display: block; }
.kv-map .charts > div { position: absolute; z-index: 2; transform: translate(-50%, -50%); }
.kv-map .maplibregl-ctrl-group { background: var(--kv-surface); box-shadow: none; border: 1px solid var(--kv-hair); border-radius: 5px; }
.kv-map .maplibregl-ctrl-group button { width: 26px; height: 26px; background: transparent; }
.kv-map .maplibregl-ctrl-group button + button { border-top: 1px solid var(--kv-hair); }
.kv-map[data-mode=dark] .maplibregl-ctrl-group button .maplibregl-ctrl-icon { filter: invert(.82); }
.kv-map .maplibregl-ctrl-attrib { background: var(--kv-veil); color: var(--kv-muted); font-size: 10px; }
.kv-map .maplibregl-ctrl-attrib a { color: inherit; }
.kv-map.small .box, .kv-map.small .maplibregl-ctrl-top-right, .kv-map.small .maplibregl-ctrl-bottom-right, .kv-map.small .note { display: none; }
`;

/** @type {CSSStyleSheet | undefined} */
let own;
/** @type {CSSStyleSheet | undefined} */
let theirs;

/** The page's policy allows no style elements of plugins; a constructed sheet is one of its own. @param {string} maplibre */
export function adopt(maplibre) {
  if (!own || !theirs) {
    [own, theirs] = [new CSSStyleSheet(), new CSSStyleSheet()];
    own.replaceSync(RULES);
    theirs.replaceSync(maplibre);
    document.adoptedStyleSheets.push(theirs, own);
  }
}

/** @param {HTMLElement} element @param {Theme} theme */
export function dress(element, theme) {
  element.dataset.mode = theme.mode;
  const values = {
    ink: theme.ink, quiet: theme.inkSecondary, muted: theme.inkMuted, hair: theme.hairline, surface: theme.surface, accent: theme.accent,
    hover: alpha(theme.inkMuted, 0.12), veil: alpha(theme.surface, 0.72), font: theme.fontFamily,
  };
  for (const [name, value] of Object.entries(values)) element.style.setProperty(`--kv-${name}`, value);
}
