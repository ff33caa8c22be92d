import { expect, test } from 'vitest';
import type { TabState } from '../types';
import { changedFields, emptyText, freeLabel, mergeTabs, moveTab, readTab, textOf, type LabTab } from './model';

const tab = (id: number, changed: Partial<LabTab> = {}): LabTab => ({
  ...emptyText,
  key: `t${id}`,
  id,
  label: `Tab ${id}`,
  order: id,
  ...changed,
});
const mine = (label: string) => `${label} (mine)`;
const local = (one: LabTab, base: LabTab | undefined = one) => ({
  key: one.key,
  id: one.id,
  base: base && textOf(base),
  now: textOf(one),
});

test('text that never reached the server goes before what the server has', () => {
  const typed = tab(1, { sql: 'select 2' });
  const merged = mergeTabs([tab(1, { sql: 'select 1' })], [local(typed, tab(1, { sql: 'select 1' }))], mine);
  expect(merged.map(({ sql, id }) => [sql, id])).toEqual([['select 2', 1]]);
});

test('text that was changed here and elsewhere stays twice, side by side', () => {
  const merged = mergeTabs(
    [tab(1, { sql: 'theirs' }), tab(2)],
    [local(tab(1, { sql: 'mine' }), tab(1, { sql: 'old' }))],
    mine,
  );
  expect(merged.map(({ label, sql, id }) => [label, sql, id])).toEqual([
    ['Tab 1', 'theirs', 1],
    ['Tab 1 (mine)', 'mine', undefined],
    ['Tab 2', '', 2],
  ]);
});

test('what reached the server after all is nothing to keep', () => {
  const saved = tab(1, { sql: 'select 1' });
  expect(mergeTabs([saved], [local(saved, tab(1))], mine)).toEqual([saved]);
});

test('a tab the server does not know comes back only with text of its own', () => {
  const closedElsewhere = tab(7, { sql: 'select 7' });
  const typedOn = tab(8, { sql: 'select 8, 9' });
  const never = tab(9, { sql: 'select 9', id: undefined as never });
  const merged = mergeTabs(
    [],
    [
      local(closedElsewhere, tab(7, { sql: 'select 7' })),
      local(typedOn, tab(8, { sql: 'select 8' })),
      { key: 'n', id: undefined, base: undefined, now: textOf(never) },
      { key: 'm', id: undefined, base: undefined, now: textOf(tab(3)) },
    ],
    mine,
  );
  expect(merged.map(({ sql, id }) => [sql, id])).toEqual([
    ['select 8, 9', undefined],
    ['select 9', undefined],
  ]);
});

test('only what changed is sent, the order among the rest of ours', () => {
  const saved = tab(1, { sql: 'select 1' });
  expect(changedFields(saved, saved)).toEqual({});
  expect(changedFields({ ...saved, sql: 'select 2', runs: ['a', 'b'] }, saved)).toEqual({
    sql: 'select 2',
    latest_query_id: 'b',
    extra_json: '{"order":1,"named":false,"runs":["a","b"]}',
  });
});

test('a tab is read from the server, with words of others in its place for more', () => {
  const state: TabState = {
    id: 4,
    label: 'Four',
    active: true,
    database_id: 1,
    catalog: null,
    schema: 'main',
    sql: null,
    query_limit: 100,
    template_params: null,
    extra_json: 'not json',
    latest_query: null,
    saved_query: null,
  };
  expect(readTab(state)).toMatchObject({ key: 't4', sql: '', order: 4, named: true, runs: [], limit: 100 });
  expect(readTab({ ...state, extra_json: '{"order":0,"named":false,"runs":["x"]}' })).toMatchObject({
    order: 0,
    named: false,
    runs: ['x'],
  });
});

test('a tab moves to a place, and a new one gets the first free name', () => {
  const tabs = [tab(0), tab(1), tab(2)];
  expect(moveTab(tabs, 't2', 0).map(({ key, order }) => [key, order])).toEqual([
    ['t2', 0],
    ['t0', 1],
    ['t1', 2],
  ]);
  expect(freeLabel([tab(0, { label: 'Untitled 1' })], (number) => `Untitled ${number}`)).toBe('Untitled 2');
});
