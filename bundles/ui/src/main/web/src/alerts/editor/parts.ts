import { childrenOf, ROOT, textOf, typeOf, type Tree } from '../../dashboard/edit/tree';

export interface TabChoice {
  readonly id: string;
  readonly title: string;
  /** The tabs that have to be open to see it, itself the last. */
  readonly path: readonly string[];
  readonly depth: number;
}

/** The tabs of a dashboard in reading order. */
export function tabsIn(positionJson: string | null | undefined): readonly TabChoice[] {
  let tree: Tree;
  try {
    tree = JSON.parse(positionJson ?? '{}') as Tree;
  } catch {
    return [];
  }
  const found: TabChoice[] = [];
  const seen = new Set<string>();
  const walk = (id: string, path: readonly string[], titles: readonly string[]) => {
    if (seen.has(id)) return;
    seen.add(id);
    const isTab = typeOf(tree, id) === 'TAB';
    const here = isTab ? [...path, id] : path;
    const named = isTab ? [...titles, textOf(tree, id, 'text') || id] : titles;
    if (isTab) found.push({ id, title: named.join(' › '), path: here, depth: here.length });
    for (const child of childrenOf(tree, id)) walk(child, here, named);
  };
  walk(ROOT, [], []);
  return found;
}
