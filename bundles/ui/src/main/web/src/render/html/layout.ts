import { dressed, insetsOf, marginsOf, type Edges } from './box';
import { flexFragment } from './flex';
import { nothing, type Fragment } from './fragment';
import { gridFragment } from './grid';
import { inlineFragment, narrowest, type Piece } from './inline';
import { lengthOf, type Frame } from './length';
import type { Element, Node } from './parse';
import { pictureOf } from './picture';
import { styleOf, type Style, type Surroundings } from './style';
import { tableFragment } from './table';

export interface Room {
  /** Of the containing block. */
  readonly width: number;
  readonly height?: number | undefined;
}

export const frameOf = (style: Style, room: Room, around: Surroundings): Frame => ({
  fontSize: style.fontSize,
  whole: Number.isFinite(room.width) ? room.width : undefined,
  width: around.width,
  height: around.height,
});

export const inFlow = ({ own }: Style): boolean => own['position'] !== 'absolute' && own['position'] !== 'fixed';
const isInline = ({ display }: Style): boolean => display.startsWith('inline');
const boxed = ({ display, own }: Style): boolean =>
  display !== 'inline' ||
  ['background', 'background-color', 'padding-left', 'padding-right', 'border-bottom-width', 'border-left-width'].some(
    (name) => own[name] !== undefined,
  );

/** Elements with their styles; those that are not shown are gone. */
export const styledChildren = (element: Element, style: Style, around: Surroundings) =>
  element.children
    .map((node): { node: Node; style: Style } => ({
      node,
      style: typeof node === 'string' ? style : styleOf(node, style, around),
    }))
    .filter(({ node, style: own }) => typeof node === 'string' || own.display !== 'none');

/** What of an element goes into lines. */
export function piecesOf(element: Element, style: Style, room: Room, around: Surroundings): Piece[] {
  return styledChildren(element, style, around).flatMap(({ node, style: own }): Piece[] =>
    pieceOf(node, own, room, around),
  );
}

function pieceOf(node: Node, own: Style, room: Room, around: Surroundings): Piece[] {
  if (typeof node === 'string') return [{ kind: 'text', text: node, style: own }];
  if (node.tag === 'br') return [{ kind: 'break' }];
  if (node.tag === 'wbr' || !inFlow(own)) return [];
  if (node.tag === 'img' || node.tag === 'svg' || boxed(own)) {
    const margins = marginsOf(own, frameOf(own, room, around));
    return [{ kind: 'box', box: moved(shrunk(node, own, room, around), margins), style: own }];
  }
  return piecesOf(node, own, room, around);
}

/** With space around it. */
export function moved(box: Fragment, margins: Edges): Fragment {
  return {
    width: box.width + margins.left + margins.right,
    height: box.height + margins.top + margins.bottom,
    baseline: box.baseline + margins.top,
    draw: (x, y) => box.draw(x + margins.left, y + margins.top),
  };
}

/** As wide as its content wants, at most as wide as there is room. */
export function shrunk(element: Element, style: Style, room: Room, around: Surroundings): Fragment {
  const frame = frameOf(style, room, around);
  if (lengthOf(style.own['width'], frame) !== undefined) return boxOf(element, style, room, around);
  const wanted = Math.ceil(wantedWidth(element, style, room, around) * 100) / 100;
  return boxOf(element, style, room, around, Math.min(wanted, room.width));
}

