import { mix } from '../../chart/colors';

const HEX = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const names =
  /^(?:black|white|red|green|blue|gray|grey|silver|orange|yellow|purple|teal|navy|maroon|olive|lime|aqua|fuchsia|brown|pink|gold|crimson|tomato|salmon|coral|indigo|violet|darkred|darkgreen|darkblue|darkgray|darkorange|lightgray|lightgrey|lightblue|lightgreen|steelblue|slategray|dimgray|whitesmoke|gainsboro|seagreen|firebrick|royalblue|dodgerblue|skyblue|khaki|orchid|plum|tan|turquoise|wheat|beige|ivory|lavender)$/i;

/** `#rrggbb` and an opacity, as SVG wants it; undefined for what is no colour or not seen. */
export interface Paint {
  readonly color: string;
  readonly opacity: number;
}

const hex = (red: number, green: number, blue: number): string =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(Math.max(0, Math.min(255, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

export function fromHsl(hue: number, saturation: number, lightness: number): string {
  const part = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    const chroma = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - chroma * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return hex(part(0), part(8), part(4));
}

const share = (text: string | undefined, whole = 1): number =>
  text === undefined ? 1 : text.endsWith('%') ? (Number.parseFloat(text) / 100) * whole : Number.parseFloat(text);

export function paintOf(text: string | undefined): Paint | undefined {
  const value = text?.trim() ?? '';
  if (HEX.test(value)) {
    const digits = value.length < 6 ? [...value.slice(1)].map((digit) => digit + digit).join('') : value.slice(1);
    const opacity = digits.length === 8 ? Number.parseInt(digits.slice(6), 16) / 255 : 1;
    return opacity === 0 ? undefined : { color: `#${digits.slice(0, 6)}`, opacity };
  }
  const [, kind = '', inside = ''] = /^(rgba?|hsla?|color-mix)\((.*)\)$/i.exec(value) ?? [];
  if (kind === 'color-mix') return mixed(inside);
  const parts = inside.split(/[\s,/]+/).filter(Boolean);
  if (parts.length >= 3) {
    const opacity = share(parts[3]);
    if (!(opacity > 0)) return undefined;
    const color = kind.startsWith('hsl')
      ? fromHsl(Number.parseFloat(parts[0] ?? '0'), share(parts[1]), share(parts[2]))
      : hex(share(parts[0], 255), share(parts[1], 255), share(parts[2], 255));
    return { color, opacity: Math.min(1, opacity) };
  }
  return names.test(value) ? { color: value.toLowerCase(), opacity: 1 } : undefined;
}

/** `in srgb, a 20%, b` */
function mixed(inside: string): Paint | undefined {
  const [, first = '', second = ''] = inside.split(/,(?![^(]*\))/);
  const [, one = '', part] = /^\s*(.*?)(?:\s+([\d.]+)%)?\s*$/.exec(first) ?? [];
  const [, other = '', rest] = /^\s*(.*?)(?:\s+([\d.]+)%)?\s*$/.exec(second) ?? [];
  const of = part !== undefined ? Number(part) / 100 : rest !== undefined ? 1 - Number(rest) / 100 : 0.5;
  const [a, b] = [paintOf(one), paintOf(other)];
  if (!a) return b && { color: b.color, opacity: b.opacity * (1 - of) };
  if (!b) return { color: a.color, opacity: a.opacity * of };
  if (!HEX.test(a.color) || !HEX.test(b.color)) return a;
  return { color: mix(b.color, a.color, of), opacity: a.opacity * of + b.opacity * (1 - of) };
}
