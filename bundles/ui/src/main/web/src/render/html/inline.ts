import { ASCENT, DESCENT, textRun, widthOfText, type Fragment } from './fragment';
import type { Style } from './style';

/** What stands in a line: words and spaces of one style, boxes, forced ends of line. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly style: Style }
  | { readonly kind: 'box'; readonly box: Fragment; readonly style: Style }
  | { readonly kind: 'break' };

interface Run {
  readonly width: number;
  readonly height: number;
  /** From its top. */
  readonly baseline: number;
  readonly draw: (x: number, baseline: number) => string;
  readonly text?: { readonly text: string; readonly style: Style };
}
interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Half the height of an x. */
const SMALL_MIDDLE = 0.273;

const transformed = (text: string, how: string): string =>
  how === 'uppercase'
    ? text.toUpperCase()
    : how === 'lowercase'
      ? text.toLowerCase()
      : how === 'capitalize'
        ? text.replace(/(^|\s)\S/g, (letter) => letter.toUpperCase())
        : text;

function runOf(text: string, style: Style): Run {
  const above = (style.lineHeight - (ASCENT + DESCENT) * style.fontSize) / 2 + ASCENT * style.fontSize;
  return {
    width: widthOfText(text, style),
    height: style.lineHeight,
    baseline: above,
    draw: (x, baseline) => textRun(text, style, x, baseline),
    text: { text, style },
  };
}

/** A box in a line: on the baseline by its first line, or its foot where it has none; or in the middle of small letters. */
function boxRun(box: Fragment, style: Style): Run {
  const foot = box.baseline > 0 ? box.baseline : box.height;
  const above = style.own['vertical-align'] === 'middle' ? box.height / 2 + SMALL_MIDDLE * style.fontSize : foot;
  return { ...box, baseline: above, draw: (x, baseline) => box.draw(x, baseline - above) };
}

/** Between words, as wide as its own text has it. */
interface Space {
  readonly space: Style;
}

/** Text as it breaks: words, each with the space before it. */
function* partsOf(pieces: readonly Piece[]): Generator<Run | 'break' | Space, void> {
  let pending: Style | undefined;
  let begun = false;
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      yield 'break';
      [pending, begun] = [undefined, false];
    } else if (piece.kind === 'box') {
      if (pending && begun) yield { space: pending };
      yield boxRun(piece.box, piece.style);
      [pending, begun] = [undefined, true];
    } else {
      const { style } = piece;
      const text = transformed(piece.text, style.transform);
      if (style.whiteSpace.startsWith('pre')) {
        const lines = text.replace(/\t/g, '        ').split('\n');
        for (const [at, line] of lines.entries()) {
          if (at > 0) yield 'break';
          if (line) yield runOf(line, style);
        }
        begun = true;
        continue;
      }
      for (const word of text.split(/([ \t\r\n\f]+)/)) {
        if (word === '') continue;
        if (/^[ \t\r\n\f]/.test(word)) {
          pending ??= style;
          continue;
        }
        if (pending && begun) yield { space: pending };
        yield runOf(word, style);
        [pending, begun] = [undefined, true];
      }
    }
  }
}

function cut(run: Run, width: number): Run[] {
  const { text } = run;
  if (!text || run.width <= width || width <= 0) return [run];
  const parts: Run[] = [];
  let part = '';
  for (const letter of text.text) {
    if (part && widthOfText(part + letter, text.style) > width) {
      parts.push(runOf(part, text.style));
      part = '';
    }
    part += letter;
  }
  if (part) parts.push(runOf(part, text.style));
  return parts;
}

/** @param width to break at; infinite where lines do not break */
export function linesOf(pieces: readonly Piece[], width: number, anywhere: boolean): readonly Line[] {
  const lines: Line[] = [];
  let runs: Run[] = [];
  let used = 0;
  let space: Run | undefined;
  const end = () => {
    lines.push({ runs, width: used });
    [runs, used, space] = [[], 0, undefined];
  };
  const add = (run: Run) => {
    runs.push(run);
    used += run.width;
  };
  for (const part of partsOf(pieces)) {
    if (part === 'break') end();
    else if ('space' in part) space = runOf(' ', part.space);
    else {
      const gap = space?.width ?? 0;
      if (runs.length > 0 && used + gap + part.width > width + 0.01) end();
      if (space && runs.length > 0) add(space);
      space = undefined;
      for (const [at, piece] of (anywhere ? cut(part, width) : [part]).entries()) {
        if (at > 0) end();
        add(piece);
      }
    }
  }
  if (runs.length > 0) end();
  return lines;
}

function ellipsed(line: Line, width: number): Line {
  if (line.width <= width + 0.5) return line;
  const runs: Run[] = [];
  let used = 0;
  for (const run of line.runs) {
    const dots = run.text ? widthOfText('…', run.text.style) : 0;
    if (used + run.width + dots <= width && line.runs.at(-1) !== run) {
      runs.push(run);
      used += run.width;
      continue;
    }
    if (!run.text) break;
    const { text, style } = run.text;
    let kept = '';
    for (const letter of text) {
      if (used + widthOfText(kept + letter, style) + dots > width) break;
      kept += letter;
    }
    const last = runOf(`${kept.trimEnd()}…`, style);
    return { runs: [...runs, last], width: used + last.width };
  }
  return { runs, width: used };
}

/** Lines of text and boxes within a width. */
export function inlineFragment(pieces: readonly Piece[], width: number, style: Style): Fragment {
  const wraps = style.whiteSpace !== 'nowrap' && style.whiteSpace !== 'pre';
  const anywhere = /anywhere|break-word|break-all/.test(`${style.own['overflow-wrap']} ${style.own['word-break']}`);
  const dots = style.own['text-overflow'] === 'ellipsis' && (style.own['overflow'] ?? 'visible') !== 'visible';
  const lines = linesOf(pieces, wraps ? width : Infinity, anywhere).map((line) =>
    dots ? ellipsed(line, width) : line,
  );
  const heights = lines.map(({ runs }) => {
    const above = runs.reduce((most, run) => Math.max(most, run.baseline), 0);
    const below = runs.reduce((most, run) => Math.max(most, run.height - run.baseline), 0);
    return { above, height: runs.length === 0 ? style.lineHeight : above + below };
  });
  return {
    width: lines.reduce((most, line) => Math.max(most, line.width), 0),
    height: heights.reduce((sum, line) => sum + line.height, 0),
    baseline: heights[0]?.above ?? 0,
    draw: (left, top) => {
      let y = top;
      return lines
        .map((line, index) => {
          const { above = 0, height = 0 } = heights[index] ?? {};
          const room = Number.isFinite(width) ? Math.max(0, width - line.width) : 0;
          let x = left + (style.textAlign === 'right' ? room : style.textAlign === 'center' ? room / 2 : 0);
          const drawn = merged(line.runs).map((run) => {
            const text = run.draw(x, y + above);
            x += run.width;
            return text;
          });
          y += height;
          return drawn.join('');
        })
        .join('');
    },
  };
}

/** Neighbours of one style are one text: less to draw, and selectable as a whole. */
function merged(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const before = all.at(-1);
    if (before?.text && run.text && before.text.style === run.text.style)
      all[all.length - 1] = runOf(before.text.text + run.text.text, run.text.style);
    else all.push(run);
  }
  return all;
}

export const narrowest = (pieces: readonly Piece[]): number =>
  linesOf(pieces, 0, false).reduce((most, line) => Math.max(most, line.width), 0);
