import type { DashboardChart } from '../api/types';

interface Placed {
  readonly id: string;
  /** In columns of twelve. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
}

interface Backed {
  readonly id: string;
  /** On a surface of its own. */
  readonly white: boolean;
}

export type Tile =
  | ({ readonly kind: 'row'; readonly columns: number; readonly children: readonly Tile[] } & Backed)
  | ({ readonly kind: 'column'; readonly width: number; readonly children: readonly Tile[] } & Backed)
  | ({ readonly kind: 'chart'; readonly chartId: number; readonly title: string | undefined } & Placed)
  | ({ readonly kind: 'markdown'; readonly source: string } & Placed)
  | ({ readonly kind: 'header'; readonly text: string; readonly size: 'small' | 'medium' | 'large' } & Backed)
  | { readonly kind: 'divider'; readonly id: string }
  | { readonly kind: 'tabs'; readonly id: string; readonly tabs: readonly TabTile[] };

export interface TabTile {
  readonly id: string;
  readonly title: string;
  readonly children: readonly Tile[];
}

export interface Layout {
  readonly tiles: readonly Tile[];
}

interface Node {
  readonly type?: string;
  readonly children?: readonly string[];
  readonly meta?: Readonly<Record<string, unknown>>;
}

const COLUMNS = 12;
const UNIT = 8;
const DEFAULT_HEIGHT = 50;
const DEEPEST = 12;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : otherwise;

function read(json: string | null | undefined): Readonly<Record<string, Node>> {
  if (!json) return {};
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, Node>) : {};
  } catch {
    return {}; // a broken layout still has its charts: they are laid out two by two
  }
}

/** Superset's `position_json` (v2) as a tree to draw. Unknown kinds of nodes give way to their children; without any layout the charts stand two in a row. */
export function parseLayout(positionJson: string | null | undefined, charts: readonly DashboardChart[]): Layout {
  const nodes = read(positionJson);
  const tiles = nodes['ROOT_ID']
    ? (nodes['ROOT_ID'].children ?? []).flatMap((id) => tilesOf(nodes, id, 0, COLUMNS))
    : [];
  return tiles.length > 0 || charts.length === 0 ? { tiles } : { tiles: twoByTwo(charts) };
}

function tilesOf(nodes: Readonly<Record<string, Node>>, id: string, depth: number, columns: number): readonly Tile[] {
  const node = nodes[id];
  if (!node || depth > DEEPEST) return [];
  const { meta = {}, children = [] } = node;
  const inside = (wide = columns) => children.flatMap((child) => tilesOf(nodes, child, depth + 1, wide));
  const white = meta['background'] === 'BACKGROUND_WHITE';
  const width = Math.min(columns, number(meta['width'], 4));
  const height = number(meta['height'], DEFAULT_HEIGHT) * UNIT;
  switch (node.type) {
    case 'ROW':
      return [{ kind: 'row', id, columns, white, children: inside() }];
    case 'COLUMN':
      return [{ kind: 'column', id, width, white, children: inside(width) }];
    case 'CHART': {
      const title = text(meta['sliceNameOverride']) || text(meta['sliceName']) || undefined;
      const chart: Tile = { kind: 'chart', id, chartId: Number(meta['chartId']), width, height, title };
      return [chart];
    }
    case 'MARKDOWN':
      return [{ kind: 'markdown', id, width, height, source: text(meta['code']) }];
    case 'HEADER': {
      const size = text(meta['headerSize']).startsWith('SMALL')
        ? 'small'
        : text(meta['headerSize']).startsWith('LARGE')
          ? 'large'
          : 'medium';
      return [{ kind: 'header', id, white, text: text(meta['text']), size }];
    }
    case 'DIVIDER':
      return [{ kind: 'divider', id }];
    case 'TABS': {
      const tabs = children.flatMap((child): readonly TabTile[] => {
        const tab = nodes[child];
        if (tab?.type !== 'TAB') return [];
        const title = text(tab.meta?.['text']) || text(tab.meta?.['defaultText']);
        return [
          {
            id: child,
            title,
            children: (tab.children ?? []).flatMap((inner) => tilesOf(nodes, inner, depth + 2, columns)),
          },
        ];
      });
      return tabs.length > 0 ? [{ kind: 'tabs', id, tabs }] : [];
    }
    default:
      return inside();
  }
}

function twoByTwo(charts: readonly DashboardChart[]): readonly Tile[] {
  const rows: Tile[] = [];
  for (let at = 0; at < charts.length; at += 2) {
    const children = charts.slice(at, at + 2).map(({ id }): Tile => ({
      kind: 'chart',
      id: `chart-${id}`,
      chartId: id,
      width: 6,
      height: DEFAULT_HEIGHT * UNIT,
      title: undefined,
    }));
    rows.push({ kind: 'row', id: `row-${at}`, columns: COLUMNS, white: false, children });
  }
  return rows;
}
