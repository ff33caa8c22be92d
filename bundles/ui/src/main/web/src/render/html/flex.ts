import { insetsOf, marginsOf } from './box';
import type { Fragment } from './fragment';
import { boxOf, frameOf, inFlow, moved, styledChildren, wantedWidth, type Room } from './layout';
import { lengthOf } from './length';
import type { Element } from './parse';
import type { Style, Surroundings } from './style';

interface Item {
  readonly node: Element;
  readonly style: Style;
  /** Along the line. */
  size: number;
  readonly least: number;
  readonly grow: number;
  readonly shrink: number;
}

const bare = (text: string): Element => ({ tag: 'div', attributes: {}, children: [text] });

function itemsOf(element: Element, style: Style, around: Surroundings): { node: Element; style: Style }[] {
  return styledChildren(element, style, around).flatMap(({ node, style: own }) => {
    if (typeof node === 'string')
      return node.trim() === '' ? [] : [{ node: bare(node), style: { ...style, display: 'block', own: {} } }];
    if (!inFlow(own)) return [];
    const display = own.display === 'inline' ? 'block' : own.display.replace(/^inline-/, '');
    return [{ node, style: { ...own, display } }];
  });
}

const justify = (how: string | undefined, spare: number, count: number): { before: number; between: number } => {
  if (spare <= 0) return { before: 0, between: 0 };
  if (how === 'center') return { before: spare / 2, between: 0 };
  if (how === 'flex-end' || how === 'end' || how === 'right') return { before: spare, between: 0 };
  if (how === 'space-between') return { before: 0, between: count > 1 ? spare / (count - 1) : 0 };
  if (how === 'space-around') return { before: spare / count / 2, between: spare / count };
  if (how === 'space-evenly') return { before: spare / (count + 1), between: spare / (count + 1) };
  return { before: 0, between: 0 };
};

/** Items beside or below each other that share what room there is. */
export function flexFragment(element: Element, style: Style, room: Room, around: Surroundings): Fragment {
  const column = (style.own['flex-direction'] ?? '').startsWith('column');
  const items = itemsOf(element, style, around);
  if ((style.own['flex-direction'] ?? '').endsWith('reverse')) items.reverse();
  const frame = frameOf(style, room, around);
  const [rowGap = '', columnGap = rowGap] = (style.own['gap'] ?? '').split(' ');
  const gap =
    lengthOf((column ? style.own['row-gap'] : style.own['column-gap']) ?? (column ? rowGap : columnGap), frame) ?? 0;
  return column ? columnOf(items, style, room, around, gap) : rowOf(items, style, room, around, gap);
}

function columnOf(
  items: readonly { node: Element; style: Style }[],
  style: Style,
  room: Room,
  around: Surroundings,
  gap: number,
): Fragment {
  const boxes = items.map(({ node, style: own }) => {
    const margins = marginsOf(own, frameOf(own, room, around));
    const align = own.own['align-self'] ?? style.own['align-items'] ?? 'stretch';
    const free = room.width - margins.left - margins.right;
    const width =
      align === 'stretch' || !Number.isFinite(room.width)
        ? undefined
        : Math.min(free, wantedWidth(node, own, room, around));
    const auto = own.own['margin-left'] === 'auto' && own.own['margin-right'] === 'auto';
    return {
      node,
      own,
      margins,
      align: auto ? 'center' : align,
      width,
      grow: Number(own.own['flex-grow'] ?? 0),
      box: boxOf(node, own, room, around, width),
    };
  });
  const used = boxes.reduce(
    (sum, { box, margins }) => sum + box.height + margins.top + margins.bottom,
    gap * Math.max(0, boxes.length - 1),
  );
  const spare = (room.height ?? used) - used;
  const growing = boxes.reduce((sum, { grow }) => sum + grow, 0);
  const placed = boxes.map((one) => {
    if (one.grow === 0 || (spare <= 0 && one.grow === 0)) return one;
    const height = Math.max(0, one.box.height + (spare * one.grow) / growing);
    return { ...one, box: boxOf(one.node, one.own, room, around, one.width, height) };
  });
  const { before, between } =
    growing > 0 ? { before: 0, between: 0 } : justify(style.own['justify-content'], spare, boxes.length);
  let y = before;
  const rows = placed.map(({ box, margins, align }) => {
    const free = room.width - box.width - margins.left - margins.right;
    const x = align === 'center' ? free / 2 : align === 'flex-end' || align === 'end' ? free : 0;
    const at = { box: moved(box, margins), x: Number.isFinite(x) ? x : 0, y };
    y += at.box.height + gap + between;
    return at;
  });
  return together(rows, Math.max(0, y - gap - between));
}

const together = (all: readonly { box: Fragment; x: number; y: number }[], height: number): Fragment => ({
  width: all.reduce((most, { box, x }) => Math.max(most, x + box.width), 0),
  height,
  baseline: (all[0]?.y ?? 0) + (all[0]?.box.baseline ?? 0),
  draw: (left, top) => all.map(({ box, x, y }) => box.draw(left + x, top + y)).join(''),
});

