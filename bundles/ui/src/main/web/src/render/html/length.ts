/** What relative lengths are relative to. */
export interface Frame {
  readonly fontSize: number;
  /** Of what percentages are, or undefined where that is not known yet. */
  readonly whole: number | undefined;
  /** The container (`cqw`, `cqh`) or window. */
  readonly width: number;
  readonly height: number;
}

const units = (unit: string, { fontSize, whole, width, height }: Frame): number | undefined => {
  switch (unit) {
    case 'px':
    case '':
      return 1;
    case 'em':
      return fontSize;
    case 'rem':
      return 16;
    case 'ch':
    case 'ex':
      return fontSize * 0.55;
    case 'pt':
      return 4 / 3;
    case '%':
      return whole === undefined ? undefined : whole / 100;
    case 'vw':
    case 'cqw':
    case 'cqi':
      return width / 100;
    case 'vh':
    case 'cqh':
    case 'cqb':
      return height / 100;
    case 'cqmin':
    case 'vmin':
      return Math.min(width, height) / 100;
    case 'cqmax':
    case 'vmax':
      return Math.max(width, height) / 100;
    default:
      return undefined;
  }
};

/** Reads `calc()`, `min()`, `max()`, `clamp()` and plain lengths from left to right, as far as it understands. */
class Reader {
  readonly #tokens: string[];
  readonly #frame: Frame;

  constructor(text: string, frame: Frame) {
    this.#tokens = text.match(/[\d.]+(?:e-?\d+)?(?:[a-z]+|%)?|[a-z-]+\(|[()+*/,-]/gi) ?? [];
    this.#frame = frame;
  }

  sum(): number | undefined {
    let value = this.#product();
    while (this.#tokens[0] === '+' || this.#tokens[0] === '-') {
      const plus = this.#tokens.shift() === '+';
      const next = this.#product();
      if (value === undefined || next === undefined) return undefined;
      value = plus ? value + next : value - next;
    }
    return value;
  }

  #product(): number | undefined {
    let value = this.#term();
    while (this.#tokens[0] === '*' || this.#tokens[0] === '/') {
      const times = this.#tokens.shift() === '*';
      const next = this.#term();
      if (value === undefined || next === undefined) return undefined;
      value = times ? value * next : value / next;
    }
    return value;
  }

  #term(): number | undefined {
    const token = this.#tokens.shift() ?? '';
    if (token === '-') {
      const value = this.#term();
      return value === undefined ? undefined : -value;
    }
    if (token.endsWith('(')) {
      const values: (number | undefined)[] = [this.sum()];
      while (this.#tokens[0] === ',') {
        this.#tokens.shift();
        values.push(this.sum());
      }
      this.#tokens.shift();
      const known = values.filter((value) => value !== undefined);
      const [low = 0, middle = 0, high = 0] = known;
      if (known.length < values.length) return undefined;
      if (token === 'min(') return Math.min(...known);
      if (token === 'max(') return Math.max(...known);
      return token === 'clamp(' ? Math.max(low, Math.min(middle, high)) : low;
    }
    const [, number, unit = ''] = /^([\d.]+(?:e-?\d+)?)([a-z]*|%)$/i.exec(token) ?? [];
    const scale = units(unit.toLowerCase(), this.#frame);
    return number === undefined || scale === undefined ? undefined : Number(number) * scale;
  }
}

/** In pixels; undefined for `auto`, for what is not understood, and for shares of what is not known. */
export function lengthOf(text: string | undefined, frame: Frame): number | undefined {
  if (!text || !/^[-\d.(]|^(?:calc|min|max|clamp)\(/i.test(text.trim())) return undefined;
  const value = new Reader(text.trim(), frame).sum();
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** The values of a shorthand: spaces between parentheses do not part. */
export const words = (text: string): string[] => text.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