/** Without the room's bound: the width at which nothing breaks; `least`: at which all that can break is broken. */
export function wantedWidth(element: Element, style: Style, room: Room, around: Surroundings, least = false): number {
  const frame = frameOf(style, room, around);
  const own = lengthOf(style.own['width'], { ...frame, whole: undefined });
  const insets = insetsOf(style, frame);
  const around2 = style.own['box-sizing'] === 'border-box' ? 0 : insets.left + insets.right;
  const bound = (value: number) =>
    Math.max(
      lengthOf(style.own['min-width'], frame) ?? 0,
      Math.min(value, lengthOf(style.own['max-width'], { ...frame, whole: undefined }) ?? Infinity),
    );
  if (own !== undefined) return bound(own + around2);
  const content = pictureOf(element, style, room, around);
  if (content) return content.width;
  const children = styledChildren(element, style, around);
  const loose: Room = { width: Infinity };
  const widths = [0];
  let row = 0;
  let run: Piece[] = [];
  const measure = () => {
    widths.push(
      least
        ? narrowest(run)
        : inlineFragment(run, Infinity, { ...style, whiteSpace: least ? style.whiteSpace : 'nowrap', own: {} }).width,
    );
    run = [];
  };
  const line = style.display.endsWith('flex') && !/column/.test(style.own['flex-direction'] ?? '');
  const gap = lengthOf(style.own['column-gap'] ?? style.own['gap']?.split(' ').at(-1), frame) ?? 0;
  for (const { node, style: childStyle } of children) {
    if (typeof node === 'string' || (isInline(childStyle) && !line)) {
      run.push(...pieceOf(node, childStyle, loose, around));
      continue;
    }
    if (!inFlow(childStyle)) continue;
    measure();
    const margins = marginsOf(childStyle, frame);
    const width = wantedWidth(node, childStyle, loose, around, least) + margins.left + margins.right;
    if (line || style.display === 'table-row') row += width + (row > 0 ? gap : 0);
    else widths.push(width);
  }
  measure();
  const hides = least && /hidden|auto|scroll/.test(style.own['overflow'] ?? '') && style.whiteSpace === 'nowrap';
  return bound((hides ? 0 : Math.max(row, ...widths)) + insets.left + insets.right);
}

/** @param forced a width that somebody else decided: a row, a table */
export function boxOf(
  element: Element,
  style: Style,
  room: Room,
  around: Surroundings,
  forced?: number,
  forcedHeight?: number,
): Fragment {
  const frame = frameOf(style, room, around);
  const insets = insetsOf(style, frame);
  const picture = pictureOf(element, style, room, around);
  if (picture) return picture;
  const whole = style.own['box-sizing'] === 'border-box' ? 0 : insets.left + insets.right;
  const margins = marginsOf(style, frame);
  const asked = lengthOf(style.own['width'], frame);
  const free = Math.max(0, room.width - margins.left - margins.right);
  const natural =
    forced ??
    (asked === undefined
      ? style.display === 'table' && Number.isFinite(free)
        ? Math.min(free, wantedWidth(element, style, room, around))
        : free
      : asked + whole);
  const most = lengthOf(style.own['max-width'], frame);
  const width = Math.max(
    lengthOf(style.own['min-width'], frame) ?? 0,
    most === undefined ? natural : Math.min(natural, most + whole),
  );
  const tall: Frame = { ...frame, whole: room.height };
  const high = style.own['box-sizing'] === 'border-box' ? 0 : insets.top + insets.bottom;
  const askedHeight = lengthOf(style.own['height'], tall);
  const fixed = forcedHeight ?? (askedHeight === undefined ? undefined : askedHeight + high);
  const inner: Room = {
    width: Math.max(0, width - insets.left - insets.right),
    height: fixed === undefined ? undefined : Math.max(0, fixed - insets.top - insets.bottom),
  };
  const content = contentOf(element, style, inner, around);
  const leastHeight = Math.max(
    lengthOf(style.own['min-height'], tall) ?? 0,
    fixed ?? content.height + insets.top + insets.bottom,
  );
  const height = Math.min(leastHeight, lengthOf(style.own['max-height'], tall) ?? Infinity);
  const floating = floatsOf(
    element,
    style,
    { width: inner.width, height: height - insets.top - insets.bottom },
    around,
  );
  return dressed(style, frame, {
    width: Number.isFinite(width) ? width : content.width + insets.left + insets.right,
    height,
    insets,
    baseline: content.baseline + insets.top,
    content,
    inside: (x, y) => content.draw(x, y) + floating.map(({ box, left, top }) => box.draw(x + left, y + top)).join(''),
  });
}

