interface Node {
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly string[];
  readonly parents?: readonly string[];
  readonly meta?: Readonly<Record<string, unknown>>;
}
type Tree = Readonly<Record<string, unknown>>;

const COLUMNS = 12;
const WIDTH = 6;
const HEIGHT = 50;

const read = (json: string | null | undefined): Tree => {
  try {
    const parsed: unknown = JSON.parse(json || '{}');
    return parsed && typeof parsed === 'object' ? (parsed as Tree) : {};
  } catch {
    return {}; // a broken layout shows its charts two by two; from now on it has one again
  }
};

const nodeOf = (tree: Tree, id: string): Node | undefined => {
  const node = tree[id];
  return node && typeof node === 'object' ? (node as Node) : undefined;
};

const empty: Tree = {
  DASHBOARD_VERSION_KEY: 'v2',
  ROOT_ID: { type: 'ROOT', id: 'ROOT_ID', children: ['GRID_ID'] },
  GRID_ID: { type: 'GRID', id: 'GRID_ID', children: [], parents: ['ROOT_ID'] },
};

/** Where new charts go: the grid, or the first tab where there are tabs. */
function home(tree: Tree): string {
  let id = 'ROOT_ID';
  for (let depth = 0; depth < 8; depth++) {
    const node = nodeOf(tree, id);
    const next = (node?.children ?? []).find((child) => /^(GRID|TABS|TAB)$/.test(nodeOf(tree, child)?.type ?? ''));
    if (!next) return id === 'ROOT_ID' ? 'GRID_ID' : id;
    id = next;
  }
  return 'GRID_ID';
}

const widthOf = (tree: Tree, row: Node) =>
  (row.children ?? []).reduce((sum, child) => sum + Number(nodeOf(tree, child)?.meta?.['width'] ?? COLUMNS), 0);

export interface Placed {
  readonly id: number;
  readonly name: string;
  readonly uuid?: string | undefined;
}

/** A layout (Superset's `position_json`) with the chart at its end; the same layout if the chart is on it already. */
export function placeChart(json: string | null | undefined, chart: Placed): string {
  const old = read(json);
  if (
    Object.values(old).some(
      (node) => (node as Node | null)?.type === 'CHART' && (node as Node).meta?.['chartId'] === chart.id,
    )
  )
    return json ?? '{}';
  const tree: Record<string, unknown> = { ...empty, ...old };
  const homeId = home(tree);
  const grid = nodeOf(tree, homeId) ?? { type: 'GRID', id: homeId, children: [] };
  const lastId = (grid.children ?? []).at(-1);
  const last = lastId ? nodeOf(tree, lastId) : undefined;
  const fits = last?.type === 'ROW' && widthOf(tree, last) + WIDTH <= COLUMNS;
  const rowId = fits && lastId ? lastId : `ROW-chart-${chart.id}`;
  const row: Node =
    fits && last ? last : { type: 'ROW', id: rowId, children: [], meta: { background: 'BACKGROUND_TRANSPARENT' } };
  const parents = [...(grid.parents ?? []), homeId];
  const chartKey = `CHART-chart-${chart.id}`;
  tree[homeId] = fits ? grid : { ...grid, children: [...(grid.children ?? []), rowId] };
  tree[rowId] = { ...row, parents, children: [...(row.children ?? []), chartKey] };
  tree[chartKey] = {
    type: 'CHART',
    id: chartKey,
    children: [],
    parents: [...parents, rowId],
    meta: {
      chartId: chart.id,
      width: WIDTH,
      height: HEIGHT,
      sliceName: chart.name,
      ...(chart.uuid ? { uuid: chart.uuid } : {}),
    },
  };
  return JSON.stringify(tree);
}
