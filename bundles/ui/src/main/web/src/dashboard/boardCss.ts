const positions = /^(fixed)$/;
const sources = /\b(image-set|image|src|cross-fade|element|paint)\s*\(|-webkit-image-set/i;

/** Why a declaration of somebody's CSS is left out; undefined for one that may stay. */
export function harm(name: string, value: string): 'address' | 'frame' | undefined {
  if (/^(behavior|-moz-binding)$/i.test(name)) return 'address';
  if (name === 'position' && positions.test(value.trim().toLowerCase())) return 'frame';
  if (name === 'position' && /var\(|attr\(/i.test(value)) return 'frame';
  // a value that only becomes one elsewhere may hide what it is
  if (name.startsWith('--') && (/\\/.test(value) || /\bfixed\b/i.test(value))) return 'address';
  if (sources.test(value)) return 'address';
  for (const [, quoted = '', plain = ''] of value.matchAll(/url\(\s*(?:["']([^"']*)["']|([^)]*))\s*\)?/gi)) {
    const address = (quoted || plain).trim();
    if (!/^(data:image\/|#|\/(?![/\\]))/i.test(address)) return 'address';
  }
  return undefined;
}

/** Parts of Superset's pages, and of any page, mean the dashboard here: nothing outside of it can be styled. */
export const scopedSelector = (selector: string): string =>
  selector.replace(/(^|[\s,>+~(])(?::root|html|body)(?![\w-])/gi, '$1:scope');

export interface BoardCss {
  readonly text: string;
  /** Declarations and rules that were left out, as people wrote them. */
  readonly refused: readonly string[];
}

function declarations(style: CSSStyleDeclaration, refused: string[]): string {
  return Array.from(style)
    .flatMap((name) => {
      const value = style.getPropertyValue(name);
      if (harm(name, value)) {
        refused.push(`${name}: ${value}`);
        return [];
      }
      const important = style.getPropertyPriority(name) ? ' !important' : '';
      return [`${name}: ${value}${important};`];
    })
    .join(' ');
}

function rules(list: CSSRuleList, refused: string[]): string {
  return Array.from(list)
    .map((rule): string => {
      if (rule instanceof CSSStyleRule) {
        const inner = rule.cssRules.length > 0 ? rules(rule.cssRules, refused) : '';
        return `${scopedSelector(rule.selectorText)} { ${declarations(rule.style, refused)} ${inner} }`;
      }
      if (rule instanceof CSSMediaRule) return `@media ${rule.conditionText} { ${rules(rule.cssRules, refused)} }`;
      if (rule instanceof CSSSupportsRule)
        return `@supports ${rule.conditionText} { ${rules(rule.cssRules, refused)} }`;
      if (rule instanceof CSSContainerRule) {
        return `@container ${rule.conditionText} { ${rules(rule.cssRules, refused)} }`;
      }
      refused.push(rule.cssText.split('{')[0]?.trim() ?? rule.cssText);
      return '';
    })
    .join('\n');
}

/**
 * A dashboard's CSS as it may be used: it reaches nothing outside of the dashboard, fetches nothing from other hosts and cannot lie
 * over the application. Read by the browser's own parser, so that what is checked is what is used.
 */
export function boardCss(css: string): BoardCss {
  const refused: string[] = [];
  for (const [found] of css.matchAll(/@(?:import|charset|namespace)[^;]*;?/gi)) refused.push(found.trim());
  const sheet = new CSSStyleSheet();
  try {
    sheet.replaceSync(css);
  } catch {
    return { text: '', refused };
  }
  const text = rules(sheet.cssRules, refused);
  return { text: text.trim() ? `@scope (.board-canvas) { ${text} }` : '', refused };
}
