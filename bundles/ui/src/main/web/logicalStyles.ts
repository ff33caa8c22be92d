import type { Declaration, Plugin } from 'postcss';

const names: Readonly<Record<string, string>> = {
  'margin-left': 'margin-inline-start',
  'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start',
  'padding-right': 'padding-inline-end',
  'border-left': 'border-inline-start',
  'border-right': 'border-inline-end',
  'border-left-color': 'border-inline-start-color',
  'border-right-color': 'border-inline-end-color',
  'border-left-width': 'border-inline-start-width',
  'border-right-width': 'border-inline-end-width',
  'border-top-left-radius': 'border-start-start-radius',
  'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius',
  'border-bottom-right-radius': 'border-end-end-radius',
  left: 'inset-inline-start',
  right: 'inset-inline-end',
};

const sides: Readonly<Record<string, string>> = { left: 'start', right: 'end' };

/** Values of a shorthand, kept together within brackets. */
const parts = (value: string): readonly string[] =>
  value.match(/(?:[^\s(]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()]+)/g) ?? [];

function turn(declaration: Declaration) {
  const { prop, value } = declaration;
  const logical = names[prop];
  if (logical) declaration.prop = logical;
  else if ((prop === 'text-align' || prop === 'float') && sides[value]) {
    declaration.value = prop === 'float' ? `inline-${sides[value]}` : (sides[value] ?? value);
  } else if (prop === 'margin' || prop === 'padding' || prop === 'inset') {
    const [top, right, bottom, left, more] = parts(value);
    if (!top || !right || !bottom || !left || more || right === left || value.includes('!')) return;
    declaration.cloneBefore({ prop: `${prop}-block`, value: `${top} ${bottom}` });
    declaration.cloneBefore({ prop: `${prop}-inline`, value: `${left} ${right}` });
    declaration.remove();
  } else if (prop === 'border-radius') {
    const [one, two, three, four, more] = parts(value);
    if (!one || !two || !three || !four || more || value.includes('/')) return;
    declaration.cloneBefore({ prop: 'border-start-start-radius', value: one });
    declaration.cloneBefore({ prop: 'border-start-end-radius', value: two });
    declaration.cloneBefore({ prop: 'border-end-end-radius', value: three });
    declaration.cloneBefore({ prop: 'border-end-start-radius', value: four });
    declaration.remove();
  }
}

/**
 * Left and right in our own styles mean start and end, so that a page mirrors itself where people read from right to left. A rule
 * whose places are set by a script, which knows pixels from the left alone, says so by a comment with the word "physical".
 */
export const logicalStyles: Plugin = {
  postcssPlugin: 'logical-styles',
  Once(root) {
    if (root.source?.input.file?.includes('node_modules')) return;
    root.walkRules((rule) => {
      if (rule.nodes.some((node) => node.type === 'comment' && node.text.includes('physical'))) return;
      rule.each((node) => {
        if (node.type === 'decl') turn(node);
      });
    });
  },
};
