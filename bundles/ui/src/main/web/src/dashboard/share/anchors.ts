import type { Tile } from '../layout';

type Path = readonly (readonly [tabs: string, tab: string])[];

/** Which tabs have to be open for a node to be seen; undefined if there is no such node. */
export function tabsTo(tiles: readonly Tile[], id: string): Path | undefined {
  for (const tile of tiles) {
    if (tile.id === id) return [];
    if (tile.kind === 'row' || tile.kind === 'column') {
      const inside = tabsTo(tile.children, id);
      if (inside) return inside;
    }
    if (tile.kind === 'tabs') {
      for (const tab of tile.tabs) {
        const inside = tab.id === id ? [] : tabsTo(tab.children, id);
        if (inside) return [[tile.id, tab.id], ...inside];
      }
    }
  }
  return undefined;
}

/** Superset's `activeTabs` name tabs alone: whose they are follows from the layout. */
export const tabsNamed = (tiles: readonly Tile[], tabs: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(tabs.flatMap((tab) => tabsTo(tiles, tab) ?? []));

/** The tabs that are open now, as far as they can be seen. */
export function tabsInView(tiles: readonly Tile[], open: Readonly<Record<string, string>>): readonly string[] {
  return tiles.flatMap((tile): readonly string[] => {
    if (tile.kind === 'row' || tile.kind === 'column') return tabsInView(tile.children, open);
    if (tile.kind !== 'tabs') return [];
    const tab = tile.tabs.find(({ id }) => id === open[tile.id]) ?? tile.tabs[0];
    return tab ? [tab.id, ...tabsInView(tab.children, open)] : [];
  });
}
