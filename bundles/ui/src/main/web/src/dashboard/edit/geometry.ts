import { isContainer, mayHold, type Carried, type Place } from './rules';
import { childrenOf, ROOT, typeOf, type Tree } from './tree';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where each node is drawn; what is not in view, as in another tab, has no box. */
export type Boxes = ReadonlyMap<string, Box>;

const EDGE = 14;
const THICK = 4;

const holds = (box: Box | undefined, { x, y }: Point) =>
  box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

const lies = (tree: Tree, id: string) => typeOf(tree, id) === 'ROW' || typeOf(tree, id) === 'TABS';

/** Of a tab counts the button, not its content. */
export const tabKey = (id: string) => `tab:${id}`;

const boxIn = (tree: Tree, boxes: Boxes, parent: string, id: string | undefined): Box | undefined =>
  id === undefined ? undefined : boxes.get(typeOf(tree, parent) === 'TABS' ? tabKey(id) : id);

/** Before which child a point lies. */
function indexAt(tree: Tree, boxes: Boxes, parent: string, { x, y }: Point): number {
  const children = childrenOf(tree, parent);
  const across = lies(tree, parent);
  const index = children.findIndex((id) => {
    const box = boxIn(tree, boxes, parent, id);
    if (!box) return false;
    if (typeOf(tree, parent) === 'TABS') return x < (box.left + box.right) / 2;
    return across ? y < box.top || (x < (box.left + box.right) / 2 && y <= box.bottom) : y < (box.top + box.bottom) / 2;
  });
  return index < 0 ? children.length : index;
}

/** The containers below the pointer, the innermost last. */
function below(tree: Tree, boxes: Boxes, point: Point): readonly string[] {
  const path: string[] = [];
  let inside: readonly string[] = childrenOf(tree, ROOT);
  for (;;) {
    const hit = inside.find((id) => holds(boxes.get(id), point));
    if (hit === undefined || !isContainer(typeOf(tree, hit))) return path;
    path.push(hit);
    inside = childrenOf(tree, hit);
  }
}

/** At the rim of a container people mean the one around it. */
function atRim(tree: Tree, boxes: Boxes, id: string, { x, y }: Point): boolean {
  const box = boxes.get(id);
  if (!box) return false;
  const high = Math.min(EDGE, (box.bottom - box.top) / 4);
  const wide = Math.min(EDGE, (box.right - box.left) / 4);
  switch (typeOf(tree, id)) {
    case 'ROW':
    case 'TABS':
      return y < box.top + high || y > box.bottom - high;
    case 'COLUMN':
      return x < box.left + wide || x > box.right - wide;
    default:
      return false;
  }
}

/** Where something lands that is let go at a point: the innermost container that takes it. */
export function placeAt(tree: Tree, boxes: Boxes, point: Point, carried: Carried): Place | undefined {
  const path = [...below(tree, boxes, point)].reverse();
  const roots = childrenOf(tree, ROOT).filter((id) => typeOf(tree, id) === 'GRID');
  for (const id of [...path.filter((at) => !atRim(tree, boxes, at, point)), ...path, ...roots]) {
    if (mayHold(tree, id, carried)) return { parent: id, index: indexAt(tree, boxes, id, point) };
  }
  return undefined;
}

/** The line that shows where it will land. */
export function markOf(tree: Tree, boxes: Boxes, { parent, index }: Place): Box | undefined {
  const field = boxes.get(parent);
  const children = childrenOf(tree, parent);
  const next = boxIn(tree, boxes, parent, children[index]);
  const last = boxIn(tree, boxes, parent, children[index - 1]);
  if (!field) return undefined;
  if (!next && !last) {
    return { left: field.left, right: field.right, top: field.top, bottom: Math.max(field.bottom, field.top + THICK) };
  }
  if (lies(tree, parent)) {
    const sameLine = next && last && Math.abs(next.top - last.top) < 8;
    const x = sameLine ? (last.right + next.left) / 2 : next ? next.left - 8 : (last?.right ?? 0) + 8;
    const { top, bottom } = (next ?? last) as Box;
    return { left: x - THICK / 2, right: x + THICK / 2, top, bottom };
  }
  const y = next && last ? (last.bottom + next.top) / 2 : next ? next.top - 8 : (last?.bottom ?? 0) + 8;
  return { left: field.left, right: field.right, top: y - THICK / 2, bottom: y + THICK / 2 };
}

/** How wide so many columns are, and back: a gutter stands between each two. */
export const GUTTER = 16;

export const columnsOf = (pixels: number, rowWidth: number, columns: number): number => {
  const column = (rowWidth - GUTTER * (columns - 1)) / columns;
  return Math.round((pixels + GUTTER) / (column + GUTTER));
};
