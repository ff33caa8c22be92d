import type { DashboardChart } from '../../../api/types';
import { everywhere, list, object, type Raw, type Scope } from '../model';

/** What a scope is chosen from: the dashboard, its tabs, their charts. */
export interface ScopeNode {
  readonly id: string;
  readonly kind: 'root' | 'tab' | 'chart';
  readonly title: string;
  readonly chart?: number;
  readonly children: readonly ScopeNode[];
}

const DEEPEST = 24;

export function scopeTree(positionJson: string | null | undefined, charts: readonly DashboardChart[]): ScopeNode {
  const known = new Map(charts.map((one) => [one.id, one]));
  const placed = new Set<number>();
  let nodes: Raw = {};
  try {
    nodes = object(JSON.parse(positionJson ?? '{}'));
  } catch {
    // all charts stand at the root then
  }
  const below = (id: string, depth: number): readonly ScopeNode[] => {
    const node = object(nodes[id]);
    if (depth > DEEPEST) return [];
    const meta = object(node['meta']);
    if (node['type'] === 'CHART') {
      const chart = known.get(Number(meta['chartId']));
      if (!chart || placed.has(chart.id)) return [];
      placed.add(chart.id);
      const title = String(meta['sliceNameOverride'] || chart.slice_name);
      return [{ id, kind: 'chart', title, chart: chart.id, children: [] }];
    }
    const children = list(node['children']).flatMap((child) => below(String(child), depth + 1));
    if (node['type'] !== 'TAB') return children;
    return [{ id, kind: 'tab', title: String(meta['text'] || meta['defaultText'] || id), children }];
  };
  const inside = below('ROOT_ID', 0);
  const others = charts
    .filter(({ id }) => !placed.has(id))
    .map((one): ScopeNode => ({
      id: `chart-${one.id}`,
      kind: 'chart',
      title: one.slice_name,
      chart: one.id,
      children: [],
    }));
  return { id: everywhere.rootPath[0] ?? '', kind: 'root', title: '', children: [...inside, ...others] };
}

export const chartsBelow = (node: ScopeNode): readonly number[] =>
  node.chart === undefined ? node.children.flatMap(chartsBelow) : [node.chart];

/** The charts a scope means. */
export function chartsIn(root: ScopeNode, { rootPath, excluded }: Scope): ReadonlySet<number> {
  const within = (node: ScopeNode, meant: boolean): readonly number[] => {
    const now = meant || rootPath.includes(node.id);
    if (node.chart !== undefined) return now && !excluded.includes(node.chart) ? [node.chart] : [];
    return node.children.flatMap((child) => within(child, now));
  };
  return new Set(within(root, false));
}

/** The scope that means just these charts, said in as few tabs as will do: charts that come to them later are meant too. */
export function scopeOf(root: ScopeNode, chosen: ReadonlySet<number>): Scope {
  const of = (node: ScopeNode): Scope => {
    const all = chartsBelow(node);
    const tabs = node.children.filter(({ kind }) => kind === 'tab');
    const left = all.filter((one) => !chosen.has(one));
    if (left.length === all.length) return { rootPath: [], excluded: [] };
    const own = node.children.some((child) => child.chart !== undefined && chosen.has(child.chart));
    if (left.length === 0 || own || tabs.length === 0) return { rootPath: [node.id], excluded: left };
    const parts = tabs.map(of);
    return { rootPath: parts.flatMap(({ rootPath }) => rootPath), excluded: parts.flatMap(({ excluded }) => excluded) };
  };
  return of(root);
}
