const HEAD = 44;
const PAD = 16;

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Frame {
  /** Escaped, like the font. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly ink: string;
  readonly surface: string;
  readonly font: string;
}

/** A drawing within a larger one that has its title. */
export function titledSvg(inner: string, { title, width, height, ink, surface, font }: Frame): string {
  const [w, h] = [width + 2 * PAD, height + HEAD + PAD];
  const placed = inner.replace(/<svg\b([^>]*)>/, (_whole, attributes: string) => {
    const kept = attributes.replace(/\s(width|height|x|y)="[^"]*"/g, '');
    return `<svg${kept} x="${PAD}" y="${HEAD}" width="${width}" height="${height}">`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">`,
    `<rect width="100%" height="100%" fill="${surface}"/>`,
    `<text x="${PAD}" y="${HEAD / 2 + 8}" font-family="${font}" font-size="16" font-weight="600" fill="${ink}">${title}</text>`,
    placed,
    '</svg>',
  ].join('\n');
}
