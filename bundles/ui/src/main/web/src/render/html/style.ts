import type { Tokens } from '../look';
import type { Element } from './parse';
import { lengthOf, words, type Frame } from './length';

/** Declarations by property, shorthands of boxes spelled out. */
export type Declarations = Readonly<Record<string, string>>;

export interface Style {
  readonly display: string;
  readonly color: string;
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly mono: boolean;
  readonly italic: boolean;
  /** In pixels. */
  readonly lineHeight: number;
  readonly textAlign: string;
  readonly whiteSpace: string;
  readonly letterSpacing: number;
  readonly transform: string;
  readonly decoration: string;
  readonly own: Declarations;
}

export interface Surroundings {
  readonly tokens: Tokens;
  readonly width: number;
  readonly height: number;
  /** What a tag has beyond what browsers give it, as the page's style sheet says for this place. */
  readonly sheet: Readonly<Record<string, string>>;
}

const sides = ['top', 'right', 'bottom', 'left'] as const;
const inline = new Set([
  'span',
  'b',
  'strong',
  'i',
  'em',
  'small',
  'a',
  'code',
  'sub',
  'sup',
  'br',
  'u',
  's',
  'del',
  'mark',
  'kbd',
  'abbr',
  'img',
  'svg',
  'label',
  'time',
  'cite',
  'q',
  'wbr',
  'font',
  'button',
  'input',
]);
const tables: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'table-row-group',
  tbody: 'table-row-group',
  tfoot: 'table-row-group',
  tr: 'table-row',
  td: 'table-cell',
  th: 'table-cell',
  col: 'none',
  colgroup: 'none',
  caption: 'block',
  head: 'none',
};
const usual: Readonly<Record<string, string>> = {
  b: 'font-weight:bold',
  strong: 'font-weight:bold',
  i: 'font-style:italic',
  em: 'font-style:italic',
  small: 'font-size:.83em',
  th: 'font-weight:bold;text-align:center;padding:1px',
  td: 'padding:1px',
  u: 'text-decoration:underline',
  s: 'text-decoration:line-through',
  del: 'text-decoration:line-through',
  code: 'font-family:monospace;font-size:12px',
  pre: 'font-family:monospace;font-size:12px;white-space:pre;margin:1em 0',
  kbd: 'font-family:monospace;font-size:12px',
  h4: 'font-weight:bold;margin:1.33em 0',
  h5: 'font-weight:bold;font-size:.83em;margin:1.67em 0',
  h6: 'font-weight:bold;font-size:.67em;margin:2.33em 0',
  h1: 'font-size:20px;font-weight:640',
  h2: 'font-weight:bold;font-size:1.5em',
  h3: 'font-weight:bold;font-size:1.17em',
  ul: 'margin:1em 0;padding-left:40px',
  ol: 'margin:1em 0;padding-left:40px',
  blockquote: 'margin:1em 40px',
  dd: 'margin-left:40px',
  dl: 'margin:1em 0',
  figure: 'margin:1em 40px',
  hr: 'border-top:1px solid var(--hair);margin:.5em 0',
  sub: 'font-size:.83em',
  sup: 'font-size:.83em',
  caption: 'text-align:center',
};

export function declarationsOf(text: string, tokens: Tokens): Record<string, string> {
  const found: Record<string, string> = {};
  for (const part of text.split(/;(?![^(]*\))/)) {
    const at = part.indexOf(':');
    if (at < 0) continue;
    const value = part
      .slice(at + 1)
      .replace(/!important/i, '')
      .trim();
    expand(
      part.slice(0, at).trim().toLowerCase(),
      value.replace(
        /var\(\s*--([\w-]+)\s*(?:,([^()]*))?\)/g,
        (_, name: string, otherwise?: string) => tokens[name] ?? otherwise ?? '',
      ),
      found,
    );
  }
  return found;
}

