import { expect, test } from 'vitest';
import { changesBetween } from './changes';
import { columnsOf, markOf, placeAt, type Boxes } from './geometry';
import { addTab, append, drop, remove, resize, setMeta, topTabs, withTopTabs } from './operations';
import { faults, mayHold, placesFor } from './rules';
import {
  chartsOf,
  childrenOf,
  GRID,
  metaOf,
  nodeOf,
  parentOf,
  readTree,
  ROOT,
  typeOf,
  widthOf,
  type Tree,
} from './tree';

const node = (type: string, children: readonly string[] = [], meta: object = {}, parents?: readonly string[]) => ({
  type,
  children,
  meta,
  ...(parents ? { parents } : {}),
});
const chart = (chartId: number, width = 4, height = 50) =>
  node('CHART', [], { chartId, width, height, sliceName: `Chart ${chartId}` });

const board: Tree = {
  DASHBOARD_VERSION_KEY: 'v2',
  ROOT_ID: node('ROOT', ['GRID_ID']),
  GRID_ID: node('GRID', ['H', 'R1', 'R2'], {}, ['ROOT_ID']),
  HEADER_ID: node('HEADER', [], { text: 'Board' }),
  H: node('HEADER', [], { text: 'Hello', headerSize: 'LARGE_HEADER' }),
  R1: node('ROW', ['A', 'B'], { background: 'BACKGROUND_TRANSPARENT' }),
  A: { ...chart(1), unknownField: { kept: true } },
  B: chart(2, 6),
  R2: node('ROW', ['C', 'COL']),
  C: chart(3, 6),
  COL: node('COLUMN', ['D'], { width: 6, background: 'BACKGROUND_TRANSPARENT' }),
  D: chart(4),
};
const move = (id: string) => ({ kind: 'node', id }) as const;
const fresh = (type: string, meta = {}) => ({ kind: 'new', type, meta }) as const;

test('a chart moves to another row, and the way to it is told anew', () => {
  const [tree] = drop(board, move('A'), { parent: 'R2', index: 0 });

  expect(childrenOf(tree, 'R1')).toEqual(['B']);
  expect(childrenOf(tree, 'R2')).toEqual(['A', 'C', 'COL']);
  expect(nodeOf(tree, 'A')?.parents).toEqual(['ROOT_ID', 'GRID_ID', 'R2']);
  expect(faults(tree)).toEqual([]);
});

test('a row makes room: the widest become narrower, and all fit', () => {
  const [tree] = drop(board, move('A'), { parent: 'R2', index: 2 });

  expect(childrenOf(tree, 'R2').reduce((sum, id) => sum + widthOf(tree, id), 0)).toBe(12);
  expect(widthOf(tree, 'A')).toBe(4);
});

test('a move within a row counts places as they are seen', () => {
  expect(childrenOf(drop(board, move('A'), { parent: 'R1', index: 2 })[0], 'R1')).toEqual(['B', 'A']);
  expect(childrenOf(drop(board, move('B'), { parent: 'R1', index: 0 })[0], 'R1')).toEqual(['B', 'A']);
  expect(drop(board, move('A'), { parent: 'R1', index: 0 })[0]).toBe(board);
});

test('what stands beside others gets a row of its own on the grid, and an emptied row goes', () => {
  const [alone] = drop(board, move('B'), { parent: GRID, index: 1 });
  const row = childrenOf(alone, GRID)[1] ?? '';
  expect(typeOf(alone, row)).toBe('ROW');
  expect(childrenOf(alone, row)).toEqual(['B']);

  const [swept] = drop(alone, move('A'), { parent: row, index: 1 });
  expect(nodeOf(swept, 'R1')).toBeUndefined();
  expect(faults(swept)).toEqual([]);
});

test('fields that nobody here knows stay with their node, whatever happens around', () => {
  const [moved] = drop(board, move('A'), { parent: 'COL', index: 0 });
  const tree = resize(setMeta(moved, 'A', { sliceNameOverride: 'Other' }), 'A', { height: 20 });

  expect(tree['A']).toMatchObject({ unknownField: { kept: true } });
  expect(tree['HEADER_ID']).toBe(board['HEADER_ID']);
  expect(tree['DASHBOARD_VERSION_KEY']).toBe('v2');
});

test('things may not stand in themselves, nor where their kind has no business', () => {
  const tabs = withTopTabs(board);
  expect(mayHold(board, 'COL', move('COL'))).toBe(false);
  expect(mayHold(board, 'COL', move('R2'))).toBe(false);
  expect(mayHold(board, 'R1', fresh('HEADER'))).toBe(false);
  expect(mayHold(board, 'COL', fresh('COLUMN'))).toBe(false);
  expect(mayHold(board, 'A', fresh('CHART'))).toBe(false);
  expect(mayHold(tabs, topTabs(tabs) ?? '', fresh('CHART'))).toBe(false);
  expect(mayHold(tabs, topTabs(tabs) ?? '', fresh('TAB'))).toBe(true);
  expect(drop(board, fresh('HEADER'), { parent: 'R1', index: 0 })).toEqual([board, undefined]);
});