function sized(items: readonly { node: Element; style: Style }[], room: Room, around: Surroundings): Item[] {
  return items.map(({ node, style }) => {
    const frame = frameOf(style, room, around);
    const margins = marginsOf(style, frame);
    const insets = insetsOf(style, frame);
    const whole = style.own['box-sizing'] === 'border-box' ? 0 : insets.left + insets.right;
    const basis = style.own['flex-basis'] === 'auto' ? undefined : lengthOf(style.own['flex-basis'], frame);
    const asked = basis ?? lengthOf(style.own['width'], frame);
    const edge = margins.left + margins.right;
    const hides = style.own['min-width'] !== undefined || /hidden|auto|scroll/.test(style.own['overflow'] ?? '');
    const least =
      (hides ? (lengthOf(style.own['min-width'], frame) ?? 0) : wantedWidth(node, style, room, around, true)) + edge;
    const size = asked === undefined ? wantedWidth(node, style, room, around) + edge : asked + whole + edge;
    return {
      node,
      style,
      size: Math.max(size, basis === 0 ? least : 0),
      least,
      grow: Number(style.own['flex-grow'] ?? 0),
      shrink: Number(style.own['flex-shrink'] ?? 1),
    };
  });
}

function rowOf(
  given: readonly { node: Element; style: Style }[],
  style: Style,
  room: Room,
  around: Surroundings,
  gap: number,
): Fragment {
  const items = sized(given, room, around);
  const lines: Item[][] = [[]];
  const wraps = (style.own['flex-wrap'] ?? '').startsWith('wrap');
  let used = 0;
  for (const item of items) {
    const line = lines.at(-1) ?? [];
    if (wraps && line.length > 0 && used + gap + item.size > room.width + 0.01) {
      lines.push([item]);
      used = item.size;
    } else {
      used += (line.length > 0 ? gap : 0) + item.size;
      line.push(item);
    }
  }
  const all: { box: Fragment; x: number; y: number }[] = [];
  let y = 0;
  for (const line of lines) {
    const drawn = lineOf(line, style, { ...room, height: lines.length === 1 ? room.height : undefined }, around, gap);
    all.push(...drawn.placed.map((one) => ({ ...one, y: one.y + y })));
    y += drawn.height + gap;
  }
  return together(all, Math.max(0, y - gap));
}

function lineOf(line: readonly Item[], style: Style, room: Room, around: Surroundings, gap: number) {
  const finite = Number.isFinite(room.width);
  const total = line.reduce((sum, item) => sum + item.size, gap * Math.max(0, line.length - 1));
  let spare = finite ? room.width - total : 0;
  const growing = line.reduce((sum, item) => sum + item.grow, 0);
  const shrinking = line.reduce((sum, item) => sum + item.shrink * item.size, 0);
  if (spare > 0 && growing > 0) {
    for (const item of line) item.size += (spare * item.grow) / Math.max(1, growing);
    spare = 0;
  } else if (spare < 0 && shrinking > 0) {
    for (const item of line)
      item.size = Math.max(Math.min(item.least, item.size), item.size + (spare * item.shrink * item.size) / shrinking);
    spare = 0;
  }
  const boxes = line.map((item) => {
    const margins = marginsOf(item.style, frameOf(item.style, room, around));
    const width = Math.max(0, item.size - margins.left - margins.right);
    return { item, margins, width, box: boxOf(item.node, item.style, room, around, width) };
  });
  const highest = boxes.reduce(
    (most, { box, margins }) => Math.max(most, box.height + margins.top + margins.bottom),
    0,
  );
  const height = room.height ?? highest;
  const deepest = boxes.reduce((most, { box, margins }) => Math.max(most, box.baseline + margins.top), 0);
  const pushed = line.some((item) => item.style.own['margin-left'] === 'auto');
  const { before, between } = pushed
    ? { before: 0, between: 0 }
    : justify(style.own['justify-content'], spare, line.length);
  let x = before;
  const placed = boxes.map(({ item, margins, width, box }) => {
    const align = item.style.own['align-self'] ?? style.own['align-items'] ?? 'stretch';
    const stretch = align === 'stretch' || align === 'normal';
    const shown =
      stretch && item.style.own['height'] === undefined
        ? boxOf(item.node, item.style, { ...room, height }, around, width, height - margins.top - margins.bottom)
        : box;
    const whole = moved(shown, margins);
    if (item.style.own['margin-left'] === 'auto') x += Math.max(0, spare);
    const down =
      align === 'center'
        ? (height - whole.height) / 2
        : align === 'flex-end' || align === 'end'
          ? height - whole.height
          : align.includes('baseline')
            ? deepest - whole.baseline
            : 0;
    const at = { box: whole, x, y: down };
    x += whole.width + gap + between;
    return at;
  });
  return { placed, height };
}
