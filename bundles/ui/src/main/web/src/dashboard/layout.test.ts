import { expect, test } from 'vitest';
import type { DashboardChart } from '../api/types';
import { parseLayout, type Tile } from './layout';

const chart = (id: number): DashboardChart => ({ id, slice_name: `Chart ${id}`, form_data: {} });
const nodes = (entries: Record<string, unknown>) => JSON.stringify({ DASHBOARD_VERSION_KEY: 'v2', ...entries });
const kinds = (tiles: readonly Tile[]) => tiles.map(({ kind }) => kind);

test('rows hold charts with their width in columns and their height in pixels', () => {
  const layout = parseLayout(
    nodes({
      ROOT_ID: { type: 'ROOT', children: ['GRID_ID'] },
      GRID_ID: { type: 'GRID', children: ['ROW-1'] },
      'ROW-1': { type: 'ROW', children: ['CHART-1'] },
      'CHART-1': { type: 'CHART', meta: { chartId: 7, width: 5, height: 30, sliceName: 'Delay' } },
    }),
    [chart(7)],
  );

  expect(layout.tiles).toEqual([
    {
      kind: 'row',
      columns: 12,
      white: false,
      id: 'ROW-1',
      children: [{ kind: 'chart', id: 'CHART-1', chartId: 7, width: 5, height: 240, title: 'Delay' }],
    },
  ]);
});

test('tabs keep their titles and hold tiles of their own', () => {
  const { tiles } = parseLayout(
    nodes({
      ROOT_ID: { type: 'ROOT', children: ['TABS-1'] },
      'TABS-1': { type: 'TABS', children: ['TAB-1', 'TAB-2'] },
      'TAB-1': { type: 'TAB', meta: { text: 'First' }, children: ['H', 'D', 'M'] },
      'TAB-2': { type: 'TAB', meta: { defaultText: 'Tab title' }, children: [] },
      H: { type: 'HEADER', meta: { text: 'Hello', headerSize: 'LARGE_HEADER' } },
      D: { type: 'DIVIDER' },
      M: { type: 'MARKDOWN', meta: { code: '# x', width: 12, height: 10 } },
    }),
    [],
  );

  const tabs = tiles[0]?.kind === 'tabs' ? tiles[0].tabs : [];
  expect(tabs.map(({ title }) => title)).toEqual(['First', 'Tab title']);
  expect(kinds(tabs[0]?.children ?? [])).toEqual(['header', 'divider', 'markdown']);
});

test('a node of an unknown kind gives way to its children', () => {
  const { tiles } = parseLayout(
    nodes({
      ROOT_ID: { type: 'ROOT', children: ['NEW'] },
      NEW: { type: 'CAROUSEL', children: ['D'] },
      D: { type: 'DIVIDER' },
    }),
    [],
  );

  expect(kinds(tiles)).toEqual(['divider']);
});

test('a layout that leads back to itself ends', () => {
  const { tiles } = parseLayout(
    nodes({ ROOT_ID: { type: 'ROOT', children: ['ROW'] }, ROW: { type: 'ROW', children: ['ROW'] } }),
    [],
  );

  expect(kinds(tiles)).toEqual(['row']);
});

test.each([null, '', 'not json', '[]', '{"ROOT_ID":{"children":[]}}'])(
  'without a usable layout (%s) charts stand two in a row',
  (json) => {
    const { tiles } = parseLayout(json, [chart(1), chart(2), chart(3)]);

    expect(tiles.map((tile) => (tile.kind === 'row' ? tile.children.length : 0))).toEqual([2, 1]);
  },
);

test('within a column things are as wide as the column has columns', () => {
  const { tiles } = parseLayout(
    nodes({
      ROOT_ID: { type: 'ROOT', children: ['R'] },
      R: { type: 'ROW', children: ['COL'] },
      COL: { type: 'COLUMN', children: ['IN'], meta: { width: 6, background: 'BACKGROUND_WHITE' } },
      IN: { type: 'ROW', children: ['A'] },
      A: { type: 'CHART', meta: { chartId: 1, width: 9, height: 50 } },
    }),
    [],
  );
  const column = tiles[0]?.kind === 'row' ? tiles[0].children[0] : undefined;
  expect(column).toMatchObject({ kind: 'column', width: 6, white: true });
  const row = column?.kind === 'column' ? column.children[0] : undefined;
  expect(row).toMatchObject({ kind: 'row', columns: 6, children: [{ kind: 'chart', width: 6 }] });
});
