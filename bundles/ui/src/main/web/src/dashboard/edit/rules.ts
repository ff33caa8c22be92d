import { childrenOf, columnsIn, isWide, nodeOf, pathTo, reachable, ROOT, typeOf, type Tree } from './tree';

/** What is under way: a node of the dashboard, or a new one. */
export type Carried =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'new'; readonly type: string; readonly meta?: Readonly<Record<string, unknown>> };

/** Before which child of which node. */
export interface Place {
  readonly parent: string;
  readonly index: number;
}

const stack = ['CHART', 'MARKDOWN', 'COLUMN', 'ROW', 'HEADER', 'DIVIDER', 'TABS'];
const within: Readonly<Record<string, readonly string[]>> = {
  GRID: stack,
  TAB: stack,
  ROW: ['CHART', 'MARKDOWN', 'COLUMN'],
  COLUMN: ['CHART', 'MARKDOWN', 'HEADER', 'DIVIDER', 'ROW', 'TABS'],
  TABS: ['TAB'],
};
const DEEPEST = 10;

export const isContainer = (type: string): boolean => type in within;

export const carriedType = (tree: Tree, carried: Carried): string =>
  carried.kind === 'new' ? carried.type : typeOf(tree, carried.id);

/** What stands beside others needs a row around it where things stand below each other. */
export const needsRow = (parentType: string, childType: string): boolean =>
  (parentType === 'GRID' || parentType === 'TAB') && isWide(childType);

/** How many levels a node has below itself. */
function depthBelow(tree: Tree, id: string): number {
  const below = childrenOf(tree, id).map((child) => depthBelow(tree, child) + 1);
  return below.length > 0 ? Math.max(...below) : 0;
}

export function mayHold(tree: Tree, parent: string, carried: Carried): boolean {
  const type = carriedType(tree, carried);
  const parentType = typeOf(tree, parent);
  if (!within[parentType]?.includes(type)) return false;
  if (carried.kind === 'node' && reachable(tree, carried.id).includes(parent)) return false;
  const above = pathTo(tree, parent);
  const below = carried.kind === 'node' ? depthBelow(tree, carried.id) : type === 'TABS' ? 1 : 0;
  if (above.length + 1 + below + (needsRow(parentType, type) ? 1 : 0) > DEEPEST) return false;
  if (parentType !== 'ROW') return true;
  const others = childrenOf(tree, parent).filter((child) => carried.kind === 'new' || child !== carried.id);
  // a column within columns must be wide enough for one thing at least
  return others.length < columnsIn(tree, parent);
}

/** Everywhere it can go, in the order people read the dashboard. */
export function placesFor(tree: Tree, carried: Carried): readonly Place[] {
  const places: Place[] = [];
  const walk = (id: string) => {
    const children = childrenOf(tree, id);
    const fits = mayHold(tree, id, carried);
    children.forEach((child, index) => {
      if (fits) places.push({ parent: id, index });
      if (carried.kind === 'new' || child !== carried.id) walk(child);
    });
    if (fits) places.push({ parent: id, index: children.length });
  };
  walk(ROOT);
  // before and behind itself is the same place
  return places.filter(({ parent, index }) => {
    if (carried.kind === 'new') return true;
    return childrenOf(tree, parent)[index - 1] !== carried.id;
  });
}

/** Where a node stands now. */
export function placeOf(tree: Tree, id: string): Place | undefined {
  const parent = pathTo(tree, id).at(-1);
  return parent === undefined ? undefined : { parent, index: childrenOf(tree, parent).indexOf(id) };
}

/** What is wrong with a layout; nothing if it can be saved. */
export function faults(tree: Tree): readonly string[] {
  const all = reachable(tree);
  return all.flatMap((id) => {
    const children = nodeOf(tree, id)?.children ?? [];
    const lost = children
      .filter((child) => !nodeOf(tree, child))
      .map((child) => `${id} holds ${child}, which is not there`);
    const parents = nodeOf(tree, id)?.parents;
    const path = pathTo(tree, id);
    const wrong =
      parents !== undefined && parents.join() !== path.join() ? [`${id} says it stands in ${parents.join(' > ')}`] : [];
    return [...lost, ...wrong];
  });
}
