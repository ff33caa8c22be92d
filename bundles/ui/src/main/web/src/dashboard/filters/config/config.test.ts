import { expect, test } from 'vitest';
import type { DashboardChart } from '../../../api/types';
import {
  changed,
  copied,
  difference,
  idOf,
  moved,
  newFilter,
  possibleParents,
  problemOf,
  removed,
  type Draft,
} from './draft';
import { chartsIn, scopeOf, scopeTree } from './scopeTree';

const chart = (id: number): DashboardChart => ({ id, slice_name: `Chart ${id}`, form_data: {} });
const layout = JSON.stringify({
  ROOT_ID: { type: 'ROOT', children: ['TABS'] },
  TABS: { type: 'TABS', children: ['A', 'B'] },
  A: { type: 'TAB', meta: { text: 'First' }, children: ['R'] },
  B: { type: 'TAB', meta: { text: 'Second' }, children: ['C3'] },
  R: { type: 'ROW', children: ['C1', 'C2'] },
  C1: { type: 'CHART', meta: { chartId: 1 } },
  C2: { type: 'CHART', meta: { chartId: 2, sliceNameOverride: 'Called otherwise' } },
  C3: { type: 'CHART', meta: { chartId: 3 } },
});
const tree = scopeTree(layout, [chart(1), chart(2), chart(3), chart(4)]);

test('a scope is chosen from tabs and charts; charts without a place come last', () => {
  const titles = (node: typeof tree): unknown =>
    node.chart ? node.title : { [node.title]: node.children.map(titles) };
  expect(titles(tree)).toEqual({
    '': [{ First: ['Chart 1', 'Called otherwise'] }, { Second: ['Chart 3'] }, 'Chart 4'],
  });
});

test.each([
  [[1, 2, 3, 4], ['ROOT_ID'], []],
  [[1, 2], ['A'], []],
  [[1], ['A'], [2]],
  [[1, 3], ['A', 'B'], [2]],
  [[4], ['ROOT_ID'], [1, 2, 3]],
  [[], [], []],
])('charts %j are said as %j without %j, and read back', (charts, rootPath, excluded) => {
  const scope = scopeOf(tree, new Set(charts));
  expect(scope).toEqual({ rootPath, excluded });
  expect([...chartsIn(tree, scope)].sort()).toEqual(charts);
});

const named = (id: string, more = {}) => ({ ...newFilter(id), id, ...more });
const three: Draft = [named('a'), named('b', { cascadeParentIds: ['a'] }), named('c', { cascadeParentIds: ['b'] })];

test('only what changed is told', () => {
  expect(difference(three, three)).toBeUndefined();
  expect(difference(three, changed(three, 'b', { name: 'B' }))).toMatchObject({
    deleted: [],
    modified: [{ name: 'B' }],
    reordered: [],
  });
  expect(difference(three, moved(three, 'c', 0))).toEqual({ deleted: [], modified: [], reordered: ['c', 'a', 'b'] });
  expect(difference(three, [...three, named('d')])).toMatchObject({ modified: [{ id: 'd' }], reordered: [] });
});

test('who depended on a deleted filter no longer does', () => {
  expect(difference(three, removed(three, 'a'))).toMatchObject({
    deleted: ['a'],
    modified: [{ id: 'b', cascadeParentIds: [] }],
  });
});

test('nothing comes to depend on itself, round any number of corners', () => {
  const ids = (id: string) => possibleParents(three, id).map((one) => one.id);
  expect([ids('a'), ids('b'), ids('c')]).toEqual([[], ['a'], ['a', 'b']]);
});

test('a copy stands behind its original under an id of its own', () => {
  const { draft, id } = copied(three, 'a', (name) => `${name} 2`);
  expect(draft.map(idOf)).toEqual(['a', id, 'b', 'c']);
  expect(draft[1]).toMatchObject({ name: 'a 2' });
});

test('what is missing is said', () => {
  expect(problemOf(named('a', { name: ' ' }))).toBe('name');
  expect(problemOf(named('a'))).toBe('dataset');
  expect(problemOf(named('a', { targets: [{ datasetId: 1 }] }))).toBe('column');
  expect(problemOf(named('a', { filterType: 'filter_time' }))).toBeUndefined();
});