function expand(name: string, value: string, found: Record<string, string>): void {
  if (
    name === 'padding' ||
    name === 'margin' ||
    name === 'border-width' ||
    name === 'border-color' ||
    name === 'border-style'
  ) {
    const [top = '0', right = top, bottom = top, left = right] = words(value);
    const [kind, part] = name.split('-');
    [top, right, bottom, left].forEach(
      (one, index) => (found[`${kind}-${sides[index]}${part ? `-${part}` : ''}`] = one),
    );
  } else if (name === 'border' || /^border-(?:top|right|bottom|left)$/.test(name)) {
    const width =
      words(value).find((word) => /^[\d.]|^thin$|^medium$|^thick$/.test(word)) ??
      (/solid|dashed|dotted/.test(value) ? '1px' : '0');
    const style = words(value).find((word) => /^(?:solid|dashed|dotted|double|none)$/.test(word)) ?? 'none';
    const color = words(value).find((word) => word !== width && word !== style) ?? 'currentcolor';
    for (const side of name === 'border' ? sides : [name.slice(7)]) {
      found[`border-${side}-width`] =
        style === 'none' ? '0' : width.replace(/^thin$/, '1px').replace(/^medium$/, '2px');
      found[`border-${side}-color`] = color;
    }
  } else if (name === 'font') {
    const [, style = '', size, line, family] =
      /^(.*?)([\d.]+(?:px|em|rem|pt|%))(?:\s*\/\s*([\d.]+\w*))?\s+(.*)$/.exec(value) ?? [];
    const weight = /\b(bold|[1-9]00|[1-9]\d0)\b/.exec(style)?.[1];
    Object.assign(found, {
      'font-size': size ?? '',
      'font-family': family ?? '',
      'line-height': line ?? 'normal',
      'font-weight': weight ?? '400',
    });
  } else if (name === 'flex') {
    const [grow = '0', shrink = '1', basis = '0px'] =
      value === 'none' ? ['0', '0', 'auto'] : value === 'auto' ? ['1', '1', 'auto'] : words(value);
    Object.assign(found, { 'flex-grow': grow, 'flex-shrink': shrink, 'flex-basis': basis });
  } else if (name === 'background') {
    found['background'] = value;
  } else if (name === 'inset') {
    const [top = '0', right = top, bottom = top, left = right] = words(value);
    Object.assign(found, { top, right, bottom, left });
  } else if (name === 'overflow-x' || name === 'overflow') found['overflow'] = value;
  else found[name] = value;
}

const lineOf = (text: string | undefined, fontSize: number, inherited: number, frame: Frame): number => {
  if (!text) return inherited;
  if (text === 'normal') return fontSize * 1.21;
  return /^[\d.]+$/.test(text) ? Number(text) * fontSize : (lengthOf(text, { ...frame, whole: fontSize }) ?? inherited);
};

export const rootStyle = (tokens: Tokens): Style => ({
  display: 'block',
  color: tokens['ink'] ?? '#000',
  fontSize: 13,
  fontWeight: 400,
  mono: false,
  italic: false,
  lineHeight: 13 * 1.45,
  textAlign: 'left',
  whiteSpace: 'normal',
  letterSpacing: 0,
  transform: 'none',
  decoration: '',
  own: {},
});

/** What browsers, the page and the element itself say, in this order. */
export function styleOf(element: Element, parent: Style, around: Surroundings): Style {
  const { tag, attributes } = element;
  const given = [
    usual[tag],
    around.sheet[tag],
    attributes['align'] ? `text-align:${attributes['align']}` : '',
    attributes['style'],
  ];
  const own = Object.assign({}, ...given.map((text) => declarationsOf(text ?? '', around.tokens))) as Record<
    string,
    string
  >;
  const frame: Frame = {
    fontSize: parent.fontSize,
    whole: parent.fontSize,
    width: around.width,
    height: around.height,
  };
  const fontSize = lengthOf(own['font-size'], frame) ?? parent.fontSize;
  const ratio = parent.lineHeight / parent.fontSize;
  const weight = own['font-weight'];
  const color = own['color'];
  return {
    display: own['display'] ?? tables[tag] ?? (inline.has(tag) ? 'inline' : 'block'),
    color: !color || color === 'inherit' || color === 'currentcolor' ? parent.color : color,
    fontSize,
    fontWeight:
      !weight || weight === 'inherit'
        ? parent.fontWeight
        : weight === 'bold'
          ? 700
          : weight === 'normal'
            ? 400
            : Number(weight) || parent.fontWeight,
    mono: own['font-family'] && own['font-family'] !== 'inherit' ? /mono/i.test(own['font-family']) : parent.mono,
    italic: own['font-style'] ? own['font-style'] === 'italic' : parent.italic,
    lineHeight: lineOf(own['line-height'], fontSize, ratio * fontSize, frame),
    textAlign: own['text-align']?.replace(/^(?:start|justify)$/, 'left').replace('end', 'right') ?? parent.textAlign,
    whiteSpace: own['white-space'] ?? parent.whiteSpace,
    letterSpacing: lengthOf(own['letter-spacing'], { ...frame, fontSize }) ?? parent.letterSpacing,
    transform: own['text-transform'] ?? parent.transform,
    decoration: own['text-decoration'] ?? own['text-decoration-line'] ?? parent.decoration,
    own,
  };
}
