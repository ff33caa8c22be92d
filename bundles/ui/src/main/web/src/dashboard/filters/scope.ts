import { everywhere, ids, object, readScope, type NativeFilter, type Raw, type Scope } from './model';

/** Charts of a layout, each with the ids of all nodes above it. */
export type ChartPaths = ReadonlyMap<number, ReadonlySet<string>>;

const DEEPEST = 24;

/** @param others charts the dashboard holds whether or not the layout names them */
export function chartPaths(positionJson: string | null | undefined, others: readonly number[]): ChartPaths {
  const paths = new Map<number, Set<string>>(others.map((id) => [id, new Set(everywhere.rootPath)]));
  let nodes: Raw = {};
  try {
    nodes = object(JSON.parse(positionJson ?? '{}'));
  } catch {
    // without a layout all charts lie at the root
  }
  const walk = (id: string, above: readonly string[]) => {
    const node = object(nodes[id]);
    if (above.length > DEEPEST || above.includes(id)) return;
    if (node['type'] === 'CHART') {
      const chart = Number(object(node['meta'])['chartId']);
      if (!paths.has(chart)) return;
      const path = paths.get(chart);
      [...above, id].forEach((one) => path?.add(one));
      return;
    }
    const children = node['children'];
    if (Array.isArray(children)) children.forEach((child) => walk(String(child), [...above, id]));
  };
  walk('ROOT_ID', []);
  return paths;
}

export const chartsOf = (scope: Scope, paths: ChartPaths): ReadonlySet<number> =>
  new Set(
    [...paths]
      .filter(([id, above]) => !scope.excluded.includes(id) && scope.rootPath.some((node) => above.has(node)))
      .map(([id]) => id),
  );

export const chartsOfFilter = (filter: NativeFilter, paths: ChartPaths): ReadonlySet<number> =>
  filter.chartsInScope ? new Set(filter.chartsInScope) : chartsOf(filter.scope, paths);

export interface CrossScopes {
  readonly enabled: boolean;
  readonly global: Scope;
  /** Those of charts that have their own. */
  readonly own: ReadonlyMap<number, Scope>;
}

export function readCrossScopes(metadata: Raw): CrossScopes {
  const own = new Map<number, Scope>();
  for (const [key, value] of Object.entries(object(metadata['chart_configuration']))) {
    const scope = object(object(value)['crossFilters'])['scope'];
    const [id] = ids([key]);
    if (id !== undefined && scope !== undefined && scope !== 'global') own.set(id, readScope(scope));
  }
  const global = object(metadata['global_chart_configuration'])['scope'];
  return {
    enabled: metadata['cross_filters_enabled'] !== false,
    global: global === undefined ? everywhere : readScope(global),
    own,
  };
}

/** Whom a click in a chart filters: never the chart itself. */
export function chartsOfCross(
  chart: number,
  { enabled, global, own }: CrossScopes,
  paths: ChartPaths,
): ReadonlySet<number> {
  if (!enabled) return new Set();
  // The global scope leaves charts out as targets and as sources alike.
  if (!own.has(chart) && global.excluded.includes(chart)) return new Set();
  const reached = new Set(chartsOf(own.get(chart) ?? global, paths));
  reached.delete(chart);
  return reached;
}