function contentOf(element: Element, style: Style, room: Room, around: Surroundings): Fragment {
  switch (style.display) {
    case 'flex':
    case 'inline-flex':
      return flexFragment(element, style, room, around);
    case 'grid':
    case 'inline-grid':
      return gridFragment(element, style, room, around);
    case 'table':
      return tableFragment(element, style, room, around);
    default:
      return flowFragment(element, style, room, around);
  }
}

/** Blocks below each other; what stands in lines between them makes blocks of its own. */
function flowFragment(element: Element, style: Style, room: Room, around: Surroundings): Fragment {
  const placed: { readonly box: Fragment; readonly x: number; readonly y: number }[] = [];
  let y = 0;
  let margin = 0;
  let run: Piece[] = [];
  let item = 0;
  const flush = () => {
    if (
      run.some((piece) => piece.kind !== 'text' || piece.text.trim() !== '' || piece.style.whiteSpace.startsWith('pre'))
    ) {
      const lines = inlineFragment(run, room.width, style);
      placed.push({ box: lines, x: 0, y: y + margin });
      y += margin + lines.height;
      margin = 0;
    }
    run = [];
  };
  for (const { node, style: own } of styledChildren(element, style, around)) {
    if (typeof node === 'string' || isInline(own)) {
      run.push(...pieceOf(node, own, room, around));
      continue;
    }
    if (!inFlow(own)) continue;
    flush();
    const frame = frameOf(own, room, around);
    const margins = marginsOf(own, frame);
    const box = boxOf(node, own, room, around);
    const spare = Math.max(0, room.width - box.width);
    const auto = (side: string) => own.own[`margin-${side}`] === 'auto';
    const x = auto('left') ? (auto('right') ? spare / 2 : spare) : margins.left;
    y += placed.length === 0 ? margins.top : Math.max(margin, margins.top);
    placed.push({ box, x, y });
    if (node.tag === 'li') placed.push({ box: marker(element.tag === 'ol' ? `${++item}.` : '•', own), x: x - 20, y });
    y += box.height;
    margin = margins.bottom;
  }
  flush();
  return {
    width: placed.reduce((most, { box, x }) => Math.max(most, x + box.width), 0),
    height: y + (placed.length > 0 && style.display !== 'block' ? margin : 0),
    baseline: (placed[0]?.y ?? 0) + (placed[0]?.box.baseline ?? 0),
    draw: (left, top) => placed.map(({ box, x, y: down }) => box.draw(left + x, top + down)).join(''),
  };
}

const marker = (text: string, style: Style): Fragment =>
  inlineFragment([{ kind: 'text', text, style: { ...style, own: {} } }], 100, { ...style, textAlign: 'left', own: {} });

/** Boxes that are placed by their distances from the edges. */
function floatsOf(element: Element, style: Style, room: Room, around: Surroundings) {
  return styledChildren(element, style, around).flatMap(({ node, style: own }) => {
    if (typeof node === 'string' || inFlow(own)) return [];
    const frame = frameOf(own, room, around);
    const down = { ...frame, whole: room.height };
    const [left, right] = [lengthOf(own.own['left'], frame), lengthOf(own.own['right'], frame)];
    const [top, bottom] = [lengthOf(own.own['top'], down), lengthOf(own.own['bottom'], down)];
    const stretched = left !== undefined && right !== undefined && own.own['width'] === undefined;
    const tall =
      top !== undefined && bottom !== undefined && own.own['height'] === undefined && room.height !== undefined
        ? room.height - top - bottom
        : undefined;
    const box = stretched
      ? boxOf(node, own, room, around, room.width - left - right, tall)
      : (shrunk(node, own, room, around) ?? nothing);
    return [
      {
        box,
        left: left ?? (right !== undefined ? room.width - right - box.width : 0),
        top: top ?? (bottom !== undefined ? (room.height ?? 0) - bottom - box.height : 0),
      },
    ];
  });
}
