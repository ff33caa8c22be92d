// @ts-check
/** @import { Around } from './safe.js' */
import { harmless } from './safe.js';

/** @typedef {{ tag: string, classes: readonly string[] }} Compound */
/** @typedef {{ parts: readonly Compound[], style: string, weight: number }} Rule */

/** @param {string} css */
const bare = (css) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<\/?style[^>]*>/gi, '').replace(/@import[^;]*;?/gi, '');

/**
 * The rules of a style sheet a picture can follow: tags, classes, and one within another. What fetches anything is left out.
 * @param {string} css @returns {(tag: string, classes: readonly string[], around: readonly Around[]) => string}
 */
export function inlineStyles(css) {
  /** @type {Rule[]} */
  const rules = [];
  // Rules for some screens only are left out with all that is in them.
  const flat = bare(css).replace(/@[\w-]+[^{;]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '').replace(/@[^;{]*;/g, '');
  for (const [, selectors = '', style = ''] of flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const kept = style.split(';').map((one) => one.trim()).filter((one) => one !== '' && harmless(one) && !/^position\s*:\s*fixed/i.test(one)).join(';');
    if (kept === '') continue;
    for (const selector of selectors.split(',')) {
      const parts = selector.trim().split(/\s+(?:>\s*)?|\s*>\s*/).map(compound);
      if (parts.every((one) => one !== undefined)) rules.push({ parts: /** @type {Compound[]} */ (parts), style: kept, weight: parts.reduce((sum, one) => sum + (one?.classes.length ?? 0) * 10 + (one?.tag ? 1 : 0), 0) });
    }
  }
  rules.sort((a, b) => a.weight - b.weight);
  /** @type {Map<string, string>} */
  const known = new Map();
  return (tag, classes, around) => {
    const key = [...around, { tag, classes }].map((one) => `${one.tag}.${one.classes.join('.')}`).join(' ');
    let style = known.get(key);
    if (style === undefined) known.set(key, (style = rules.filter((rule) => holds(rule.parts, { tag, written: tag, classes }, around)).map((rule) => rule.style).join(';')));
    return style;
  };
}

/** @param {string} text @returns {Compound | undefined} */
function compound(text) {
  const [whole, tag = '', classes = ''] = /^(\*|[a-z][\w-]*)?((?:\.[\w-]+)*)$/i.exec(text) ?? [];
  return whole === undefined || whole === '' ? undefined : { tag: tag === '*' ? '' : tag.toLowerCase(), classes: classes.split('.').filter(Boolean) };
}

/** @param {readonly Compound[]} parts @param {Around} me @param {readonly Around[]} around */
function holds(parts, me, around) {
  const fits = (/** @type {Compound | undefined} */ one, /** @type {Around} */ other) => one !== undefined && (one.tag === '' || one.tag === other.tag) && one.classes.every((name) => other.classes.includes(name));
  if (!fits(parts.at(-1), me)) return false;
  let left = parts.length - 2;
  for (let at = around.length - 1; at >= 0 && left >= 0; at--) if (fits(parts[left], /** @type {Around} */ (around[at]))) left--;
  return left < 0;
}

/** A style sheet for a shadow root: what fetches anything is left out, what means the page means the chart's box. @param {string} css @returns {CSSStyleSheet} */
export function scopedSheet(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(bare(css));
  tidy(sheet);
  return sheet;
}

/** @param {CSSStyleSheet | CSSGroupingRule} home */
function tidy(home) {
  for (let at = home.cssRules.length - 1; at >= 0; at--) {
    const rule = home.cssRules[at];
    if (rule instanceof CSSStyleRule) {
      if (/(^|[\s,>])(:root|html|body)\b/.test(rule.selectorText)) rule.selectorText = rule.selectorText.replace(/(^|[\s,>])(:root|html|body)\b/g, '$1:host');
      for (const name of [...rule.style]) if (!harmless(rule.style.getPropertyValue(name))) rule.style.removeProperty(name);
      if (rule.style.position === 'fixed') rule.style.position = 'absolute';
      if (rule.cssRules?.length > 0) tidy(/** @type {CSSGroupingRule} */ (/** @type {unknown} */ (rule)));
    } else if (rule instanceof CSSKeyframesRule) continue;
    else if (rule instanceof CSSGroupingRule) tidy(rule);
    else home.deleteRule(at);
  }
}
