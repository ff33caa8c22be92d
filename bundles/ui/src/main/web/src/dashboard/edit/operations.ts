import { carriedType, mayHold, needsRow, type Carried, type Place } from './rules';
import {
  childrenOf,
  columnsIn,
  GRID,
  HIGHEST,
  isWide,
  LOWEST,
  newId,
  nodeOf,
  numberOf,
  parentOf,
  pathTo,
  reachable,
  ROOT,
  TRANSPARENT,
  typeOf,
  USUAL_HEIGHT,
  USUAL_WIDTH,
  widthOf,
  type LayoutNode,
  type Tree,
} from './tree';

const put = (tree: Tree, node: LayoutNode): Tree => ({ ...tree, [node.id]: node });

const withChildren = (tree: Tree, id: string, children: readonly string[]): Tree => {
  const node = nodeOf(tree, id);
  return node ? put(tree, { ...node, children }) : tree;
};

export const setMeta = (tree: Tree, id: string, meta: Readonly<Record<string, unknown>>): Tree => {
  const node = nodeOf(tree, id);
  return node ? put(tree, { ...node, meta: { ...node.meta, ...meta } }) : tree;
};

/** The way from the root written anew into a node and all below it. */
function reparent(tree: Tree, id: string): Tree {
  let next = tree;
  const walk = (at: string, parents: readonly string[]) => {
    const node = nodeOf(next, at);
    if (!node) return;
    if (node.parents?.join() !== parents.join()) next = put(next, { ...node, parents });
    childrenOf(next, at).forEach((child) => walk(child, [...parents, at]));
  };
  walk(id, pathTo(tree, id));
  return next;
}

/** The narrowest a node can be: what stands beside each other within it needs a column each. */
function narrowest(tree: Tree, id: string): number {
  if (typeOf(tree, id) !== 'COLUMN') return 1;
  const rows = reachable(tree, id).filter((inner) => typeOf(tree, inner) === 'ROW');
  return Math.max(1, ...rows.map((row) => childrenOf(tree, row).length));
}

/** What stands in a row made as narrow as the row needs it: always the widest gives, never the one that was just put there first. */
function fitted(tree: Tree, row: string, spared?: string): Tree {
  const columns = columnsIn(tree, row);
  let next = tree;
  for (;;) {
    const widths = childrenOf(next, row).map((id) => ({ id, width: widthOf(next, id), least: narrowest(next, id) }));
    if (widths.reduce((sum, { width }) => sum + width, 0) <= columns) break;
    const [widest] = widths
      .filter(({ width, least }) => width > least)
      .sort((a, b) => b.width - a.width || Number(a.id === spared) - Number(b.id === spared));
    if (!widest) break;
    next = setMeta(next, widest.id, { width: widest.width - 1 });
  }
  for (const id of childrenOf(next, row)) if (next[id] !== tree[id]) next = insideFitted(next, id);
  return next;
}

function insideFitted(tree: Tree, column: string): Tree {
  if (typeOf(tree, column) !== 'COLUMN') return tree;
  return reachable(tree, column)
    .filter((id) => typeOf(tree, id) === 'ROW')
    .reduce((next, row) => fitted(next, row), tree);
}

const freshMeta = (type: string): Readonly<Record<string, unknown>> => {
  switch (type) {
    case 'CHART':
      return { width: USUAL_WIDTH, height: USUAL_HEIGHT };
    case 'MARKDOWN':
      return { width: USUAL_WIDTH, height: 25, code: '' };
    case 'COLUMN':
      return { width: USUAL_WIDTH, background: TRANSPARENT };
    case 'ROW':
      return { background: TRANSPARENT };
    case 'HEADER':
      return { text: '', headerSize: 'MEDIUM_HEADER', background: TRANSPARENT };
    case 'TAB':
      return { text: '', defaultText: 'Tab title', placeholder: 'Tab title' };
    default:
      return {};
  }
};

function created(tree: Tree, type: string, meta: Readonly<Record<string, unknown>> = {}): readonly [Tree, string] {
  const id = newId(type);
  let next = put(tree, { type, id, children: [], meta: { ...freshMeta(type), ...meta } });
  if (type === 'TABS') {
    for (let count = 0; count < 2; count++) {
      const [more, tab] = created(next, 'TAB');
      next = withChildren(more, id, [...childrenOf(more, id), tab]);
    }
  }
  return [next, id];
}

/** A row nothing is left in goes too. */
const swept = (tree: Tree, id: string | undefined): Tree =>
  id !== undefined && typeOf(tree, id) === 'ROW' && childrenOf(tree, id).length === 0 ? remove(tree, id) : tree;

/** Puts something at a place, or the same layout if it may not stand there. Tells the node's id. */
export function drop(tree: Tree, carried: Carried, place: Place): readonly [Tree, string | undefined] {
  if (!mayHold(tree, place.parent, carried)) return [tree, undefined];
  const type = carriedType(tree, carried);
  const before = childrenOf(tree, place.parent)[place.index];
  if (carried.kind === 'node' && before === carried.id) return [tree, carried.id];
  const from = carried.kind === 'node' ? parentOf(tree, carried.id) : undefined;
  let [next, id] = carried.kind === 'node' ? [tree, carried.id] : created(tree, type, carried.meta);
  if (from !== undefined)
    next = withChildren(
      next,
      from,
      childrenOf(next, from).filter((child) => child !== id),
    );
  let placed = id;
  if (needsRow(typeOf(tree, place.parent), type)) {
    [next, placed] = created(next, 'ROW');
    next = withChildren(next, placed, [id]);
  }
  const siblings = childrenOf(next, place.parent);
  const index = before === undefined ? siblings.length : siblings.indexOf(before);
  next = withChildren(next, place.parent, [...siblings.slice(0, index), placed, ...siblings.slice(index)]);
  if (from !== undefined && from !== place.parent) next = swept(next, from);
  next = reparent(next, placed);
  const row = placed === id ? place.parent : placed;
  if (typeOf(next, row) === 'ROW') next = fitted(next, row, id);
  return [insideFitted(next, id), id];
}

