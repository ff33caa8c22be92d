import { expect, test } from 'vitest';
import type { Tile } from '../layout';
import { tabsInView, tabsNamed, tabsTo } from './anchors';

const divider = (id: string): Tile => ({ kind: 'divider', id });
const tiles: readonly Tile[] = [
  divider('D1'),
  {
    kind: 'tabs',
    id: 'TABS-1',
    tabs: [
      { id: 'TAB-1', title: 'One', children: [divider('D2')] },
      {
        id: 'TAB-2',
        title: 'Two',
        children: [{ kind: 'tabs', id: 'TABS-2', tabs: [{ id: 'TAB-3', title: 'Three', children: [divider('D3')] }] }],
      },
    ],
  },
];

test('the way to a node leads through its tabs', () => {
  expect(tabsTo(tiles, 'D1')).toEqual([]);
  expect(tabsTo(tiles, 'D3')).toEqual([
    ['TABS-1', 'TAB-2'],
    ['TABS-2', 'TAB-3'],
  ]);
  expect(tabsTo(tiles, 'TAB-2')).toEqual([['TABS-1', 'TAB-2']]);
  expect(tabsTo(tiles, 'elsewhere')).toBeUndefined();
});

test('tabs of a link open, and all tabs in view are told', () => {
  const open = tabsNamed(tiles, ['TAB-2', 'gone']);
  expect(open).toEqual({ 'TABS-1': 'TAB-2' });
  expect(tabsInView(tiles, open)).toEqual(['TAB-2', 'TAB-3']);
  expect(tabsInView(tiles, {})).toEqual(['TAB-1']);
});
