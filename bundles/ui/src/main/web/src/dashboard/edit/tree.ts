/** One node of a dashboard's layout as it is stored; fields this application does not know stay with it. */
export interface LayoutNode {
  readonly id: string;
  readonly type: string;
  readonly children?: readonly string[];
  readonly parents?: readonly string[];
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Superset's `position_json`: a flat map of nodes, and a key that tells its version. */
export type Tree = Readonly<Record<string, unknown>>;

export const ROOT = 'ROOT_ID';
export const GRID = 'GRID_ID';
export const COLUMNS = 12;
export const UNIT = 8;
export const LOWEST = 5;
export const HIGHEST = 100;
export const USUAL_HEIGHT = 50;
export const USUAL_WIDTH = 4;

export const nodeOf = (tree: Tree, id: string): LayoutNode | undefined => {
  const node = tree[id];
  return node !== null && typeof node === 'object' ? { ...(node as LayoutNode), id } : undefined;
};

export const typeOf = (tree: Tree, id: string): string => nodeOf(tree, id)?.type ?? '';

export const childrenOf = (tree: Tree, id: string): readonly string[] => {
  const children = nodeOf(tree, id)?.children;
  return Array.isArray(children)
    ? children.filter((child: unknown) => typeof child === 'string' && nodeOf(tree, child))
    : [];
};

export const metaOf = (tree: Tree, id: string): Readonly<Record<string, unknown>> => nodeOf(tree, id)?.meta ?? {};

export const textOf = (tree: Tree, id: string, name: string): string => {
  const value = metaOf(tree, id)[name];
  return typeof value === 'string' ? value : '';
};

export const numberOf = (tree: Tree, id: string, name: string, otherwise: number): number => {
  const value = metaOf(tree, id)[name];
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : otherwise;
};

export const chartIdOf = (tree: Tree, id: string): number | undefined => {
  const value = Number(metaOf(tree, id)['chartId']);
  return typeOf(tree, id) === 'CHART' && Number.isInteger(value) && value > 0 ? value : undefined;
};

/** Every node that can be seen, from the root downwards, each once. */
export function reachable(tree: Tree, from = ROOT): readonly string[] {
  const seen = new Set<string>();
  const walk = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    childrenOf(tree, id).forEach(walk);
  };
  if (nodeOf(tree, from)) walk(from);
  return [...seen];
}

export const parentOf = (tree: Tree, id: string): string | undefined =>
  reachable(tree).find((other) => childrenOf(tree, other).includes(id));

/** From the root down to the parent. */
export function pathTo(tree: Tree, id: string): readonly string[] {
  const path: string[] = [];
  for (let at = parentOf(tree, id); at !== undefined && !path.includes(at); at = parentOf(tree, at)) path.unshift(at);
  return path;
}

export const chartsOf = (tree: Tree): readonly number[] => [
  ...new Set(reachable(tree).flatMap((id) => chartIdOf(tree, id) ?? [])),
];

/** How many columns stand beside each other in a container: twelve, or as many as the column around it is wide. */
export function columnsIn(tree: Tree, id: string): number {
  for (let at: string | undefined = id; at !== undefined; at = parentOf(tree, at)) {
    if (typeOf(tree, at) === 'COLUMN') return Math.min(COLUMNS, numberOf(tree, at, 'width', USUAL_WIDTH));
  }
  return COLUMNS;
}

export const isWide = (type: string): boolean => type === 'CHART' || type === 'MARKDOWN' || type === 'COLUMN';

export const widthOf = (tree: Tree, id: string): number => Math.min(COLUMNS, numberOf(tree, id, 'width', USUAL_WIDTH));

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** As Superset names nodes: the type and a name nobody else takes. */
export const newId = (type: string): string =>
  `${type}-${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => letters[byte % letters.length]).join('')}`;

const empty: Tree = {
  DASHBOARD_VERSION_KEY: 'v2',
  [ROOT]: { type: 'ROOT', id: ROOT, children: [GRID] },
  [GRID]: { type: 'GRID', id: GRID, children: [], parents: [ROOT] },
};

function parse(json: string | null | undefined): Tree {
  try {
    const read: unknown = JSON.parse(json || '{}');
    return read !== null && typeof read === 'object' && !Array.isArray(read) ? (read as Tree) : {};
  } catch {
    return {}; // a broken layout still has its charts
  }
}

/** A node that stands in two places, or within itself, keeps the first one. */
function withoutLoops(tree: Tree): Tree {
  const seen = new Set<string>([ROOT]);
  const next: Record<string, unknown> = { ...tree };
  const walk = (id: string) => {
    const node = nodeOf(next, id);
    if (!node) return;
    const kept = childrenOf(next, id).filter((child) => !seen.has(child) && seen.add(child));
    if (kept.length !== (node.children ?? []).length) next[id] = { ...node, children: kept };
    kept.forEach(walk);
  };
  walk(ROOT);
  return next;
}

/** The layout to edit. Without a usable one the charts stand two in a row, as they are shown. */
export function readTree(
  json: string | null | undefined,
  charts: readonly { readonly id: number; readonly slice_name: string }[],
): Tree {
  const stored = parse(json);
  const usable = nodeOf(stored, ROOT) !== undefined && childrenOf(stored, ROOT).length > 0;
  if (usable && (charts.length === 0 || reachable(stored).length > 2)) {
    return nodeOf(stored, GRID) ? withoutLoops(stored) : withoutLoops({ ...stored, [GRID]: empty[GRID] });
  }
  const tree: Record<string, unknown> = { ...stored, ...empty };
  const rows: string[] = [];
  for (let at = 0; at < charts.length; at += 2) {
    const pair = charts.slice(at, at + 2);
    const row = newId('ROW');
    const children = pair.map(({ id, slice_name }) => {
      const key = newId('CHART');
      const meta = { chartId: id, sliceName: slice_name, width: 6, height: USUAL_HEIGHT };
      tree[key] = { type: 'CHART', id: key, children: [], parents: [ROOT, GRID, row], meta };
      return key;
    });
    tree[row] = { type: 'ROW', id: row, children, parents: [ROOT, GRID], meta: { background: TRANSPARENT } };
    rows.push(row);
  }
  tree[GRID] = { type: 'GRID', id: GRID, children: rows, parents: [ROOT] };
  return tree;
}

export const WHITE = 'BACKGROUND_WHITE';
export const TRANSPARENT = 'BACKGROUND_TRANSPARENT';
