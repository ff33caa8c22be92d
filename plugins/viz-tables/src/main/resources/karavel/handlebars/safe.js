// @ts-check
import { escape } from '../shared/labels.js';

const TAGS = new Set(
  ('div span p b strong i em small br hr table thead tbody tfoot tr th td caption colgroup col ul ol li dl dt dd h1 h2 h3 h4 h5 h6 a figure figcaption section header footer code pre ' +
    'svg g path rect circle ellipse line polyline polygon text tspan title desc defs clippath lineargradient radialgradient stop marker pattern mask').split(' '),
);
/** Those whose inside is not for eyes. */
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'textarea', 'select', 'title', 'head']);
const VOID = new Set(['br', 'hr', 'col', 'img', 'input', 'meta', 'link', 'base', 'area', 'source', 'wbr']);
const OTHER_NAMES = /** @type {Record<string, string>} */ ({ article: 'section', main: 'section', aside: 'section', nav: 'section', mark: 'b', u: 'span', s: 'span', sub: 'small', sup: 'small', label: 'span', blockquote: 'p', strike: 'span', center: 'div', font: 'span', kbd: 'code', samp: 'code', time: 'span', abbr: 'span', cite: 'i', q: 'span', button: 'span', meter: 'span', progress: 'span', details: 'div', summary: 'div' });
const ATTRIBUTES = /^(class|style|title|colspan|rowspan|scope|width|height|align|valign|role|lang|dir|aria-[a-z]+|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|points|viewbox|fill|fill-opacity|stroke|stroke-width|stroke-opacity|stroke-dasharray|stroke-linecap|stroke-linejoin|opacity|transform|text-anchor|dominant-baseline|font-size|font-weight|font-family|offset|stop-color|stop-opacity|gradienttransform|preserveaspectratio|span|start|value)$/i;
const MOST = 250_000;
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** Nothing a style says may fetch or run. @param {string} css */
export const harmless = (css) => !/url\s*\(|image-set\s*\(|(?:^|[^-])\bsrc\s*\(|expression\s*\(|@import|javascript:|-moz-binding|behavior\s*:|\\/i.test(css);

/** Entities that could hide a bad word. @param {string} text */
const unhidden = (text) => text.replace(/&#(x?)([0-9a-f]+);?/gi, (_, hex, code) => String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, hex ? 16 : 10)))).replace(/&colon;/gi, ':').replace(/&(tab|newline);/gi, '');

/**
 * HTML of a template without anything that runs or fetches, with the author's styles written into its tags: a picture has no style sheet.
 * @param {string} html @param {(tag: string, classes: readonly string[], around: readonly Around[]) => string} [styleOf] @returns {string}
 */
export function safeHtml(html, styleOf) {
  let out = '';
  let at = 0;
  /** @type {Around[]} */
  const open = [];
  for (const match of html.matchAll(TAG)) {
    // No picture is tall enough for more.
    if (out.length > MOST) return out + open.reverse().map(({ written }) => `</${written}>`).join('');
    out += text(html.slice(at, match.index));
    at = match.index + match[0].length;
    const [, slash, given = '', attributes = ''] = match;
    const wanted = given.toLowerCase();
    if (wanted === '') continue;
    if (HIDDEN.has(wanted)) {
      if (slash === '') {
        const end = html.slice(at).search(new RegExp(`</${wanted}\\s*>`, 'i'));
        at = end < 0 ? html.length : at + end;
      }
      // What was left out may hold tags of its own: begin anew behind it.
      return out + safeHtml(html.slice(at).replace(/^<\/[\w:-]+\s*>/, ''), styleOf) + open.reverse().map(({ written }) => `</${written}>`).join('');
    }
    const written = OTHER_NAMES[wanted] ?? wanted;
    if (!TAGS.has(written)) continue;
    if (slash === '/') {
      const place = open.findLastIndex((one) => one.written === written);
      if (place >= 0) for (const one of open.splice(place).reverse()) out += `</${one.written}>`;
      continue;
    }
    const kept = attributesOf(attributes);
    const classes = (kept.get('class') ?? '').split(/\s+/).filter(Boolean);
    const me = { tag: wanted, written, classes };
    const style = [styleOf?.(wanted, classes, open) ?? '', kept.get('style') ?? ''].filter(Boolean).join(';');
    if (style) kept.set('style', style);
    out += `<${written}${[...kept].map(([name, value]) => ` ${name}="${escape(value)}"`).join('')}>`;
    if (!VOID.has(written) && !/\/\s*$/.test(attributes)) open.push(me);
    else if (!VOID.has(written)) out += `</${written}>`;
  }
  out += text(html.slice(at));
  for (const one of open.reverse()) out += `</${one.written}>`;
  return out;
}

/** @typedef {{ tag: string, written: string, classes: readonly string[] }} Around */

/** Entities stay, a bracket that is no tag is text. @param {string} plain */
const text = (plain) => plain.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {string} written @returns {Map<string, string>} */
function attributesOf(written) {
  const kept = new Map();
  for (const [, name = '', double, single, bare] of written.matchAll(ATTRIBUTE)) {
    const value = unhidden(double ?? single ?? bare ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    if (ATTRIBUTES.test(name) && !/javascript:|data:/i.test(value) && (name.toLowerCase() !== 'style' || harmless(value))) kept.set(name, value);
  }
  return kept;
}