test('a row of twelve takes no thirteenth', () => {
  let tree = drop(board, fresh('ROW'), { parent: GRID, index: 0 })[0];
  const row = childrenOf(tree, GRID)[0] ?? '';
  for (let count = 0; count < 12; count++) tree = drop(tree, fresh('CHART'), { parent: row, index: 0 })[0];

  expect(childrenOf(tree, row).map((id) => widthOf(tree, id))).toEqual(Array(12).fill(1));
  expect(mayHold(tree, row, fresh('CHART'))).toBe(false);
});

test('a size snaps between the least and what the row has left', () => {
  expect(metaOf(resize(board, 'A', { width: 11, height: 300 }), 'A')).toMatchObject({ width: 6, height: 100 });
  expect(metaOf(resize(board, 'A', { width: -3, height: 0.2 }), 'A')).toMatchObject({ width: 1, height: 5 });
  expect(resize(board, 'A', { width: 4, height: 50 })).toBe(board);
  expect(resize(board, 'H', { width: 4, height: 50 })).toBe(board);
});

test('neighbours in a row become lower together, and higher alone', () => {
  const low = resize(board, 'A', { height: 20 });
  expect(metaOf(low, 'B')).toMatchObject({ width: 6, height: 20 });
  expect(metaOf(resize(low, 'A', { height: 30 }), 'B')).toMatchObject({ height: 20 });
  expect(metaOf(low, 'C')).toMatchObject({ height: 50 });
});

test('a column is never narrower than what stands in it, and what is in it shrinks with it', () => {
  const inner = drop(board, fresh('ROW'), { parent: 'COL', index: 1 })[0];
  const row = childrenOf(inner, 'COL')[1] ?? '';
  const two = drop(drop(inner, fresh('CHART'), { parent: row, index: 0 })[0], fresh('CHART'), {
    parent: row,
    index: 0,
  })[0];
  expect(childrenOf(two, row).map((id) => widthOf(two, id))).toEqual([3, 3]);

  const narrow = resize(two, 'COL', { width: 1 });
  expect(widthOf(narrow, 'COL')).toBe(2);
  expect(childrenOf(narrow, row).map((id) => widthOf(narrow, id))).toEqual([1, 1]);
});

test('tabs over the dashboard take all in, and give it back when they go', () => {
  const tabbed = withTopTabs(board);
  const [first = '', second = ''] = childrenOf(tabbed, topTabs(tabbed) ?? '');
  expect(childrenOf(tabbed, first)).toEqual(['H', 'R1', 'R2']);
  expect(nodeOf(tabbed, 'A')?.parents).toEqual([ROOT, topTabs(tabbed), first, 'R1']);
  expect(faults(tabbed)).toEqual([]);

  const [across] = drop(tabbed, move('A'), { parent: second, index: 0 });
  expect(parentOf(across, parentOf(across, 'A') ?? '')).toBe(second);

  const back = remove(across, topTabs(across) ?? '');
  expect(childrenOf(back, ROOT)).toEqual([GRID]);
  expect(chartsOf(back)).toEqual([2, 3, 4, 1]);
  expect(faults(back)).toEqual([]);
});

test('tabs come with two, get more, change places; the last one takes them along', () => {
  const [made, tabs = ''] = drop(board, fresh('TABS'), { parent: GRID, index: 0 });
  const [three, tab = ''] = addTab(made, tabs);
  expect(childrenOf(three, tabs)).toHaveLength(3);
  const [sorted] = drop(three, move(tab), { parent: tabs, index: 0 });
  expect(childrenOf(sorted, tabs)[0]).toBe(tab);
  const none = childrenOf(three, tabs).reduce(remove, three);
  expect(nodeOf(none, tabs)).toBeUndefined();
  expect(childrenOf(none, GRID)).toEqual(['H', 'R1', 'R2']);
});

test('what is taken out takes all within it along, and nothing else', () => {
  const tree = remove(board, 'COL');
  expect(nodeOf(tree, 'D')).toBeUndefined();
  expect(Object.keys(tree)).toHaveLength(Object.keys(board).length - 2);
  expect(remove(board, GRID)).toBe(board);
});

test('something new goes to the end: into the last row while it has room', () => {
  const [one] = append(board, fresh('CHART', { chartId: 9 }), GRID);
  expect(childrenOf(one, GRID)).toHaveLength(4);
  const [two] = append(one, fresh('CHART', { chartId: 8 }), GRID);
  expect(childrenOf(two, GRID)).toHaveLength(4);
  expect(chartsOf(two)).toEqual([1, 2, 3, 4, 9, 8]);
});

test('all places are told in reading order, its own place once', () => {
  const places = placesFor(board, move('A'));
  expect(places[0]).toEqual({ parent: GRID, index: 0 });
  expect(places.filter(({ parent }) => parent === 'R1')).toEqual([
    { parent: 'R1', index: 0 },
    { parent: 'R1', index: 2 },
  ]);
  for (const place of places) expect(faults(drop(board, move('A'), place)[0])).toEqual([]);
});

