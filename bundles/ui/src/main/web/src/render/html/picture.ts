import { dressed } from './box';
import { escapeXml, round, type Fragment } from './fragment';
import { frameOf, type Room } from './layout';
import { lengthOf } from './length';
import type { Element, Node } from './parse';
import type { Style, Surroundings } from './style';

const shown = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'defs',
  'clipPath',
  'clippath',
  'linearGradient',
  'lineargradient',
  'radialGradient',
  'radialgradient',
  'stop',
  'use',
  'marker',
  'pattern',
  'mask',
  'symbol',
  'image',
  'title',
  'desc',
  'filter',
  'feGaussianBlur',
  'feOffset',
  'feMerge',
  'feMergeNode',
  'feFlood',
  'feComposite',
  'feBlend',
  'feColorMatrix',
]);
const cased: Readonly<Record<string, string>> = {
  clippath: 'clipPath',
  lineargradient: 'linearGradient',
  radialgradient: 'radialGradient',
};

/** SVG again, of what a picture may hold: nothing from elsewhere, nothing that acts. */
export function svgText(node: Node, color: string): string {
  if (typeof node === 'string') return escapeXml(node);
  const tag = cased[node.tag] ?? node.tag;
  if (!shown.has(tag) || tag === 'title' || tag === 'desc') return '';
  const attributes = Object.entries(node.attributes)
    .filter(
      ([name, value]) =>
        /^[\w:-]+$/.test(name) &&
        (!/href$/.test(name) || value.startsWith('#') || /^data:image\/(?:png|jpeg|gif|webp);/.test(value)),
    )
    .filter(([, value]) => !/url\(\s*["']?(?!#)/i.test(value))
    .map(([name, value]) => ` ${name}="${escapeXml(value.replace(/currentcolor/gi, color))}"`);
  return `<${tag}${attributes.join('')}>${node.children.map((child) => svgText(child, color)).join('')}</${tag}>`;
}

/** Pictures in the text: drawings in SVG and embedded images. */
export function pictureOf(element: Element, style: Style, room: Room, around: Surroundings): Fragment | undefined {
  if (element.tag !== 'svg' && element.tag !== 'img') return undefined;
  const frame = frameOf(style, room, around);
  const [, , boxWidth = 0, boxHeight = 0] = (element.attributes['viewBox'] ?? element.attributes['viewbox'] ?? '')
    .split(/[\s,]+/)
    .map(Number);
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxHeight / boxWidth : undefined;
  const asked = lengthOf(style.own['width'] ?? element.attributes['width'], frame);
  const high = lengthOf(style.own['height'] ?? element.attributes['height'], { ...frame, whole: room.height });
  const width =
    asked ??
    (high !== undefined && ratio
      ? high / ratio
      : element.tag === 'svg'
        ? Math.min(300, Number.isFinite(room.width) ? room.width : 300)
        : 16);
  const height = high ?? (ratio ? width * ratio : element.tag === 'svg' ? 150 : width);
  const source = element.attributes['src'] ?? '';
  return dressed(style, frame, {
    width,
    height,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    baseline: height,
    content: { width, height },
    inside: (x, y) => {
      const at = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
      if (element.tag === 'img')
        return /^data:image\/(?:png|jpeg|gif);base64,/.test(source) ? `<image ${at} href="${escapeXml(source)}"/>` : '';
      const inner = element.children.map((child) => svgText(child, style.color)).join('');
      const kept = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'preserveAspectRatio']
        .filter((name) => element.attributes[name])
        .map(
          (name) => `${name}="${escapeXml((element.attributes[name] ?? '').replace(/currentcolor/gi, style.color))}"`,
        );
      return `<svg ${at}${ratio ? ` viewBox="0 0 ${boxWidth} ${boxHeight}"` : ''} ${kept.join(' ')}>${inner}</svg>`;
    },
  });
}