/** Takes a node and all within it out. Tabs over the whole dashboard leave their content behind. */
export function remove(tree: Tree, id: string): Tree {
  const parent = parentOf(tree, id);
  if (parent === undefined || id === GRID) return tree;
  if (parent === ROOT && typeOf(tree, id) === 'TABS') return withoutTopTabs(tree, id);
  const siblings = childrenOf(tree, parent).filter((child) => child !== id);
  if (typeOf(tree, id) === 'TAB' && siblings.length === 0) return remove(tree, parent);
  const doomed = new Set(reachable(tree, id));
  const left = Object.fromEntries(Object.entries(tree).filter(([key]) => !doomed.has(key)));
  return swept(withChildren(left, parent, siblings), parent);
}

export const topTabs = (tree: Tree): string | undefined =>
  childrenOf(tree, ROOT).find((id) => typeOf(tree, id) === 'TABS');

/** Tabs over the whole dashboard: what was on it stands in the first one. */
export function withTopTabs(tree: Tree): Tree {
  if (topTabs(tree) !== undefined) return tree;
  const [made, tabs] = created(tree, 'TABS');
  const [first] = childrenOf(made, tabs);
  if (first === undefined) return tree;
  const filled = withChildren(withChildren(made, first, childrenOf(tree, GRID)), GRID, []);
  const others = childrenOf(tree, ROOT).filter((id) => id !== GRID);
  return reparent(withChildren(filled, ROOT, [tabs, ...others]), tabs);
}

function withoutTopTabs(tree: Tree, tabs: string): Tree {
  const all = childrenOf(tree, tabs);
  const content = all.flatMap((tab) => childrenOf(tree, tab));
  const left = Object.fromEntries(Object.entries(tree).filter(([key]) => key !== tabs && !all.includes(key)));
  const roots = childrenOf(tree, ROOT).filter((id) => id !== tabs && id !== GRID);
  const next = withChildren(withChildren(left, GRID, [...childrenOf(tree, GRID), ...content]), ROOT, [GRID, ...roots]);
  return reparent(next, GRID);
}

export const addTab = (tree: Tree, tabs: string): readonly [Tree, string | undefined] =>
  drop(tree, { kind: 'new', type: 'TAB' }, { parent: tabs, index: childrenOf(tree, tabs).length });

/** How wide a node may become where it stands. */
export function widest(tree: Tree, id: string): number {
  const parent = parentOf(tree, id);
  if (parent === undefined || typeOf(tree, parent) !== 'ROW') return widthOf(tree, id);
  const others = childrenOf(tree, parent).filter((child) => child !== id);
  return Math.max(1, columnsIn(tree, parent) - others.reduce((sum, other) => sum + widthOf(tree, other), 0));
}

/** What stands beside each other is drawn equally high: a lower one takes its neighbours along, or nothing would be seen of it. */
function levelled(tree: Tree, id: string, height: number): Tree {
  const parent = parentOf(tree, id);
  if (parent === undefined || typeOf(tree, parent) !== 'ROW') return tree;
  return childrenOf(tree, parent)
    .filter((other) => typeOf(tree, other) !== 'COLUMN' && numberOf(tree, other, 'height', USUAL_HEIGHT) > height)
    .reduce((next, other) => setMeta(next, other, { height }), tree);
}

export interface Size {
  readonly width?: number;
  readonly height?: number;
}

const between = (least: number, value: number, most: number) => Math.max(least, Math.min(Math.round(value), most));

/** Another size in columns and units, as far as the row has room and nothing within becomes too small. */
export function resize(tree: Tree, id: string, { width, height }: Size): Tree {
  const type = typeOf(tree, id);
  let next = tree;
  if (width !== undefined && isWide(type)) {
    const wanted = between(narrowest(tree, id), width, widest(tree, id));
    if (wanted !== widthOf(tree, id)) next = insideFitted(setMeta(next, id, { width: wanted }), id);
  }
  if (height !== undefined && (type === 'CHART' || type === 'MARKDOWN')) {
    const wanted = between(LOWEST, height, HIGHEST);
    if (wanted !== nodeOf(tree, id)?.meta?.['height'])
      next = levelled(setMeta(next, id, { height: wanted }), id, wanted);
  }
  return next;
}

/** At the end of a container: in its last row if there is room, else below all. */
export function append(tree: Tree, carried: Carried, container: string): readonly [Tree, string | undefined] {
  const children = childrenOf(tree, container);
  const last = children.at(-1);
  const room =
    last !== undefined &&
    typeOf(tree, last) === 'ROW' &&
    isWide(carriedType(tree, carried)) &&
    childrenOf(tree, last).reduce((sum, child) => sum + widthOf(tree, child), 0) + USUAL_WIDTH <= columnsIn(tree, last);
  return room
    ? drop(tree, carried, { parent: last, index: childrenOf(tree, last).length })
    : drop(tree, carried, { parent: container, index: children.length });
}