test('a layout that cannot be read, or has none, starts with the charts two in a row', () => {
  for (const json of [null, '', '[]', 'no json', '{"ROOT_ID":{"type":"ROOT","children":[]}}']) {
    const tree = readTree(
      json,
      [1, 2, 3].map((id) => ({ id, slice_name: `Chart ${id}` })),
    );
    expect(chartsOf(tree)).toEqual([1, 2, 3]);
    expect(childrenOf(tree, GRID)).toHaveLength(2);
    expect(faults(tree)).toEqual([]);
  }
});

test('a layout that leads back to itself is cut where it does', () => {
  const tree = readTree(JSON.stringify({ ...board, COL: node('COLUMN', ['D', 'R1', 'COL'], { width: 6 }) }), []);
  expect(childrenOf(tree, 'COL')).toEqual(['D']);
});

test('a sound layout is read as it is: nothing changes by looking at it', () => {
  expect(JSON.stringify(readTree(JSON.stringify(board), []))).toBe(JSON.stringify(board));
});

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const boxes: Boxes = new Map([
  ['GRID_ID', box(0, 0, 1200, 900)],
  ['H', box(0, 0, 1200, 40)],
  ['R1', box(0, 60, 1200, 460)],
  ['A', box(0, 60, 390, 460)],
  ['B', box(406, 60, 1000, 460)],
  ['R2', box(0, 480, 1200, 880)],
  ['C', box(0, 480, 592, 880)],
  ['COL', box(608, 480, 1200, 880)],
  ['D', box(608, 480, 1200, 880)],
]);

test('what is let go lands where the pointer is: left or right of a chart, above or below a row', () => {
  const at = (x: number, y: number) => placeAt(board, boxes, { x, y }, fresh('CHART'));
  expect(at(100, 250)).toEqual({ parent: 'R1', index: 0 });
  expect(at(300, 250)).toEqual({ parent: 'R1', index: 1 });
  expect(at(1100, 250)).toEqual({ parent: 'R1', index: 2 });
  expect(at(100, 64)).toEqual({ parent: GRID, index: 1 });
  expect(at(100, 456)).toEqual({ parent: GRID, index: 2 });
  expect(at(900, 500)).toEqual({ parent: 'COL', index: 0 });
  expect(at(900, 800)).toEqual({ parent: 'COL', index: 1 });
  expect(at(612, 600)).toEqual({ parent: 'R2', index: 1 });
  expect(at(100, 890)).toEqual({ parent: GRID, index: 3 });
});

test('what a row does not take lands above or below it', () => {
  expect(placeAt(board, boxes, { x: 100, y: 250 }, fresh('HEADER'))).toEqual({ parent: GRID, index: 1 });
  expect(placeAt(board, boxes, { x: 100, y: 300 }, fresh('HEADER'))).toEqual({ parent: GRID, index: 2 });
});

test('a line shows where it lands: upright in a row, level elsewhere', () => {
  expect(markOf(board, boxes, { parent: 'R1', index: 1 })).toEqual({ left: 396, right: 400, top: 60, bottom: 460 });
  expect(markOf(board, boxes, { parent: GRID, index: 1 })).toEqual({ left: 0, right: 1200, top: 48, bottom: 52 });
  expect(markOf(board, boxes, { parent: 'elsewhere', index: 0 })).toBeUndefined();
});

test('pixels become columns with the gutters counted', () => {
  expect(columnsOf(390, 1200, 12)).toBe(4);
  expect(columnsOf(592, 1200, 12)).toBe(6);
  expect(columnsOf(1200, 1200, 12)).toBe(12);
});

test('differences are told thing by thing', () => {
  const [moved] = drop(board, move('A'), { parent: 'R2', index: 2 });
  const [added] = append(moved, fresh('CHART', { chartId: 9, sliceName: 'New one' }), GRID);
  const after = setMeta(remove(resize(added, 'D', { height: 20 }), 'B'), 'H', { text: 'Good day' });
  const told = changesBetween({ title: 'Old', tree: board }, { title: 'New', tree: after });

  expect(told.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'field title',
    'retitled Good day',
    'resized Chart 3',
    'resized Chart 4',
    'moved Chart 1',
    'added New one',
    'removed Chart 2',
  ]);
  expect(changesBetween({ title: 'x', tree: board }, { title: 'x', tree: board })).toEqual([]);
});

test('filters and settings that changed are told by name', () => {
  const filter = (id: string, name: string, more = {}) => ({ id, name, ...more });
  const metadata = (filters: readonly object[], more = {}) => ({ native_filter_configuration: filters, ...more });
  const told = changesBetween(
    { title: '', tree: board, metadata: metadata([filter('1', 'Region'), filter('2', 'Day')]) },
    {
      title: '',
      tree: board,
      metadata: metadata([filter('1', 'Region', { required: true }), filter('3', 'Hour')], { refresh_frequency: 60 }),
    },
  );
  expect(told.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'filterChanged Region',
    'filterAdded Hour',
    'filterRemoved Day',
    'field refresh_frequency',
  ]);
});
